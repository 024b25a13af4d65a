import type { Case } from '@zhiqing/casework'
import { acts } from './act/acts.js'
import { applicantMay } from './applicant-acts.js'

/** What is offered without being asked for: the rest stands as a call at the top. */
const always = ['not-received', 'supplement']

/** What the applicant may do besides what is asked of him: tell the office something, or take the request back. */
export const Acts = ({ current }: { current: Case }) => {
  const open = acts.filter(({ path, may }) => always.includes(path) && may(current))
  const withdraw = applicantMay(current, 'withdrawRequest')
  return open.length === 0 && !withdraw ? null : (
    <section aria-labelledby="acts">
      <h2 id="acts">您还可以</h2>
      <ul className="acts">
        {open.map(({ path, title }) => (
          <li key={path}>
            <a href={`/case/${path}`}>{title}</a>
          </li>
        ))}
        {withdraw ? (
          <li>
            <a href="/case/withdraw">撤回申请</a>
            <span className="hint">不想申请了，答复签发以前可以撤回。</span>
          </li>
        ) : null}
      </ul>
    </section>
  )
}
