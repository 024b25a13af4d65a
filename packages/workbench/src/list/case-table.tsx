import type { CaseRow } from '../api/answers.ts'
import { Link } from '../app/router.tsx'
import { useWords } from '../app/session.tsx'
import { Light } from './light.tsx'

const Row = ({ row }: { readonly row: CaseRow }) => {
  const words = useWords()
  return (
    <tr>
      <td>
        <Light {...row} />
      </td>
      <th scope="row">
        <Link to={`/cases/${row.id}`}>{row.number ?? '（待确认）'}</Link>
        {row.drill && <span className="reminder">演练</span>}
      </th>
      <td>{row.applicant}</td>
      <td className="what">
        {row.title && <strong>{row.title}</strong>}
        <span>{row.description}</span>
        {row.reminders.map(({ zh }) => (
          <span key={zh} className="reminder">
            {zh}
          </span>
        ))}
      </td>
      <td>
        <span className="state">{words.states[row.state]}</span>
      </td>
      <td>{row.officer ?? <span className="quiet">没有指派</span>}</td>
    </tr>
  )
}

/** Cases in a table that is read row by row; the number leads to the case. */
export const CaseTable = ({ rows, caption }: { readonly rows: readonly CaseRow[]; readonly caption: string }) => (
  <table className="cases">
    <caption className="unseen">{caption}</caption>
    <thead>
      <tr>
        <th scope="col">期限</th>
        <th scope="col">受理编号</th>
        <th scope="col">申请人</th>
        <th scope="col">申请内容</th>
        <th scope="col">状态</th>
        <th scope="col">经办人</th>
      </tr>
    </thead>
    <tbody>
      {rows.map((row) => (
        <Row key={row.id} row={row} />
      ))}
    </tbody>
  </table>
)
