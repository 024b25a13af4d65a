import { type At, sendPage } from '../look/send-page.js'

/** What ends with the account and what does not, before it ends. */
export const sendClose = (at: At) =>
  sendPage(at, {
    title: '注销账户',
    body: (
      <>
        <p className="lead">注销以后，我们删除账户里的姓名和证件号码，这里的列表也没有了。</p>
        <p>已经提交的申请照常办理，以后用受理编号和查询码查询。请先看看回执还在不在手边。</p>
        <form method="post" action="/account/close">
          <p className="actions">
            <button type="submit" className="grave">
              确认注销
            </button>
            <a className="button second" href="/account">
              不注销
            </a>
          </p>
        </form>
      </>
    ),
  })

export const sendClosed = (at: At) =>
  sendPage(at, {
    title: '账户已经注销',
    back: '/',
    body: (
      <p>
        以后可以用受理编号和查询码<a href="/lookup">查询进度</a>，也可以再用统一身份认证登录，那时是一个新的账户。
      </p>
    ),
  })
