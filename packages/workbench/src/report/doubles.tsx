import type { YearReportAnswer } from '../api/answers.ts'
import { Link } from '../app/router.tsx'

interface DoublesProps {
  readonly doubles: YearReportAnswer['doubles']
  /** What the organs are called, where there are several. */
  readonly organs?: readonly { readonly organ: string; readonly name: string }[]
}

/** Records of one and the same suit: counted once, each with the way to its case (rulebook R94). */
export const Doubles = ({ doubles, organs = [] }: DoublesProps) => {
  const names = new Map(organs.map(({ organ, name }) => [organ, name]))
  if (doubles.length === 0) return <p>没有几个机关或者几个案件记录同一件诉讼、复议的。</p>
  return (
    <>
      <p>下列记录说的是同一件诉讼或者复议，只按一件计算；共同被告的诉讼由原机关计，复议机关不计。</p>
      <ul>
        {doubles.map(({ organ, caseId, number, suit }) => (
          <li key={organ + caseId + suit}>
            {suit}：{names.get(organ)} <Link to={`/cases/${caseId}`}>{number ?? '（未编号）'}</Link>
          </li>
        ))}
      </ul>
    </>
  )
}
