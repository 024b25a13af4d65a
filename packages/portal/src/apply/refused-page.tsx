import type { Refusal } from '@zhiqing/casework'
import type { Organ } from '@zhiqing/law'
import { OrganContact } from '../look/organ-contact.js'
import { type At, sendPage } from '../look/send-page.js'

/** The law or the procedure says no to filing online; it never says no to a letter. */
export const sendRefused = (at: At, organ: Organ, refusal: Refusal) =>
  sendPage(at, {
    title: '这份申请现在不能在网上提交',
    status: 422,
    body: (
      <>
        <p>{refusal.zh}。</p>
        <p>您可以邮寄或者当面提交给{organ.name}，当面和邮寄的申请机关都会收。</p>
        <OrganContact organ={organ} />
      </>
    ),
  })

/** An organ that published its channels, and online is not among them. */
export const sendByPost = (at: At, organ: Organ) =>
  sendPage(at, {
    title: `${organ.name}没有公布网上受理`,
    open: true,
    body: (
      <>
        <p>请当面提交，或者把申请邮寄到下面的地址。信封上请写明“政府信息公开申请”。</p>
        <OrganContact organ={organ} />
      </>
    ),
  })
