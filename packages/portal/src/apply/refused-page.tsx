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

/** One address has filed more in an hour than any hall full of people would. */
export const sendTooManyFilings = (at: At, organ: Organ) =>
  sendPage(at, {
    title: '这里提交的申请太多，这一份还没有提交',
    status: 429,
    body: (
      <>
        <p>
          同一个网络一小时里提交的申请太多，请一小时以后再提交；写好的内容还在，
          <a href={`/apply/${organ.code}/check`}>回到核对页</a>
          可以再提交。
        </p>
        <p>您也可以邮寄或者当面提交给{organ.name}，当面和邮寄的申请机关都会收。</p>
        <OrganContact organ={organ} />
      </>
    ),
  })

/** One address has begun more drafts in an hour than any hall full of people would. */
export const sendTooManyDrafts = (at: At) =>
  sendPage(at, {
    title: '这里填写的人太多，请一小时以后再试',
    status: 429,
    body: (
      <p>
        着急的话，可以下载<a href="/#organs">空白申请表</a>，填好以后当面提交或者邮寄。
      </p>
    ),
  })
