import type { CasePage } from '../api/answers.ts'
import { useWords } from '../app/session.tsx'
import { inWords } from '../look/days.ts'
import { Section } from './section.tsx'

const kinds: Readonly<Record<string, string>> = { thirdParty: '第三方', coProducer: '共同制作机关', other: '其他机关' }

const orDash = (day: string | null): string => (day ? inWords(day) : '—')

const Consultations = ({ page }: { readonly page: CasePage }) => {
  const words = useWords()
  return (
    <table className="plain">
      <caption>征求意见</caption>
      <thead>
        <tr>
          <th scope="col">编号、对象</th>
          <th scope="col">发出</th>
          <th scope="col">送达</th>
          <th scope="col">结束</th>
          <th scope="col">意见</th>
        </tr>
      </thead>
      <tbody>
        {page.consultations.map((one) => (
          <tr key={one.id}>
            <th scope="row">
              {one.id}：{one.party}（{kinds[one.kind]}）
            </th>
            <td>{orDash(one.dispatchedOn)}</td>
            <td>{orDash(one.servedOn)}</td>
            <td>{orDash(one.endedOn)}</td>
            <td>
              {one.opinion ? words.opinions[one.opinion] : one.endedOn ? '没有意见' : '等待中'}
              {one.reasons && <p>{one.reasons}</p>}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

const Assistances = ({ page }: { readonly page: CasePage }) => (
  <table className="plain">
    <caption>内部协查（期限照常计算）</caption>
    <thead>
      <tr>
        <th scope="col">编号、单位</th>
        <th scope="col">需要查找的内容</th>
        <th scope="col">反馈期限</th>
        <th scope="col">结果</th>
      </tr>
    </thead>
    <tbody>
      {page.assistances.map(({ id, unit, question, dueOn, findings }) => (
        <tr key={id}>
          <th scope="row">
            {id}：{unit}
          </th>
          <td>{question}</td>
          <td>{orDash(dueOn)}</td>
          <td>{findings ?? '等待反馈'}</td>
        </tr>
      ))}
    </tbody>
  </table>
)

const Corrections = ({ page }: { readonly page: CasePage }) => (
  <ol>
    {page.corrections.map(({ items, requestedOn, servedOn, receivedOn, content }) => (
      <li key={requestedOn}>
        {inWords(requestedOn)}告知补正：{items.join('；')}。
        {servedOn ? `${inWords(servedOn)}送达。` : '还没有送达记录。'}
        {receivedOn && `${inWords(receivedOn)}收到补正：${content}`}
      </li>
    ))}
  </ol>
)

const Discussions = ({ page }: { readonly page: CasePage }) => (
  <ul>
    {page.discussions.map(({ question, members, conclusion, on }) => (
      <li key={on + question}>
        {inWords(on)} 会商：{question}（{members.join('、')}）。{conclusion ? `结论：${conclusion}` : '还没有结论。'}
      </li>
    ))}
  </ul>
)

/** Everybody who was asked: the applicant to correct, third parties and organs, units, a meeting. */
export const OthersAsked = ({ page }: { readonly page: CasePage }) => {
  const { corrections, consultations, assistances, discussions } = page
  if (corrections.length + consultations.length + assistances.length + discussions.length === 0) return null
  return (
    <Section id="others" title="补正、征求意见、协查、会商">
      {corrections.length > 0 && <Corrections page={page} />}
      {consultations.length > 0 && <Consultations page={page} />}
      {assistances.length > 0 && <Assistances page={page} />}
      {discussions.length > 0 && <Discussions page={page} />}
    </Section>
  )
}
