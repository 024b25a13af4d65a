import { type Attachment, attachmentKinds } from '@zhiqing/casework'
import type { KeptOrgan } from '@zhiqing/db'
import type { Day } from '@zhiqing/law'
import type { OpenDraft } from '../draft/draft.js'
import { sizeWords } from '../files/file-list.js'
import { provisionalWords } from '../look/day-words.js'
import { type Fault, idOf } from '../look/fault.js'
import { type At, sendPage } from '../look/send-page.js'
import { WholeDay } from '../look/whole-day.js'
import type { Application } from './application.js'
import { choicesOf, type FieldName, fieldLabels } from './form-fields.js'
import { thingsIn } from './several.js'
import { addressOf, KeptNote } from './steps/frame.js'
import { type StepName, stepFields, stepOf, stepsFor } from './steps/steps.js'

export interface CheckPage {
  readonly kept: KeptOrgan
  readonly open: OpenDraft
  readonly files: readonly Attachment[]
  readonly faults: readonly Fault[]
  readonly kiosk: boolean
  readonly advice: readonly string[]
  /** When the reply would be due; null where the calendar cannot tell. */
  readonly due: { readonly due: Day; readonly provisional: boolean } | null
  /** Another request went out with the same form before. */
  readonly again?: boolean | undefined
}

const titles: Readonly<Record<Exclude<StepName, 'several' | 'files'>, string>> = {
  who: '谁要申请',
  name: '申请人',
  contact: '联系方式',
  what: '要的信息',
  how: '怎样给您',
}

const unchosen: Partial<Record<FieldName, string>> = {
  agency: '没有，自己申请',
  'form.medium': '没有选，按纸质',
  'form.method': '没有选，按邮寄',
  'form.otherWay': '没有勾选',
}

const wordsOf = (application: Application, name: FieldName): string => {
  const value = application[name]
  if (value.trim() === '') return unchosen[name] ?? '没有填写'
  return choicesOf[name]?.find((choice) => choice.value === value)?.label ?? value
}

const Change = ({ to, of }: { to: string; of: string }) => (
  <dd className="change">
    <a className="quiet" href={to}>
      修改<span className="unseen">：{of}</span>
    </a>
  </dd>
)

const Answer = ({ page: { kept, open }, name }: { page: CheckPage; name: FieldName }) => {
  const { application } = open.draft
  const to = `${addressOf(kept.id, stepOf(name))}?back=check#${idOf(name)}`
  return (
    <div>
      <dt>{fieldLabels[name]}</dt>
      <dd className={application[name].trim() === '' ? 'verbatim faint' : 'verbatim'}>{wordsOf(application, name)}</dd>
      <Change to={to} of={fieldLabels[name]} />
    </div>
  )
}

/** An agent only where there is one. */
const shown = (name: FieldName, application: Application): boolean =>
  name !== 'applicant.agent' || application.agency !== ''

const Answers = ({ page }: { page: CheckPage }) => (
  <>
    {(Object.keys(titles) as (keyof typeof titles)[]).map((step) => (
      <section key={step} aria-labelledby={step}>
        <h2 id={step}>{titles[step]}</h2>
        <dl className="answers">
          {stepFields[step]
            .filter((name) => shown(name, page.open.draft.application))
            .map((name) => (
              <Answer key={name} page={page} name={name} />
            ))}
        </dl>
      </section>
    ))}
  </>
)

const Parts = ({ page: { kept, open } }: { page: CheckPage }) => {
  const { application, split } = open.draft
  const things = thingsIn(application['information.description'])
  if (things.length < 2) return null
  return (
    <section aria-labelledby="several">
      <h2 id="several">分成几份</h2>
      <dl className="answers">
        <div>
          <dt>怎样提交</dt>
          <dd>{split === 'yes' ? `分成${things.length}份申请，每份一个编号` : '合成一份申请'}</dd>
          <Change to={`${addressOf(kept.id, 'several')}?back=check`} of="怎样提交" />
        </div>
      </dl>
    </section>
  )
}

const Files = ({ page: { kept, files } }: { page: CheckPage }) => (
  <section aria-labelledby="files">
    <h2 id="files">一起交的材料</h2>
    <dl className="answers">
      <div>
        <dt>材料</dt>
        <dd className={files.length > 0 ? 'verbatim' : 'faint'}>
          {files.length > 0
            ? files.map(({ name, kind, size }) => `${name}（${attachmentKinds[kind]}，${sizeWords(size)}）`).join('\n')
            : '没有'}
        </dd>
        <Change to={`${addressOf(kept.id, 'files')}?back=check`} of="材料" />
      </div>
    </dl>
  </section>
)

const Advice = ({ advice }: { advice: readonly string[] }) =>
  advice.length === 0 ? null : (
    <section className="notice" aria-labelledby="advice">
      <h2 id="advice">提交之前请看一下</h2>
      <ul>
        {advice.map((one) => (
          <li key={one}>{one}</li>
        ))}
      </ul>
      <p>这些只是提醒，不改也可以提交。</p>
    </section>
  )

const Again = () => (
  <section className="notice" aria-labelledby="again">
    <h2 id="again">刚才已经提交过一份</h2>
    <p>这一份和刚才提交的内容不一样，所以还没有提交。如果确实要另外再申请一件，请再按一次“确认提交”。</p>
  </section>
)

/** What has to be mended first, each a way to its page. */
const Wrong = ({ page: { kept, faults } }: { page: CheckPage }) =>
  faults.length === 0 ? null : (
    <div className="errors" role="alert" aria-labelledby="errors-title">
      <h2 id="errors-title">有{faults.length}处需要改正</h2>
      <ul>
        {faults.map(({ path, zh }) => (
          <li key={path}>
            <a href={`${addressOf(kept.id, stepOf(path as FieldName))}?back=check#${idOf(path)}`}>{zh}</a>
          </li>
        ))}
      </ul>
    </div>
  )

const WhenAnswered = ({ due }: Pick<CheckPage, 'due'>) => (
  <p>
    提交成功的这一天，就是收到申请的日期。
    {due ? (
      <>
        今天提交，我们最迟在
        <strong>
          <WholeDay on={due.due} />
        </strong>
        答复您
        {due.provisional ? `（${provisionalWords}）` : ''}。
      </>
    ) : null}
  </p>
)

const formId = 'check-form'

const lastStep = ({ open, kiosk }: CheckPage): StepName => stepsFor(open.draft.application, kiosk).at(-1) ?? 'how'

/** Check answers: nothing has been filed yet. */
export const sendCheck = (at: At, page: CheckPage) => {
  const { kept, open, kiosk, advice, again, faults } = page
  const steps = stepsFor(open.draft.application, kiosk).length + 1
  return sendPage(at, {
    title: '请核对您的申请',
    heading: false,
    status: again ? 409 : faults.length > 0 ? 400 : 200,
    faulty: faults.length > 0,
    back: addressOf(kept.id, 'check'),
    body: (
      <>
        <Wrong page={page} />
        <p className="progress">
          第{steps}步，共{steps}步
        </p>
        <h1>请核对您的申请</h1>
        <p className="lead">
          向<strong>{kept.organ.name}</strong>申请。还没有提交，请看看写得对不对。
        </p>
        {again ? <Again /> : null}
        <Advice advice={advice} />
        <Answers page={page} />
        <Parts page={page} />
        {kiosk ? null : <Files page={page} />}
        <WhenAnswered due={page.due} />
        <form id={formId} method="post" action={addressOf(kept.id, 'submit')}>
          <input type="hidden" name="once" value={open.draft.once} />
          <p className="actions">
            {faults.length > 0 ? null : <button type="submit">确认提交</button>}
            <a className="button second" href={addressOf(kept.id, lastStep(page))}>
              上一步
            </a>
          </p>
        </form>
        <form method="post" action="/draft/later">
          <KeptNote open={open} />
        </form>
      </>
    ),
  })
}
