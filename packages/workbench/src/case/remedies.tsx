import type { CasePage } from '../api/answers.ts'
import { useWords } from '../app/session.tsx'
import { inWords } from '../look/days.ts'
import { idInWords } from '../look/ids.ts'
import { Section } from './section.tsx'

type Remedy = CasePage['remedies'][number]

const kinds: Readonly<Record<string, string>> = {
  reconsideration: '行政复议',
  litigation: '行政诉讼',
  complaint: '投诉举报',
}

const columns: Readonly<Record<string, string>> = {
  upheld: '维持',
  corrected: '纠正',
  other: '其他',
  pending: '尚未审结',
}

const Decisions = ({ remedy }: { readonly remedy: Remedy }) => {
  const words = useWords()
  const names = remedy.kind === 'litigation' ? words.litigationResults : words.reconsiderationResults
  if (!remedy.decisions?.length) return <>{remedy.result ?? '还没有结果'}</>
  return (
    <ul>
      {remedy.decisions.map(({ result, column, instance, decidedOn }) => (
        <li key={decidedOn + result}>
          {inWords(decidedOn)} {instance && words.instances[instance]} {names[result] ?? result}（表四：
          {columns[column]}）
        </li>
      ))}
    </ul>
  )
}

const none = '还没有人申请复议、起诉或者投诉。'

/** The last days to seek a remedy, where they run. */
const Until = ({ page: { end, withoutReply } }: { readonly page: CasePage }) => {
  const { reconsiderationBy, litigationBy } = withoutReply ?? end.remedies
  if (!reconsiderationBy && !litigationBy) return null
  return (
    <p>
      {withoutReply && '逾期没有答复，申请人可以据此寻求救济。'}
      {reconsiderationBy && `申请行政复议到${inWords(reconsiderationBy)}。`}
      {litigationBy && `提起行政诉讼到${inWords(litigationBy)}。`}
    </p>
  )
}

/** 复议、诉讼、投诉 of one case. */
export const Remedies = ({ page }: { readonly page: CasePage }) => (
  <Section id="remedies" title="复议、诉讼、投诉">
    <Until page={page} />
    {page.redo && <p>本轮为重新答复，期限{page.redo.deadlineOn ? inWords(page.redo.deadlineOn) : '没有指定'}。</p>}
    {page.remedies.length === 0 ? (
      <p>{none}</p>
    ) : (
      <table className="plain">
        <thead>
          <tr>
            <th scope="col">种类、案号</th>
            <th scope="col">提出</th>
            <th scope="col">收到副本</th>
            <th scope="col">答复</th>
            <th scope="col">结果</th>
          </tr>
        </thead>
        <tbody>
          {page.remedies.map((remedy) => (
            <tr key={remedy.id}>
              <th scope="row">
                {kinds[remedy.kind]} {remedy.caseNumber ?? idInWords(remedy.id)}
              </th>
              <td>{inWords(remedy.filedOn)}</td>
              <td>{remedy.copyReceivedOn ? inWords(remedy.copyReceivedOn) : '—'}</td>
              <td>{remedy.answeredOn ? inWords(remedy.answeredOn) : '—'}</td>
              <td>
                <Decisions remedy={remedy} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    )}
  </Section>
)
