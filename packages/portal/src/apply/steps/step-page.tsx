import type { KeptOrgan } from '@zhiqing/db'
import type { OpenDraft } from '../../draft/draft.js'
import { ErrorSummary } from '../../look/error-summary.js'
import type { Fault } from '../../look/fault.js'
import { type At, sendPage } from '../../look/send-page.js'
import type { Application } from '../application.js'
import { addressOf, BackTo, KeptNote, Progress, Question, WayOn } from './frame.js'
import { bodyOf, questionOf } from './step-bodies.js'
import { type StepName, stepsFor } from './steps.js'

export interface StepPage {
  readonly kept: KeptOrgan
  readonly step: keyof typeof questionOf
  readonly application: Application
  readonly open: OpenDraft | undefined
  readonly kiosk: boolean
  readonly faults: readonly Fault[]
  /** Came from the page to check, and goes back there. */
  readonly back: boolean
  /** Another window began another request: what was typed is shown here, and nothing was kept. */
  readonly other?: boolean | undefined
}

const formId = 'step-form'

const Other = () => (
  <p className="notice">您在另一个窗口里重新开始了一份申请，这一页还没有保存。请看看下面的内容，再按一次“下一步”。</p>
)

const StepForm = (page: StepPage & { steps: readonly StepName[] }) => {
  const { kept, step, application, open, faults, back, steps } = page
  const Fields = bodyOf[step]
  return (
    <form
      id={formId}
      method="post"
      action={addressOf(kept.id, step)}
      noValidate
      data-keep={`apply-${kept.id}-${step}-${open?.draft.once.slice(0, 6) ?? 'new'}`}
    >
      {open ? <input type="hidden" name="once" value={open.draft.once} /> : null}
      <BackTo back={back} />
      <Fields application={application} faults={faults} />
      <WayOn back={back} first={step === steps[0]} />
      <KeptNote open={open} />
    </form>
  )
}

/** One page of the form; with faults it is a 400. */
export const sendStep = (at: At, page: StepPage) => {
  const { kept, step, application, faults, kiosk, other } = page
  const faulty = faults.length > 0
  const steps = stepsFor(application, kiosk)
  const question = questionOf[step](application)
  return sendPage(at, {
    title: question,
    heading: false,
    status: other ? 409 : faulty ? 400 : 200,
    faulty,
    form: { id: formId, action: `${addressOf(kept.id, step)}${faulty ? '?checked' : ''}` },
    body: (
      <>
        <ErrorSummary faults={faults} />
        {other ? <Other /> : null}
        <Progress steps={steps} step={step} />
        <Question kept={kept}>{question}</Question>
        <StepForm {...page} steps={steps} />
      </>
    ),
  })
}
