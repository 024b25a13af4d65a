import { useState } from 'react'
import type { Ledger } from '../api/answers.ts'
import { useAnswer } from '../api/use-answer.ts'
import { useWords } from '../app/session.tsx'
import { inWords, momentInWords } from '../look/days.ts'
import { Scroll } from '../look/scroll.tsx'
import { Waiting } from '../look/waiting.tsx'
import { Section } from './section.tsx'

const Rows = ({ facts }: Ledger) => {
  const words = useWords()
  return (
    <Scroll label="台账各条">
      <table className="plain ledger">
        <caption className="unseen">台账</caption>
        <thead>
          <tr>
            <th scope="col">序号</th>
            <th scope="col">日期</th>
            <th scope="col">事项</th>
            <th scope="col">办理人</th>
            <th scope="col">录入时间</th>
            <th scope="col">散列</th>
          </tr>
        </thead>
        <tbody>
          {facts.map(({ version, fact, zh, details, recordedAt, hash, erased }) => (
            <tr key={version}>
              <th scope="row">{version}</th>
              <td>{inWords(fact.on)}</td>
              <td>
                <strong>{zh}</strong>
                {details.map((one) => (
                  <span key={one.name} className="detail">
                    {one.name}：{one.zh}
                  </span>
                ))}
                {erased && <span className="quiet">（文字已依法删除）</span>}
              </td>
              <td>
                {words.roles[fact.role]}
                {typeof fact.person === 'string' && ` ${fact.person}`}
              </td>
              <td>{momentInWords(recordedAt)}</td>
              <td>
                <code title={hash}>{hash.slice(0, 10)}</code>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Scroll>
  )
}

const Read = ({ id }: { readonly id: string }) => {
  const ledger = useAnswer<Ledger>(`/cases/${id}/facts`)
  return <Waiting on={ledger}>{(answer) => <Rows {...answer} />}</Waiting>
}

/** 台账: what happened, in order, each row chained to the one before. Read when somebody opens it. */
export const LedgerSection = ({ id }: { readonly id: string }) => {
  const [open, setOpen] = useState(false)
  return (
    <Section id="ledger" title="台账">
      <details onToggle={(event) => setOpen(event.currentTarget.open)}>
        <summary>看台账（只增不改，逐条散列）</summary>
        {open && <Read id={id} />}
      </details>
    </Section>
  )
}
