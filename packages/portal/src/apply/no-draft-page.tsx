import { type At, sendPage } from '../look/send-page.js'

/** A page in the middle of the form, and no draft: it has expired, or this browser keeps no cookie. */
export const sendNoDraft = (at: At) =>
  sendPage(at, {
    title: '没有找到您的草稿',
    status: 404,
    body: (
      <>
        <p>可能是草稿已经到期删除，或者浏览器不让本网站保存信息（Cookie）。</p>
        <ul>
          <li>
            抄下了草稿码的，<a href="/draft">输入草稿码接着填</a>。
          </li>
          <li>
            没有的，请<a href="/apply">重新填一份</a>。如果还是这样，请打开浏览器的Cookie，或者打电话、当面、邮寄申请。
          </li>
        </ul>
      </>
    ),
  })
