import type { ReactNode } from 'react'
import { CheckBox } from '../../look/check-boxes.js'
import { Choices, Select } from '../../look/choices.js'
import { type Fault, faultOf } from '../../look/fault.js'
import { Field } from '../../look/field.js'
import type { Application } from '../application.js'
import {
  agencyChoices,
  type FieldName,
  fieldLabels,
  idTypeChoices,
  kindChoices,
  mediumChoices,
  methodChoices,
  otherWayChoices,
} from '../form-fields.js'

export interface Body {
  readonly application: Application
  readonly faults: readonly Fault[]
}

const of = ({ application, faults }: Body, name: FieldName) => ({
  name,
  label: fieldLabels[name],
  legend: fieldLabels[name],
  value: application[name],
  fault: faultOf(faults, name),
})

export const isPerson = (application: Application): boolean => application['applicant.kind'] === 'natural'

const Who = (body: Body) => (
  <>
    <Choices {...of(body, 'applicant.kind')} legendUnseen choices={kindChoices} />
    <CheckBox {...of(body, 'agency')} legend="替别人申请的，请勾选" choices={agencyChoices} />
  </>
)

const Name = (body: Body) => {
  const person = isPerson(body.application)
  return (
    <>
      <Field
        {...of(body, 'applicant.name')}
        label={person ? '姓名' : '单位全称'}
        hint={person ? '写身份证件上的姓名。' : '和营业执照、登记证书上的名称一样。'}
        autoComplete={person ? 'name' : 'organization'}
      />
      <Select
        {...of(body, 'applicant.idType')}
        hint={person ? '一般用居民身份证。' : '一般用统一社会信用代码。'}
        choices={idTypeChoices}
      />
      <Field
        {...of(body, 'applicant.idNumber')}
        hint="只写号码，不用上传照片。"
        className="medium"
        autoComplete="off"
        unkept
      />
      {body.application.agency === '' ? null : (
        <Field
          {...of(body, 'applicant.agent')}
          hint="上面写委托您的人，这里写您自己的姓名。"
          className="medium"
          autoComplete="off"
        />
      )}
    </>
  )
}

const Contact = (body: Body) => (
  <>
    <p>至少写一项，我们才能把答复送到您手里。</p>
    <Field {...of(body, 'applicant.phone')} type="tel" className="medium" autoComplete="tel" />
    <Field {...of(body, 'applicant.email')} type="email" autoComplete="email" />
    <Field {...of(body, 'applicant.address')} hint="写到门牌号，方便邮寄。" rows={2} autoComplete="street-address" />
  </>
)

const What = (body: Body) => (
  <>
    <Field
      {...of(body, 'information.description')}
      label="把要的信息说清楚"
      hint="用自己的话写就行：什么事、哪个地方、哪一年。例如：“青禾镇2023年征地补偿的标准”。要几样东西的，每样写一行，前面写1、2、3。最多10000个字。"
      rows={8}
      watched="vague"
    />
    <p className="subtle">知道下面这些的话，查得更快：</p>
    <Field {...of(body, 'information.title')} optional />
    <Field {...of(body, 'information.documentNumber')} optional hint="例如：青政发〔2023〕5号" className="medium" />
    <Field {...of(body, 'information.period')} optional hint="例如：2022年1月至2023年12月" className="medium" />
  </>
)

const How = (body: Body) => (
  <>
    <p>不选的，按纸质、邮寄办理。</p>
    <Choices {...of(body, 'form.medium')} choices={mediumChoices} />
    <Choices {...of(body, 'form.method')} choices={methodChoices} />
    <CheckBox {...of(body, 'form.otherWay')} choices={otherWayChoices} />
  </>
)

/** The question at the top of a page. */
export const questionOf: Readonly<
  Record<'who' | 'name' | 'contact' | 'what' | 'how', (application: Application) => string>
> = {
  who: () => '谁要申请？',
  name: (application) => (isPerson(application) ? '申请人的姓名和证件' : '单位的名称和代码'),
  contact: () => '怎样联系您？',
  what: () => '您想要什么信息？',
  how: () => '怎样给您？',
}

export const bodyOf: Readonly<Record<keyof typeof questionOf, (body: Body) => ReactNode>> = {
  who: Who,
  name: Name,
  contact: Contact,
  what: What,
  how: How,
}
