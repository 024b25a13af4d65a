import { Button } from 'antd'
import { useEffect, useState } from 'react'
import type { NoticeMailAnswer, NoticesAnswer, UnreadAnswer } from '../api/answers.ts'
import { ask } from '../api/ask.ts'
import type { Problem } from '../api/problem.ts'
import { useAnswer } from '../api/use-answer.ts'
import { useSitting } from '../app/session.tsx'
import { ProblemBox } from '../look/problem-box.tsx'
import { Title } from '../look/title.tsx'
import { Waiting } from '../look/waiting.tsx'
import { CalendarAddress } from './calendar-address.tsx'
import { MailForm } from './mail-form.tsx'
import { DaysList, NewsList, ReportsList } from './news-list.tsx'
import { setUnread } from './unread.ts'

/** What was shown is looked at: marked once it is on the page, up to the instant it was asked for. */
const useLooked = (through: string): void => {
  useEffect(() => {
    void ask<UnreadAnswer>('/notices/read', { method: 'POST', body: { through } }).then((asked) => {
      if (asked.ok) setUnread(asked.answer.unread)
    })
  }, [through])
}

const More = ({ first }: { readonly first: NoticesAnswer }) => {
  const [pages, setPages] = useState<readonly Pick<NoticesAnswer, 'news' | 'next'>[]>([first])
  const [problem, setProblem] = useState<Problem>()
  const next = pages.at(-1)?.next
  const more = async () => {
    const asked = await ask<NoticesAnswer>(`/notices?after=${encodeURIComponent(next ?? '')}`)
    setProblem(asked.ok ? undefined : asked.problem)
    if (asked.ok) setPages((before) => [...before, asked.answer])
  }
  return (
    <>
      <NewsList news={pages.flatMap(({ news }) => news)} />
      {problem && <ProblemBox problem={problem} />}
      {next && <Button onClick={() => void more()}>再列一页</Button>}
    </>
  )
}

const Everything = ({ answer }: { readonly answer: NoticesAnswer }) => {
  useLooked(answer.through)
  const { news, days, reports } = answer
  return (
    <>
      {days.length > 0 && (
        <section className="part" aria-labelledby="days">
          <h2 id="days">期限</h2>
          <DaysList days={days} />
        </section>
      )}
      {reports.length > 0 && (
        <section className="part" aria-labelledby="reports">
          <h2 id="reports">年度报告</h2>
          <ReportsList reports={reports} />
        </section>
      )}
      <section className="part" aria-labelledby="news">
        <h2 id="news">新情况</h2>
        {news.length > 0 ? <More first={answer} /> : <p>三十天以来没有与您有关的新情况。</p>}
      </section>
    </>
  )
}

const Mail = () => {
  const read = useAnswer<NoticeMailAnswer>('/notice-mail')
  const [kept, setKept] = useState<NoticeMailAnswer>()
  const [told, setTold] = useState('')
  const onKept = (answer: NoticeMailAnswer, words: string) => {
    setKept(answer)
    setTold(words)
  }
  return (
    <>
      <p role="status">{told}</p>
      <Waiting on={read}>
        {(answer) => (
          <MailForm key={(kept ?? answer).wish === null ? 'off' : 'on'} kept={kept ?? answer} onKept={onKept} />
        )}
      </Waiting>
    </>
  )
}

const Folded = ({ title, children }: { readonly title: string; readonly children: () => React.ReactNode }) => {
  const [open, setOpen] = useState(false)
  return (
    <section className="part" aria-label={title}>
      <details onToggle={(event) => setOpen(event.currentTarget.open)}>
        <summary>{title}</summary>
        {open && children()}
      </details>
    </section>
  )
}

/** 通知: what has come to concern whoever is signed in, and how they want to be told besides. */
const NoticesPage = () => {
  const notices = useAnswer<NoticesAnswer>('/notices')
  const { session } = useSitting()
  return (
    <>
      <Title>通知</Title>
      <Waiting on={notices}>{(answer) => <Everything answer={answer} />}</Waiting>
      {session.organ && <Folded title="邮件通知和免打扰">{() => <Mail />}</Folded>}
      {session.reads.includes('page') && <Folded title="手机日历订阅期限">{() => <CalendarAddress />}</Folded>}
    </>
  )
}

export default NoticesPage
