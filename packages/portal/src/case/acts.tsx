import type { Case } from '@zhiqing/casework'
import { applicantMay } from './applicant-acts.js'

/** What the applicant may do besides correcting: take the request back. */
export const Acts = ({ current }: { current: Case }) =>
  applicantMay(current, 'withdrawRequest') ? (
    <section aria-labelledby="acts">
      <h2 id="acts">不想申请了</h2>
      <p>答复签发以前，您可以撤回申请。</p>
      <p>
        <a className="button second" href="/case/withdraw">
          撤回申请
        </a>
      </p>
    </section>
  ) : null
