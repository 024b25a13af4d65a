import { grouped } from '../apply/query-code.js'
import { addressOf } from '../apply/steps/frame.js'
import { dayOfInstant } from '../look/day-words.js'
import { DonePanel } from '../look/done-panel.js'
import { ErrorSummary } from '../look/error-summary.js'
import { type Fault, faultOf } from '../look/fault.js'
import { Field } from '../look/field.js'
import { type At, sendPage } from '../look/send-page.js'
import { WholeDay } from '../look/whole-day.js'
import type { OpenDraft } from './draft.js'

const formId = 'draft-form'

interface CodePage {
  readonly code: string
  readonly faults: readonly Fault[]
  readonly status?: number
}

/** Where a code that was written down is typed in. */
export const sendCodeForm = (at: At, { code, faults, status }: CodePage) =>
  sendPage(at, {
    title: '用草稿码接着填',
    heading: false,
    status: status ?? (faults.length > 0 ? 400 : 200),
    faulty: faults.length > 0,
    open: at.request.method === 'GET',
    form: { id: formId, action: '/draft' },
    body: (
      <>
        <ErrorSummary faults={faults} />
        <h1>用草稿码接着填</h1>
        <p className="lead">没有提交的申请，用草稿码打开。大小写、空格、横线都没有关系。</p>
        <form id={formId} method="post" action="/draft" noValidate>
          <Field
            name="code"
            label="草稿码"
            hint="13位字母和数字"
            value={code}
            fault={faultOf(faults, 'code')}
            className="medium code"
            autoComplete="off"
          />
          <p className="actions">
            <button type="submit">打开草稿</button>
          </p>
        </form>
        <p>
          已经提交的申请，请用受理编号和查询码<a href="/lookup">查询进度</a>。
        </p>
      </>
    ),
  })

/** Kept for another day: the code, large enough to copy. */
export const sendSaved = (at: At, { code, draft, expiresAt }: OpenDraft) =>
  sendPage(at, {
    title: '已经保存，还没有提交',
    heading: false,
    body: (
      <>
        <DonePanel title="已经保存，还没有提交" stamp="草稿">
          <dl>
            <div>
              <dt>草稿码</dt>
              <dd className="code">{grouped(code)}</dd>
            </div>
          </dl>
          <p>
            <strong>请抄下来或者拍张照片。</strong>保存到
            <WholeDay on={dayOfInstant(expiresAt)} />
            ，到期自动删除。
          </p>
        </DonePanel>
        <p>
          换手机、换电脑接着填：打开首页，选“用草稿码接着填”。请不要把草稿码告诉别人。草稿不是申请，
          <strong>提交以后才开始计算答复期限</strong>。
        </p>
        <p>
          <a className="button" href={addressOf(draft.organ, 'who')}>
            现在接着填
          </a>
          <a className="button second" href="/">
            回到首页
          </a>
        </p>
        <form method="post" action="/draft/drop">
          <p>
            <button type="submit" className="grave">
              删除这份草稿
            </button>
          </p>
        </form>
      </>
    ),
  })

export const sendDropped = (at: At) =>
  sendPage(at, {
    title: '草稿已经删除',
    body: (
      <p data-forget="">
        <a className="button second" href="/">
          回到首页
        </a>
      </p>
    ),
  })
