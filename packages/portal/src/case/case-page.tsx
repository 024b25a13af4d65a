import { maskName } from '@zhiqing/api'
import type { CaseView, PublicationFact } from '@zhiqing/casework'
import { inChinese } from '@zhiqing/law'
import type { Words } from '@zhiqing/letters'
import { OrganContact } from '../look/organ-contact.js'
import { Acts } from './acts.js'
import { Correction } from './correction-wanted.js'
import { dueWords } from './due-words.js'
import { Enclosures, Letters } from './letters.js'
import type { OpenedCase } from './open-case.js'
import { PaymentWanted } from './payment-wanted.js'
import { nextWords, stateWords } from './plain-words.js'
import { ReasonsWanted } from './reasons-wanted.js'
import { Remedies } from './remedies.js'
import { Stages } from './stages.js'
import { Suggested } from './suggestion/suggested.js'
import { timelineOf } from './timeline.js'
import { WhyThisDay } from './why-this-day.js'

interface Props {
  readonly opened: OpenedCase
  readonly view: CaseView
  readonly words: Words
  /** What was decided of the information, where the applicant suggested to publish it. */
  readonly decisions: readonly PublicationFact[]
}

const Standing = ({ opened, view }: Props) => {
  const { headline, more } = dueWords(opened, view)
  const next = nextWords[view.state]
  return (
    <section className="standing" aria-labelledby="standing">
      <h2 id="standing">{headline}</h2>
      {more.map((one) => (
        <p key={one}>{one}</p>
      ))}
      <Stages stage={view.stage} current={opened.current} />
      <p>{stateWords[view.state]}</p>
      {next ? <p>{next}</p> : null}
    </section>
  )
}

const Timeline = ({ opened: { current } }: Pick<Props, 'opened'>) => (
  <section aria-labelledby="timeline">
    <h2 id="timeline">办理经过</h2>
    <ol className="timeline">
      {timelineOf(current).map(({ on, zh }) => (
        <li key={`${on} ${zh}`}>
          <span className="on">{inChinese(on)}</span>
          {zh}
        </li>
      ))}
    </ol>
  </section>
)

const Identity = ({ opened: { current, office } }: Pick<Props, 'opened'>) => (
  <dl className="identity">
    <div>
      <dt>受理编号</dt>
      <dd className="code">{current.number ?? '确认以后给您'}</dd>
    </div>
    <div>
      <dt>申请人</dt>
      <dd>{maskName(current.applicant) || '没有填写'}</dd>
    </div>
    <div>
      <dt>办理机关</dt>
      <dd>{office.organ.name}</dd>
    </div>
  </dl>
)

const Help = ({ opened: { office } }: Pick<Props, 'opened'>) => (
  <section aria-labelledby="help">
    <h2 id="help">有疑问，找我们</h2>
    <OrganContact organ={office.organ} />
    <form method="post" action="/case/leave">
      <button type="submit" className="second">
        退出查询
      </button>
      <p className="hint">用别人的手机或者公用电脑查询的，看完请退出。</p>
    </form>
  </section>
)

/** Where the case stands, when the reply is due and why, what has happened, what there is to download and to do. */
export const CasePage = (props: Props) => (
  <>
    <Identity {...props} />
    <Standing {...props} />
    <Correction {...props} />
    <ReasonsWanted opened={props.opened} />
    <PaymentWanted opened={props.opened} />
    <Timeline {...props} />
    <Letters current={props.opened.current} words={props.words} />
    <Enclosures current={props.opened.current} />
    <Suggested current={props.opened.current} decisions={props.decisions} />
    <Remedies opened={props.opened} />
    <WhyThisDay opened={props.opened} />
    <Acts current={props.opened.current} />
    <Help {...props} />
  </>
)
