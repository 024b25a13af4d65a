import { Button, Input } from 'antd'
import { useState } from 'react'
import { doAct, isProblem } from '../acts/do-act.ts'
import type { CaseList, CaseRow } from '../api/answers.ts'
import { ask } from '../api/ask.ts'
import { type MailLine, mailLines } from './mail-lines.ts'

interface ImportListProps {
  readonly rows: readonly CaseRow[]
  readonly onDone: () => void
}

/** The post's list may name a case further down than the page has listed. */
const further = async (number: string): Promise<CaseRow | undefined> => {
  const asked = await ask<CaseList>(`/cases?state=issued&limit=20&q=${encodeURIComponent(number)}`)
  return asked.ok ? asked.answer.cases.find((one) => one.number === number) : undefined
}

const dispatch = async ({ number, mailNumber, dispatchedOn }: MailLine, rows: readonly CaseRow[]): Promise<string> => {
  const row = rows.find((one) => one.number === number) ?? (await further(number))
  if (!row) return `${number}：不在待寄发的案件里，没有登记`
  const body = { method: 'mail', mailNumber, ...(dispatchedOn ? { dispatchedOn } : {}) }
  const answer = await doAct({ id: row.id, version: row.version, command: 'dispatchReply', body })
  return isProblem(answer) ? `${number}：${answer.detail}` : `${number}：已登记，邮件号码${mailNumber}`
}

/** 导入邮件号码: the list that the post gives back, one request a line; each line is told what came of it. */
export const ImportList = ({ rows, onDone }: ImportListProps) => {
  const [text, setText] = useState('')
  const [told, setTold] = useState<readonly string[]>([])
  const [busy, setBusy] = useState(false)
  const run = async () => {
    const { lines, unread } = mailLines(text)
    setBusy(true)
    const results: string[] = unread.map((one) => `${one}：没有读懂，应为“受理编号 邮件号码 日期”`)
    for (const one of lines) results.push(await dispatch(one, rows))
    setBusy(false)
    setTold(results)
    onDone()
  }
  return (
    <section className="part" aria-labelledby="import-heading">
      <h2 id="import-heading">导入邮件号码</h2>
      <label className="field" htmlFor="mail-list">
        <span>每行一件：受理编号、邮件号码、交邮日期（今天交邮的不写），以空格或者逗号分开</span>
        <Input.TextArea id="mail-list" rows={5} value={text} onChange={(event) => setText(event.target.value)} />
      </label>
      <div className="row">
        <Button type="primary" loading={busy} disabled={text.trim() === ''} onClick={() => void run()}>
          登记寄发
        </Button>
      </div>
      <div role="status">
        {told.map((one) => (
          <p key={one}>{one}</p>
        ))}
      </div>
    </section>
  )
}
