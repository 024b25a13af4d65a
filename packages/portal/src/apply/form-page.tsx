import type { KeptOrgan } from '@zhiqing/db'
import { Choices, Select } from '../look/choices.js'
import { ErrorSummary } from '../look/error-summary.js'
import { type Fault, faultOf } from '../look/fault.js'
import { Field } from '../look/field.js'
import { type At, sendPage } from '../look/send-page.js'
import type { Application } from './application.js'
import { type FieldName, fieldLabels, idTypeChoices, kindChoices, mediumChoices, methodChoices } from './form-fields.js'

export interface FormPage {
  readonly kept: KeptOrgan
  readonly application: Application
  readonly faults: readonly Fault[]
  readonly once: string
}

type Part = Pick<FormPage, 'application' | 'faults'>

const of = ({ application, faults }: Part, name: FieldName) => ({
  name,
  label: fieldLabels[name],
  legend: fieldLabels[name],
  value: application[name],
  fault: faultOf(faults, name),
})

const Who = (part: Part) => (
  <section className="part" aria-labelledby="who">
    <h2 id="who">一、申请人</h2>
    <Choices {...of(part, 'applicant.kind')} choices={kindChoices} />
    <Field {...of(part, 'applicant.name')} hint="个人写身份证上的姓名，单位写全称。" autoComplete="name" />
    <Select
      {...of(part, 'applicant.idType')}
      hint="个人一般用居民身份证，单位用统一社会信用代码。"
      choices={idTypeChoices}
    />
    <Field {...of(part, 'applicant.idNumber')} hint="只写号码，不用上传照片。" className="medium" autoComplete="off" />
    <Field
      {...of(part, 'applicant.agent')}
      optional
      hint="请别人代您申请的才填。机关可能会请您补交委托书。"
      className="medium"
      autoComplete="off"
    />
  </section>
)

const Contact = (part: Part) => (
  <section className="part" aria-labelledby="contact">
    <h2 id="contact">二、联系方式</h2>
    <p>电话、邮箱、地址至少写一项，我们才能把答复送到您手里。</p>
    <Field {...of(part, 'applicant.phone')} type="tel" className="medium" autoComplete="tel" />
    <Field {...of(part, 'applicant.email')} type="email" autoComplete="email" />
    <Field {...of(part, 'applicant.address')} hint="写到门牌号，方便邮寄。" rows={2} autoComplete="street-address" />
  </section>
)

const What = (part: Part) => (
  <section className="part" aria-labelledby="what">
    <h2 id="what">三、信息内容</h2>
    <Field
      {...of(part, 'information.description')}
      hint="用自己的话写就行：什么事、哪个地方、哪一年。例如：“青禾镇2023年征地补偿的标准”。最多10000个字。"
      rows={8}
    />
    <p>知道下面这些的话，查得更快：</p>
    <Field {...of(part, 'information.title')} optional />
    <Field {...of(part, 'information.documentNumber')} optional hint="例如：青政发〔2023〕5号" className="medium" />
    <Field {...of(part, 'information.period')} optional hint="例如：2022年1月至2023年12月" className="medium" />
  </section>
)

const How = (part: Part) => (
  <section className="part" aria-labelledby="how">
    <h2 id="how">四、怎样给您</h2>
    <p>不选的，按纸质、邮寄办理。</p>
    <Choices {...of(part, 'form.medium')} choices={mediumChoices} />
    <Choices {...of(part, 'form.method')} choices={methodChoices} />
  </section>
)

const formId = 'apply-form'

const FormBody = ({ kept: { id, organ }, application, faults, once }: FormPage) => (
  <>
    <ErrorSummary faults={faults} />
    <h1>
      <span className="above">向{organ.name}</span>申请公开政府信息
    </h1>
    <p className="lead">一共四部分，填好后可以先核对再提交。没有时间限制，可以慢慢填。</p>
    <form id={formId} method="post" action={`/apply/${encodeURIComponent(id)}/check`} noValidate>
      <input type="hidden" name="once" value={once} />
      <Who application={application} faults={faults} />
      <Contact application={application} faults={faults} />
      <What application={application} faults={faults} />
      <How application={application} faults={faults} />
      <p className="actions">
        <button type="submit">下一步：核对</button>
      </p>
    </form>
  </>
)

/** The form, empty or as it was filled in; with faults it is a 400. Empty it is nobody's, and "back" finds it as left. */
export const sendForm = (at: At, page: FormPage) => {
  const faulty = page.faults.length > 0
  return sendPage(at, {
    title: `向${page.kept.organ.name}申请公开政府信息`,
    heading: false,
    status: faulty ? 400 : 200,
    faulty,
    open: at.request.method === 'GET',
    form: { id: formId, action: `/apply/${encodeURIComponent(page.kept.id)}/edit${faulty ? '?checked' : ''}` },
    body: <FormBody {...page} />,
  })
}
