import type { KeptOrgan } from '@zhiqing/db'
import type { OpenDraft } from '../../draft/draft.js'
import { Choices } from '../../look/choices.js'
import { ErrorSummary } from '../../look/error-summary.js'
import { type Fault, faultOf } from '../../look/fault.js'
import { type At, sendPage } from '../../look/send-page.js'
import { thingsIn } from '../several.js'
import { addressOf, BackTo, KeptNote, Progress, Question, WayOn } from './frame.js'
import { stepsFor } from './steps.js'

const formId = 'step-form'

interface SeveralPage {
  readonly kept: KeptOrgan
  readonly open: OpenDraft
  readonly kiosk: boolean
  readonly faults: readonly Fault[]
  readonly back: boolean
}

/** Several things are offered to be several requests; one is as good, and nobody is made to choose the other. */
export const sendSeveral = (at: At, { kept, open, kiosk, faults, back }: SeveralPage) => {
  const { application, split } = open.draft
  const things = thingsIn(application['information.description'])
  const faulty = faults.length > 0
  return sendPage(at, {
    title: `您写了${things.length}件事`,
    heading: false,
    status: faulty ? 400 : 200,
    faulty,
    form: { id: formId, action: `${addressOf(kept.id, 'several')}${faulty ? '?checked' : ''}` },
    body: (
      <>
        <ErrorSummary faults={faults} />
        <Progress steps={stepsFor(application, kiosk)} step="several" />
        <Question kept={kept}>您写了{things.length}件事，要分开吗？</Question>
        <p>分开提交，每一件各有编号和期限，先查到的先答复您。不分开也一样受理。</p>
        <ol className="verbatim things">
          {things.map((one) => (
            <li key={one}>{one}</li>
          ))}
        </ol>
        <form id={formId} method="post" action={addressOf(kept.id, 'several')} noValidate>
          <input type="hidden" name="once" value={open.draft.once} />
          <BackTo back={back} />
          <Choices
            name="split"
            legend="怎样提交"
            choices={[
              { value: 'yes', label: `分成${things.length}份申请`, hint: '其他内容不用再填，一次提交。' },
              { value: 'no', label: '合成一份申请' },
            ]}
            value={split}
            fault={faultOf(faults, 'split')}
          />
          <WayOn back={back} first={false} />
          <KeptNote open={open} />
        </form>
      </>
    ),
  })
}
