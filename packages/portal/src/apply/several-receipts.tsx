import type { CaseView } from '@zhiqing/casework'
import type { OpenedCase } from '../case/open-case.js'
import type { FiledCase } from '../draft/draft.js'
import { DonePanel } from '../look/done-panel.js'
import { grouped } from './query-code.js'
import { Days, Next } from './receipt-page.js'

interface SeveralProps {
  readonly opened: OpenedCase
  readonly view: CaseView
  readonly filed: readonly FiledCase[]
  readonly kiosk: boolean
}

const One = ({ one: { number, queryCode }, i, kiosk }: { one: FiledCase; i: number; kiosk: boolean }) => (
  <li className="card">
    <dl className="pair">
      <div>
        <dt>第{i + 1}份，受理编号</dt>
        <dd className="code">{number ?? '确认以后给您'}</dd>
      </div>
      {queryCode ? (
        <div>
          <dt>查询码</dt>
          <dd className="code">{grouped(queryCode)}</dd>
        </div>
      ) : null}
    </dl>
    {number && !kiosk ? (
      <p>
        <a className="button second small" href={`/receipt/${i}.pdf`}>
          保存第{i + 1}份回执（PDF）
        </a>
      </p>
    ) : null}
    <form method="post" action="/receipt/open">
      <input type="hidden" name="i" value={i} />
      <button type="submit" className="quiet">
        查看第{i + 1}份的进度
      </button>
    </form>
  </li>
)

/** Several requests filed at once: each with its own number and code. */
export const SeveralReceipts = ({ opened, view, filed, kiosk }: SeveralProps) => (
  <>
    <DonePanel title={`${filed.length}份申请已经提交`} stamp="收讫">
      <p>
        <strong>请把下面每一份的编号和查询码抄下来，或者拍张照片。</strong>查询码只在这里和回执上有，请不要告诉别人。
      </p>
    </DonePanel>
    <ol className="cards">
      {filed.map((one, i) => (
        <One key={one.caseId} one={one} i={i} kiosk={kiosk} />
      ))}
    </ol>
    <Days opened={opened} view={view} kiosk={kiosk} />
    <Next opened={opened} />
  </>
)
