import type { RunningAnswer } from '../api/answers.ts'
import { inWords } from '../look/days.ts'
import { Scroll } from '../look/scroll.tsx'
import { Bars, percent } from './bars.tsx'

type Line = RunningAnswer['closed']['lines'][number]

const days = (value: number): string => `${Math.round(value * 10) / 10}日`

const refused = ({ line }: Line): boolean => line.startsWith('3.3.')

const Times = ({ lines }: { readonly lines: readonly Line[] }) => (
  <Scroll label="各项结果和用时">
    <Bars
      caption="各项结果和用时（收到至发出，自然日）"
      heads={['结果', '件数', '占办结', '平均', '中位', '最长']}
      bars={lines.map(({ zh, count, share, meanDays, medianDays, mostDays }) => ({
        ...{ zh, value: count, shown: `${count}件` },
        more: [percent(share), days(meanDays), days(medianDays), days(mostDays)],
      }))}
    />
  </Scroll>
)

const Refusals = ({ lines }: { readonly lines: readonly Line[] }) => {
  const all = lines.reduce((sum, { count }) => sum + count, 0)
  if (all === 0) return <p>这一期间没有不予公开的。</p>
  return (
    <Bars
      caption="不予公开的理由"
      heads={['理由', '件数', '占不予公开', '占办结']}
      bars={lines.map(({ zh, count, share }) => ({
        ...{ zh, value: count, shown: `${count}件` },
        more: [percent(count / all), percent(share)],
      }))}
    />
  )
}

const Rates = ({ answer: { closed, remedies, received } }: { readonly answer: RunningAnswer }) => (
  <dl className="facts">
    <div>
      <dt>新收</dt>
      <dd>{received}件</dd>
    </div>
    <div>
      <dt>办结</dt>
      <dd>{closed.closed}件</dd>
    </div>
    <div>
      <dt>不予公开率</dt>
      <dd>{percent(closed.refusalShare)}</dd>
    </div>
    <div>
      <dt>补正率</dt>
      <dd>{percent(closed.correctionShare)}</dd>
    </div>
    <div>
      <dt>延期率</dt>
      <dd>{percent(closed.extensionShare)}</dd>
    </div>
    <div>
      <dt>复议纠正率</dt>
      <dd>
        {remedies.correctionShare === null
          ? '本年没有审结的复议'
          : `${percent(remedies.correctionShare)}（本年审结${remedies.reconsiderations}件，纠正${remedies.corrected}件）`}
      </dd>
    </div>
  </dl>
)

/** What a period came to: results and how long they took, refusals by ground, corrections, extensions, reconsiderations. */
export const ClosedPart = ({ answer }: { readonly answer: RunningAnswer }) => {
  const { lines } = answer.closed
  return (
    <section className="part" aria-labelledby="closed">
      <h2 id="closed">
        {inWords(answer.from)}至{inWords(answer.until)}
      </h2>
      <Rates answer={answer} />
      {lines.length === 0 ? <p>这一期间没有办结的。</p> : <Times lines={lines} />}
      {lines.length > 0 && <Refusals lines={lines.filter(refused)} />}
    </section>
  )
}

/** 年底结转: what piles up towards 31 December. */
export const CarryPart = ({ answer: { carry, today } }: { readonly answer: RunningAnswer }) => (
  <section className="part" aria-labelledby="year-end">
    <h2 id="year-end">到{today.slice(0, 4)}年12月31日会结转多少</h2>
    <Bars
      caption="结转的预计"
      heads={['来自', '件数']}
      bars={[
        { zh: '现在在办，最后一日在明年的', value: carry.fromOpen, shown: `${carry.fromOpen}件` },
        { zh: '今年还会收到、明年才到期的', value: carry.ofNew, shown: `${carry.ofNew}件` },
        { zh: '合计', value: carry.total, shown: `${carry.total}件` },
      ]}
    />
    <p className="quiet">按都在最后一日答复、收件同过去一年一样多推算；提前答复的，结转更少。</p>
  </section>
)
