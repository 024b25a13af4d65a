import type { ReactNode } from 'react'
import { Link } from '../app/router.tsx'

/** One thing that stands elsewhere now, and the case it is of. */
export interface MovedRow {
  readonly key: string
  readonly caseId: string
  readonly number: string | null
  readonly before: ReactNode
  readonly now: ReactNode
}

interface MovedTableProps {
  /** What moved: 案件, 复议、诉讼. */
  readonly what: string
  /** Since when: 打开草稿, 公布. */
  readonly when: string
  readonly rows: readonly MovedRow[]
}

/** Where each stood then, and where it stands now. */
export const MovedTable = ({ what, when, rows }: MovedTableProps) => (
  <table className="plain">
    <caption className="unseen">
      {when}以来变动的{what}
    </caption>
    <thead>
      <tr>
        <th scope="col">受理编号</th>
        <th scope="col">{when}时</th>
        <th scope="col">现在</th>
      </tr>
    </thead>
    <tbody>
      {rows.map(({ key, caseId, number, before, now }) => (
        <tr key={key}>
          <th scope="row">
            <Link to={`/cases/${caseId}`}>{number ?? '（未编号）'}</Link>
          </th>
          <td>{before}</td>
          <td>{now}</td>
        </tr>
      ))}
    </tbody>
  </table>
)
