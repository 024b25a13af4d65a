import { type Case, type PublicationFact, publicationState } from '@zhiqing/casework'
import { type Day, inChinese } from '@zhiqing/law'
import { applicantMay } from '../applicant-acts.js'

/** Where it can be read: an address is led to, anything else is told. */
const Place = ({ place }: { place: string }) =>
  /^https?:\/\/\S+$/.test(place) ? <a href={place}>{place}</a> : <strong className="verbatim">{place}</strong>

const Answer = ({ on, decisions }: { on: Day; decisions: readonly PublicationFact[] }) => {
  const last = decisions.at(-1)
  const state = publicationState(decisions, on)
  if (!last || state === 'waiting') return <p>我们正在审核。是否主动公开，决定以后写在这里。</p>
  const day = inChinese(last.on)
  if (state === 'toPublish') return <p>{day}决定主动公开。公开以后，这里会写明在哪里看。</p>
  if (state === 'published')
    return (
      <p>
        已经主动公开（{day}），在这里看：
        <Place place={last.place ?? ''} />
      </p>
    )
  return (
    <p>
      {day}决定不主动公开，理由：<span className="verbatim">{last.reason}</span>
    </p>
  )
}

interface Props {
  readonly current: Case
  readonly decisions: readonly PublicationFact[]
}

/** 建议主动公开 (条例 44.2): offered once information was given; then what became of it. */
export const Suggested = ({ current, decisions }: Props) => {
  const [one] = current.suggestions ?? []
  if (!one && !applicantMay(current, 'suggestPublication')) return null
  return (
    <section aria-labelledby="suggestion">
      <h2 id="suggestion">建议主动公开</h2>
      {one ? (
        <>
          <p>已收到您的建议（{inChinese(one.on)}）。</p>
          <Answer on={one.on} decisions={decisions} />
        </>
      ) : (
        <>
          <p>您拿到的信息，如果您认为应当让所有人都看得到，可以建议我们主动公开。</p>
          <p>
            <a className="button second" href="/case/suggestion">
              建议主动公开
            </a>
          </p>
        </>
      )}
    </section>
  )
}
