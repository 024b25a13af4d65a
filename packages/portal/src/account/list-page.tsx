import { maskName, maskNumber } from '@zhiqing/api'
import { stateOf } from '@zhiqing/casework'
import type { ApplicantAccount, KeptCase, KeptOrgan } from '@zhiqing/db'
import { inChinese } from '@zhiqing/law'
import { stateWords } from '../case/plain-words.js'
import { type At, sendPage } from '../look/send-page.js'

const longest = 40

/** The beginning of what was asked, to tell one request from another. */
const shortened = (text: string): string => {
  const line = [...text.replace(/\s+/g, ' ').trim()]
  return line.length > longest ? `${line.slice(0, longest).join('')}……` : line.join('')
}

interface RowProps {
  readonly kept: KeptCase
  readonly organ: string
}

const Row = ({ kept: { id, current }, organ }: RowProps) => {
  const what = current.information ? shortened(current.information.title || current.information.description) : ''
  const number = current.number ?? '编号待定'
  return (
    <li className="card">
      <h2>{what || number}</h2>
      <dl className="contact">
        <div>
          <dt>受理编号</dt>
          <dd className="code">{number}</dd>
        </div>
        <div>
          <dt>办理机关</dt>
          <dd>{organ}</dd>
        </div>
        {current.receivedOn ? (
          <div>
            <dt>收到日期</dt>
            <dd>{inChinese(current.receivedOn)}</dd>
          </div>
        ) : null}
      </dl>
      <p>{stateWords[stateOf(current)]}</p>
      <form method="post" action="/account/open">
        <input type="hidden" name="case" value={id} />
        <p>
          <button type="submit" className="second">
            打开<span className="unseen">：{number}</span>
          </button>
        </p>
      </form>
    </li>
  )
}

const Who = ({ account: { name, idNumber } }: { account: ApplicantAccount }) => (
  <p>
    已经登录{name ? `：${maskName({ kind: 'natural', name })}` : ''}
    {idNumber ? `，证件号码${maskNumber(idNumber)}` : ''}。
  </p>
)

export interface ListPage {
  readonly account: ApplicantAccount
  readonly cases: readonly KeptCase[]
  readonly organs: readonly KeptOrgan[]
  /** The number of a case that was just added. */
  readonly added?: string | undefined
}

const nameOf = (organs: readonly KeptOrgan[], id: string): string =>
  organs.find((one) => one.id === id)?.organ.name ?? id

/** Everything that belongs to the account, the newest first. */
export const sendList = (at: At, { account, cases, organs }: ListPage) =>
  sendPage(at, {
    title: '我的申请',
    body: (
      <>
        <Who account={account} />
        {cases.length === 0 ? <p className="lead">还没有申请。</p> : null}
        <ul className="cards">
          {cases.map((kept) => (
            <Row key={kept.id} kept={kept} organ={nameOf(organs, kept.organ)} />
          ))}
        </ul>
        <p className="actions">
          <a className="button" href="/apply">
            提交新的申请
          </a>
        </p>
        <p>
          以前没有登录提交的，可以用编号和查询码<a href="/account/add">加到这里</a>。
        </p>
        <section aria-labelledby="leave">
          <h2 id="leave">用完以后</h2>
          <form method="post" action="/account/leave">
            <button type="submit" className="second">
              退出登录
            </button>
            <p className="hint">用别人的手机或者公用电脑的，看完请退出。</p>
          </form>
          <p>
            不想再用这个账户的，可以<a href="/account/close">注销</a>。
          </p>
        </section>
      </>
    ),
  })
