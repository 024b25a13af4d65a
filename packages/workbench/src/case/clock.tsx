import type { CasePage } from '../api/answers.ts'
import { useSitting } from '../app/session.tsx'
import { articleInWords } from '../look/articles.ts'
import { inWords } from '../look/days.ts'
import { idInWords } from '../look/ids.ts'
import { Section } from './section.tsx'
import { WhatIf } from './what-if.tsx'
import { WhyThisDay } from './why-this-day.tsx'

type Clock = CasePage['clock']

/** Where the reply's own clock stands, in one sentence. */
const sentence = ({ status, dueOn, remainingWorkingDays: left, overdue }: Clock): string => {
  if (status === 'none') return '答复期限还没有起算。'
  if (status === 'stopped') return '等待申请人补正或者缴费，期限停止；收到之日起重新计算。'
  if (status === 'suspended') return `正在征求意见，期限中止；恢复后还有${left}个工作日。`
  if (status === 'ended') return '已经答复或者终结，期限不再计算。'
  if (overdue) return `答复期限${dueOn ? inWords(dueOn) : ''}已过${-(left ?? 0)}个工作日，仍应尽快答复。`
  return left === 0 ? '今天是答复期限的最后一天。' : `答复期限是${dueOn ? inWords(dueOn) : ''}，还有${left}个工作日。`
}

const DueTable = ({ page }: { readonly page: CasePage }) => {
  const { words } = useSitting()
  return (
    <table className="plain">
      <caption className="unseen">各项期限</caption>
      <thead>
        <tr>
          <th scope="col">期限</th>
          <th scope="col">到哪一天</th>
          <th scope="col">依据</th>
        </tr>
      </thead>
      <tbody>
        {page.dueDates.map(({ what, id, dueOn, article, provisional }) => (
          <tr key={what + (id ?? '')}>
            <th scope="row">
              {words.dues[what]}
              {id && `（${idInWords(id)}）`}
            </th>
            <td>
              {dueOn ? inWords(dueOn) : '文书送达后起算'}
              {what === 'litigation' && id && (
                <span className="quiet">（按本机关收到复议决定书之日推算；申请人的15日自其收到之日起算）</span>
              )}
              {provisional && <span className="quiet">（含尚未公布放假安排的日子，可能变动）</span>}
            </td>
            <td>{articleInWords(article, words)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** The clock: the sentence, every day that is due, why this day, and what if. */
export const ClockSection = ({ page }: { readonly page: CasePage }) => {
  const { session } = useSitting()
  return (
    <Section id="clock" title="期限">
      <p className={page.clock.overdue ? 'clock-line overdue' : 'clock-line'}>{sentence(page.clock)}</p>
      {page.dueDates.length > 0 && <DueTable page={page} />}
      <WhyThisDay id={page.id} version={page.version} />
      {session.reads.includes('whatIf') && <WhatIf page={page} />}
    </Section>
  )
}
