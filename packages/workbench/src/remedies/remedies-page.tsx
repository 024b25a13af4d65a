import { Button } from 'antd'
import type { RemediesAnswer } from '../api/answers.ts'
import { Link } from '../app/router.tsx'
import { useWords } from '../app/session.tsx'
import { inWords } from '../look/days.ts'
import { idInWords } from '../look/ids.ts'
import { ProblemBox } from '../look/problem-box.tsx'
import { Scroll } from '../look/scroll.tsx'
import { Title } from '../look/title.tsx'
import { useRemedies } from './use-remedies.ts'

type Row = RemediesAnswer['remedies'][number]

const kinds = { reconsideration: '行政复议', litigation: '行政诉讼', complaint: '投诉' } as const

const Result = ({ remedy }: Pick<Row, 'remedy'>) => {
  const words = useWords()
  const last = remedy.decisions?.at(-1)
  const names = remedy.kind === 'litigation' ? words.litigationResults : words.reconsiderationResults
  if (!last) return <>{remedy.result ?? '尚未审结'}</>
  return (
    <>
      {names[last.result] ?? last.result}（{inWords(last.decidedOn)}）
    </>
  )
}

const Line = ({ row: { case: of, remedy, dueDates } }: { readonly row: Row }) => {
  const words = useWords()
  return (
    <tr>
      <th scope="row">
        <Link to={`/cases/${of.id}`}>{of.number}</Link>
      </th>
      <td>
        {kinds[remedy.kind]}
        <span className="detail">{remedy.caseNumber ?? idInWords(remedy.id)}</span>
      </td>
      <td>
        {of.applicant}
        <span className="detail">{of.description}</span>
      </td>
      <td>{inWords(remedy.filedOn)}</td>
      <td>
        {remedy.answeredOn
          ? `${inWords(remedy.answeredOn)}已答复`
          : dueDates.map(({ what, dueOn }) => (
              <span key={what} className="detail">
                {words.dues[what]} {dueOn ? inWords(dueOn) : '未起算'}
              </span>
            ))}
      </td>
      <td>
        <Result remedy={remedy} />
      </td>
    </tr>
  )
}

const Ledger = ({ rows }: { readonly rows: readonly Row[] }) => (
  <>
    <p className="count" role="status">
      已列出{rows.length}件
    </p>
    <Scroll label="复议诉讼台账">
      <table className="cases">
        <thead>
          <tr>
            <th scope="col">受理编号</th>
            <th scope="col">种类、案号</th>
            <th scope="col">申请人、内容</th>
            <th scope="col">提出</th>
            <th scope="col">答复、答辩</th>
            <th scope="col">结果</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <Line key={row.case.id + row.remedy.id} row={row} />
          ))}
        </tbody>
      </table>
    </Scroll>
  </>
)

/** 复议诉讼台账: every reconsideration, suit and complaint of the organ. A new one is recorded on its case. */
const RemediesPage = () => {
  const { rows, next, more, loading, problem, reload } = useRemedies()
  return (
    <>
      <Title>复议诉讼台账</Title>
      <p>
        新收到的复议、诉讼，先<Link to="/cases">找到案件</Link>，在案件中记录。
      </p>
      {problem && <ProblemBox problem={problem} onReload={reload} />}
      {loading && (
        <p className="waiting" role="status">
          正在读取……
        </p>
      )}
      {!loading && !problem && rows.length === 0 && <p>还没有复议、诉讼和投诉。</p>}
      {rows.length > 0 && <Ledger rows={rows} />}
      {next !== null && (
        <div className="row">
          <Button onClick={more}>再看更早的</Button>
        </div>
      )}
    </>
  )
}

export default RemediesPage
