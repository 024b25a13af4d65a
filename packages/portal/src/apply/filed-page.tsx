import type { KeptOrgan } from '@zhiqing/db'
import { type At, sendPage } from '../look/send-page.js'
import { addressOf } from './steps/frame.js'

/** "Back" after filing: it is filed, once, and the receipt is still there. */
export const sendFiled = (at: At, kept: KeptOrgan) =>
  sendPage(at, {
    title: '这份申请已经提交',
    body: (
      <>
        <p>请放心，没有重复提交。</p>
        <form method="post" action={addressOf(kept.id, 'submit')}>
          <p className="actions">
            <button type="submit">查看回执</button>
          </p>
        </form>
        <form method="post" action={addressOf(kept.id, 'anew')}>
          <p>还要申请别的信息的，可以再填一份。姓名、证件和联系方式不用再填。</p>
          <p>
            <button type="submit" className="second">
              再申请一件
            </button>
          </p>
        </form>
      </>
    ),
  })
