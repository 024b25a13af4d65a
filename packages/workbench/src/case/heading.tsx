import type { CasePage } from '../api/answers.ts'
import { useWords } from '../app/session.tsx'
import { Title } from '../look/title.tsx'
import { Stages } from './stages.tsx'

const reminders = ({ reminders: told }: CasePage) =>
  told.map(({ zh }) => (
    <p key={zh} className="reminder">
      {zh}
    </p>
  ))

/** Whose case it is, where it stands, how long there is. */
export const Heading = ({ page }: { readonly page: CasePage }) => {
  const words = useWords()
  return (
    <header className="case-head">
      <Title>{`${page.number ?? '（待确认）'} ${page.information.title ?? page.information.description.slice(0, 30)}`}</Title>
      <p className="case-line">
        {page.drill && <strong className="reminder">演练，不计入统计</strong>}
        <span className="state-tag">{words.states[page.state]}</span>
        <span>经办人：{page.officer ?? '没有指派'}</span>
        {page.splitFrom && <span>由{page.splitFrom}拆分</span>}
        {page.splitInto.length > 0 && <span>已拆分为{page.splitInto.join('、')}</span>}
      </p>
      <Stages page={page} />
      {reminders(page)}
    </header>
  )
}
