import type { Refusal } from '@zhiqing/casework'
import { type At, sendPage } from '../look/send-page.js'

const kept = (text: string) => (
  <div className="field">
    <label htmlFor="kept">您刚才写的内容，没有丢，可以复制：</label>
    <textarea id="kept" rows={8} readOnly defaultValue={text} />
  </div>
)

/** The case has moved on: nothing was changed. A refusal other than that is told as the law tells it. */
export const sendNotNow = (at: At, notNow: string, more: { refusal?: Refusal; text?: string } = {}) =>
  sendPage(at, {
    title: '现在不能这样办理',
    status: more.refusal?.kind === 'law' ? 422 : 409,
    body: (
      <>
        <p>{more.refusal && more.refusal.kind === 'law' ? `${more.refusal.zh}。` : notNow}</p>
        {more.text ? kept(more.text) : null}
        <p>
          <a href="/case">返回办理进度</a>
        </p>
      </>
    ),
  })

/** The visit is over, or the case cannot be seen any more: look it up again. What was typed is handed back. */
export const sendVisitOver = (at: At, text = '') =>
  sendPage(at, {
    title: '请重新查询',
    status: 403,
    body: (
      <>
        <p>为了保护您的信息，查询一小时以后会自动退出。刚才的操作没有生效，请重新输入受理编号和查询码，再办一次。</p>
        {text ? kept(text) : null}
        <p>
          <a className="button" href="/lookup">
            查询进度
          </a>
        </p>
      </>
    ),
  })
