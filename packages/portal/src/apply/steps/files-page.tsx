import type { Attachment, AttachmentKind } from '@zhiqing/casework'
import type { KeptOrgan } from '@zhiqing/db'
import type { OpenDraft } from '../../draft/draft.js'
import { FileForm } from '../../files/file-form.js'
import { FileList } from '../../files/file-list.js'
import { ErrorSummary } from '../../look/error-summary.js'
import type { Fault } from '../../look/fault.js'
import { type At, sendPage } from '../../look/send-page.js'
import { addressOf, BackTo, KeptNote, Progress, Question, WayOn } from './frame.js'
import { stepsFor } from './steps.js'

interface FilesPage {
  readonly kept: KeptOrgan
  readonly open: OpenDraft
  readonly files: readonly Attachment[]
  readonly faults: readonly Fault[]
  readonly back: boolean
}

const kinds: readonly AttachmentKind[] = ['authorization', 'identity', 'other']
const formId = 'step-form'

const Wanted = ({ agency }: { agency: boolean }) =>
  agency ? (
    <p>
      替别人申请的，请交<strong>委托书</strong>和双方的身份证明。现在没有的，可以先提交申请，以后再补。
    </p>
  ) : (
    <p>
      <strong>没有材料的，直接按“下一步”。</strong>身份证照片不是一定要交的，前面写了号码就行。
    </p>
  )

/** Papers that come along: none is ever compulsory. */
export const sendFiles = (at: At, { kept, open, files, faults, back }: FilesPage) => {
  const { application } = open.draft
  const to = (end: string) => `${addressOf(kept.id, 'files')}/${end}${back ? '?back=check' : ''}`
  return sendPage(at, {
    title: '有要一起交的材料吗？',
    heading: false,
    status: faults.length > 0 ? 400 : 200,
    faulty: faults.length > 0,
    back: addressOf(kept.id, 'files'),
    body: (
      <>
        <ErrorSummary faults={faults} />
        <Progress steps={stepsFor(application, false)} step="files" />
        <Question kept={kept}>有要一起交的材料吗？</Question>
        <Wanted agency={application.agency !== ''} />
        <FileList files={files} action={to('drop')} />
        <FileForm action={to('add')} kinds={kinds} faults={faults} />
        <form id={formId} method="post" action={addressOf(kept.id, 'files')}>
          <input type="hidden" name="once" value={open.draft.once} />
          <BackTo back={back} />
          <WayOn back={back} first={false} next={files.length > 0 ? '下一步' : '没有材料，下一步'} />
          <KeptNote open={open} />
        </form>
      </>
    ),
  })
}
