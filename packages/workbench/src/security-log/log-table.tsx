import type { LogRow } from '../api/answers.ts'
import { secondInWords } from '../look/days.ts'
import { Scroll } from '../look/scroll.tsx'

const Line = ({ row }: { readonly row: LogRow }) => (
  <tr>
    <th scope="row">{secondInWords(row.at)}</th>
    <td>
      {row.name}
      {row.organ && <span className="detail">{row.organ}</span>}
    </td>
    <td>{row.actZh}</td>
    <td className={row.result === 'ok' ? undefined : 'not-done'}>{row.resultZh}</td>
    <td>
      {row.subjectZh}
      {row.caseId && <span className="detail">案件 {row.caseId}</span>}
    </td>
    <td>{row.reason}</td>
    <td>{row.address}</td>
  </tr>
)

interface LogTableProps {
  readonly rows: readonly LogRow[]
  readonly loading: boolean
}

/** One line an act, the newest first. */
export const LogTable = ({ rows, loading }: LogTableProps) => {
  if (loading)
    return (
      <p className="waiting" role="status">
        正在读取……
      </p>
    )
  if (rows.length === 0) return <p role="status">没有这样的记录。</p>
  return (
    <Scroll label="安全日志">
      <table className="cases log">
        <caption className="unseen">安全日志，新的在前</caption>
        <thead>
          <tr>
            {['时间', '用户名', '事项', '结果', '对象', '理由', '地址'].map((zh) => (
              <th key={zh} scope="col">
                {zh}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <Line key={row.id} row={row} />
          ))}
        </tbody>
      </table>
    </Scroll>
  )
}
