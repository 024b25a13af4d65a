import type { FormValues } from '../http/form-body.js'
import { ErrorSummary } from '../look/error-summary.js'
import { type Fault, faultOf, idOf } from '../look/fault.js'
import { describedBy, Field, Notes } from '../look/field.js'
import { type At, sendPage } from '../look/send-page.js'
import type { Given } from './read.js'
import { mostKilobytes } from './received.js'

const formId = 'report-check-form'

const FileBox = ({ of, label }: { of: Given; label: string }) => {
  const [name, hint] = [`${of}File`, `JSON 或者文本文件，最大${mostKilobytes} KB。`]
  const id = idOf(name)
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <Notes id={id} hint={hint} fault={undefined} />
      <input
        id={id}
        name={name}
        type="file"
        accept=".json,.txt,application/json,text/plain"
        aria-describedby={describedBy(id, hint, undefined)}
      />
    </div>
  )
}

const example = `{"organ": "某某局", "year": 2024, "format": "2021",
 "table3": {
  "1": [12, 1, 0, 0, 0, 0, 13],
  "2": [1, 0, 0, 0, 0, 0, 1],
  "3.1": [9, 1, 0, 0, 0, 0, 10],
  "3.7": [12, 1, 0, 0, 0, 0, 13],
  "4": [1, 0, 0, 0, 0, 0, 1]},
 "table4": {
  "reconsideration": [1, 0, 0, 0, 1],
  "litigationDirect": [0, 0, 0, 0, 0],
  "litigationAfter": [0, 0, 0, 0, 0]},
 "table2": {"规章": [0, 0, 3]}}`

const Format = () => (
  <details>
    <summary>格式</summary>
    <p>
      从网页复制的：一行一行地认表三的名称和七个数，表四认十五个数的一行；空着的格子算作没有填写。第一行写机关和年份，例如“某某局2024年政府信息公开工作年度报告”。
    </p>
    <p>
      JSON：和命令 <code className="code">zhiqing report check</code>{' '}
      的一样。本系统编制的年度报告，下载“JSON”就是这种格式。
    </p>
    <pre className="verbatim">
      <code>{example}</code>
    </pre>
    <ul>
      <li>
        <code>table3</code>
        ：表三，按行。每行七个数：自然人、商业企业、科研机构、社会公益组织、法律服务机构、其他、总计。
      </li>
      <li>
        行的名称：1 新收，2 上年结转，3.1 予以公开，3.2 部分公开，3.3.1 至 3.6.3 其余各项，3.7 总计，4 结转下年度。
      </li>
      <li>
        <code>table4</code>：表四，每组五个数：维持、纠正、其他结果、尚未审结、总计。
      </li>
      <li>
        没有填写的写 <code>null</code>，不要写成 0。
      </li>
    </ul>
  </details>
)

interface FormPage {
  readonly typed: FormValues
  readonly faults: readonly Fault[]
  readonly status?: number | undefined
}

/** The form, with what was typed into it; files must be chosen again, as browsers have it. */
export const sendForm = (at: At, { typed, faults, status }: FormPage) => {
  const faulty = faults.length > 0
  const value = (name: Given): string => typed.get(name) ?? ''
  return sendPage(at, {
    title: '年度报告核对',
    heading: false,
    status: status ?? (faulty ? 400 : 200),
    faulty,
    open: at.request.method === 'GET',
    form: { id: formId, action: '/report-check' },
    body: (
      <>
        <ErrorSummary faults={faults} />
        <h1>年度报告核对</h1>
        <p className="lead">
          任何人都可以核对一份已经公布的政府信息公开工作年度报告：表三、表四的数字对不对得上，结转和上年是不是一致，正文和表是不是一致。
        </p>
        <p>内容只用来核对，不保存。</p>
        <form id={formId} method="post" action="/report-check" encType="multipart/form-data" noValidate>
          <Field
            name="report"
            label="粘贴年度报告"
            hint="从网页上把标题和表三、表四一起选中、复制、粘贴；或者 JSON。"
            value={value('report')}
            fault={faultOf(faults, 'report')}
            rows={8}
            autoComplete="off"
          />
          <FileBox of="report" label="或者选一个文件" />
          <details open={faults.some(({ path }) => path !== 'report') || value('previous') + value('narrative') !== ''}>
            <summary>再核对结转和正文（可以不填）</summary>
            <Field
              name="previous"
              label="上年的报告"
              hint="同样粘贴，用来核对上年结转和文件存量。"
              optional
              value={value('previous')}
              fault={faultOf(faults, 'previous')}
              rows={4}
              autoComplete="off"
            />
            <FileBox of="previous" label="或者选上年报告的文件" />
            <Field
              name="narrative"
              label="报告正文"
              hint="从网页上复制下来的文字，用来核对正文里的数字。"
              optional
              value={value('narrative')}
              fault={faultOf(faults, 'narrative')}
              rows={4}
              autoComplete="off"
            />
          </details>
          <p className="actions">
            <button type="submit">核对</button>
          </p>
        </form>
        <Format />
      </>
    ),
  })
}
