import { type Attachment, attachmentKinds } from '@zhiqing/casework'
import { AttachedFile } from '../../files/attached-file.js'
import { sizeWords } from '../../files/file-list.js'
import { DayBoxes, type TypedDay } from '../../look/day-boxes.js'
import { ErrorSummary } from '../../look/error-summary.js'
import { type Fault, faultOf } from '../../look/fault.js'
import { Field } from '../../look/field.js'
import { type At, sendPage } from '../../look/send-page.js'
import type { OpenedCase } from '../open-case.js'
import type { Act } from './act.js'

export interface ActPage {
  readonly act: Act
  readonly opened: OpenedCase
  readonly once: string
  readonly content: string
  readonly paidOn: TypedDay
  readonly files: readonly Attachment[]
  readonly faults: readonly Fault[]
  /** Files are left to those who have their own machine. */
  readonly kiosk: boolean
  /** The form was from before a restart. */
  readonly again?: boolean | undefined
}

const formId = 'act-form'

const Files = ({ act, files, faults }: Pick<ActPage, 'act' | 'files' | 'faults'>) => (
  <>
    {files.length > 0 ? (
      <ul className="files">
        {files.map(({ file, name, kind, size }) => (
          <li key={file}>
            <span className="verbatim">{name}</span>
            <span className="hint">
              {attachmentKinds[kind]}，{sizeWords(size)}
            </span>
            <button type="submit" className="quiet" name="drop" value={file}>
              删除<span className="unseen">：{name}</span>
            </button>
          </li>
        ))}
      </ul>
    ) : null}
    <AttachedFile kinds={act.kinds} faults={faults} />
  </>
)

const Form = (page: ActPage) => {
  const { act, opened, once, content, paidOn, faults, kiosk } = page
  return (
    <form
      id={formId}
      method="post"
      action={`/case/${act.path}`}
      encType="multipart/form-data"
      noValidate
      data-keep={`case-${act.path}-${opened.current.number ?? ''}`}
    >
      <input type="hidden" name="once" value={once} />
      {act.paid ? <DayBoxes legend="哪一天缴的" value={paidOn} faults={faults} /> : null}
      <Field
        name="content"
        label={act.label}
        hint={act.hint}
        optional={!act.required}
        rows={act.required ? 8 : 4}
        value={content}
        fault={faultOf(faults, 'content')}
      />
      {kiosk ? null : <Files {...page} />}
      <p className="actions">
        <button type="submit">{act.button}</button>
        <a className="button second" href="/case">
          返回
        </a>
      </p>
    </form>
  )
}

/** A box to write in, with papers; what it is about stands above it. */
export const sendAct = (at: At, page: ActPage) => {
  const { act, opened, faults, again } = page
  const faulty = faults.length > 0
  const { Intro } = act
  return sendPage(at, {
    title: act.title,
    heading: false,
    status: faulty ? 400 : 200,
    faulty,
    form: { id: formId, action: `/case/${act.path}` },
    body: (
      <>
        <ErrorSummary faults={faults} />
        <h1>{act.title}</h1>
        {again ? <p className="notice">页面放得太久了，还没有提交。您写的内容都在，请再按一次提交。</p> : null}
        <Intro opened={opened} />
        <Form {...page} />
      </>
    ),
  })
}
