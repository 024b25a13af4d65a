import type { KeptOrgan } from '@zhiqing/db'
import type { Day } from '@zhiqing/law'
import { provisionalWords } from '../look/day-words.js'
import { idOf } from '../look/fault.js'
import { type At, sendPage } from '../look/send-page.js'
import { WholeDay } from '../look/whole-day.js'
import type { Application } from './application.js'
import { choicesOf, type FieldName, fieldLabels, fieldNames } from './form-fields.js'

export interface CheckPage {
  readonly kept: KeptOrgan
  readonly application: Application
  readonly once: string
  readonly advice: readonly string[]
  /** When the reply would be due; null where the calendar cannot tell. */
  readonly due: { readonly due: Day; readonly provisional: boolean } | null
  /** Another request went out with the same form before. */
  readonly again?: boolean | undefined
}

const parts: readonly (readonly [title: string, prefix: string, names: readonly FieldName[]])[] = [
  ['申请人', 'who', ['applicant.kind', 'applicant.name', 'applicant.idType', 'applicant.idNumber', 'applicant.agent']],
  ['联系方式', 'contact', ['applicant.phone', 'applicant.email', 'applicant.address']],
  [
    '信息内容',
    'what',
    ['information.description', 'information.title', 'information.documentNumber', 'information.period'],
  ],
  ['怎样给您', 'how', ['form.medium', 'form.method']],
]

const unchosen: Partial<Record<FieldName, string>> = {
  'form.medium': '没有选，按纸质',
  'form.method': '没有选，按邮寄',
}

const wordsOf = (application: Application, name: FieldName): string => {
  const value = application[name]
  if (value.trim() === '') return unchosen[name] ?? '没有填写'
  return choicesOf[name]?.find((choice) => choice.value === value)?.label ?? value
}

const Answer = ({ page: { kept, application }, name }: { page: CheckPage; name: FieldName }) => (
  <div>
    <dt>{fieldLabels[name]}</dt>
    <dd className={application[name].trim() === '' ? 'verbatim faint' : 'verbatim'}>{wordsOf(application, name)}</dd>
    <dd className="change">
      <button type="submit" className="quiet" formAction={`/apply/${encodeURIComponent(kept.id)}/edit#${idOf(name)}`}>
        修改<span className="unseen">：{fieldLabels[name]}</span>
      </button>
    </dd>
  </div>
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

/** Every answer once more, hidden in the form as it will be sent. */
const Answers = ({ page }: { page: CheckPage }) => (
  <form id={formId} method="post" action={`/apply/${encodeURIComponent(page.kept.id)}/submit`}>
    <input type="hidden" name="once" value={page.once} />
    {fieldNames.map((name) => (
      <input key={name} type="hidden" name={name} value={page.application[name]} />
    ))}
    {parts.map(([title, id, names]) => (
      <section key={id} aria-labelledby={id}>
        <h2 id={id}>{title}</h2>
        <dl className="answers">
          {names.map((name) => (
            <Answer key={name} page={page} name={name} />
          ))}
        </dl>
      </section>
    ))}
    <WhenAnswered due={page.due} />
    <p className="actions">
      <button type="submit">确认提交</button>
    </p>
  </form>
)

/** Check answers: nothing has been filed yet. */
export const sendCheck = (at: At, page: CheckPage) =>
  sendPage(at, {
    title: '请核对您的申请',
    status: page.again ? 409 : 200,
    form: { id: formId, action: `/apply/${encodeURIComponent(page.kept.id)}/check` },
    body: (
      <>
        <p className="lead">
          向<strong>{page.kept.organ.name}</strong>申请。还没有提交，请看看写得对不对。
        </p>
        {page.again ? <Again /> : null}
        <Advice advice={page.advice} />
        <Answers page={page} />
      </>
    ),
  })
