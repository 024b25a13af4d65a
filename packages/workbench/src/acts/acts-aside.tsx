import type { ActsAnswer } from '../api/answers.ts'
import { Link } from '../app/router.tsx'
import { useWords } from '../app/session.tsx'

type Act = ActsAnswer['acts'][number]

/** Some acts have a page of their own. */
const ownPages: Readonly<Record<string, string>> = {
  decide: 'outcome',
  divert: 'outcome',
  approveDraft: 'review',
  returnDraft: 'review',
  signReply: 'review',
}

export const actAddress = (id: string, command: string): string =>
  ownPages[command] ? `/cases/${id}/${ownPages[command]}` : `/cases/${id}?act=${command}`

const Open = ({ id, acts }: { readonly id: string; readonly acts: readonly Act[] }) => (
  <ul className="open-acts">
    {acts.map(({ command, zh, cited }) => (
      <li key={command}>
        <Link to={actAddress(id, command)}>{zh}</Link>
        <span className="basis">{cited}</span>
      </li>
    ))}
  </ul>
)

const OfOthers = ({ acts }: { readonly acts: readonly Act[] }) => {
  const words = useWords()
  return (
    <ul>
      {acts.map(({ command, zh, roles }) => (
        <li key={command}>
          {zh}：由{roles.map((role) => words.roles[role as keyof typeof words.roles]).join('、')}办理
        </li>
      ))}
    </ul>
  )
}

/** One that the machine does not take here: where it would, unless it has words of its own. */
const whyNot = ({ refusal, openIn }: Act): string =>
  refusal?.code === 'notPermittedNow' && openIn.length > 0
    ? `案件在“${openIn.join('”“')}”时才能办理，并且要有所针对的事项`
    : (refusal?.zh ?? '')

const NotNow = ({ acts }: { readonly acts: readonly Act[] }) => (
  <dl className="not-now">
    {acts.map((act) => (
      <div key={act.command}>
        <dt>{act.zh}</dt>
        <dd>{whyNot(act)}</dd>
      </div>
    ))}
  </dl>
)

interface ActsAsideProps {
  readonly id: string
  readonly acts: readonly Act[]
}

/** At each moment: what may be done, what not and why, and what is somebody else's. */
export const ActsAside = ({ id, acts }: ActsAsideProps) => {
  const permitted = acts.filter((act) => act.permitted)
  const mine = acts.filter((act) => !act.permitted && act.mine)
  const others = acts.filter((act) => !act.mine && act.open)
  const later = acts.filter((act) => !act.mine && !act.open)
  return (
    <aside className="acts" aria-label="可以办理的事项">
      <h2>现在可以办理</h2>
      {permitted.length > 0 ? <Open id={id} acts={permitted} /> : <p>现在没有等您办理的事项。</p>}
      <details>
        <summary>不能办理的，为什么（{mine.length}）</summary>
        <NotNow acts={mine} />
      </details>
      <details open={permitted.length === 0}>
        <summary>现在可以由别人办理的（{others.length}）</summary>
        <OfOthers acts={others} />
      </details>
      <details>
        <summary>以后由别人办理的（{later.length}）</summary>
        <OfOthers acts={later} />
      </details>
    </aside>
  )
}
