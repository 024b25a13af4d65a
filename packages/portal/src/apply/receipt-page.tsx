import type { CaseView } from '@zhiqing/casework'
import { inChinese } from '@zhiqing/law'
import type { OpenedCase } from '../case/open-case.js'
import { provisionalWords } from '../look/day-words.js'
import { DonePanel } from '../look/done-panel.js'
import { OrganContact } from '../look/organ-contact.js'
import { WholeDay } from '../look/whole-day.js'
import { grouped } from './query-code.js'
import { addressOf } from './steps/frame.js'

export interface ReceiptProps {
  readonly opened: OpenedCase
  readonly view: CaseView
  /** The touch screen of the hall: nothing is saved there. */
  readonly kiosk: boolean
}

const Panel = ({ opened: { current, visit } }: Pick<ReceiptProps, 'opened'>) => (
  <DonePanel title="申请已经提交" stamp="收讫">
    <dl>
      <div>
        <dt>受理编号</dt>
        <dd className="code">{current.number}</dd>
      </div>
      {visit.queryCode ? (
        <div>
          <dt>查询码</dt>
          <dd className="code">{grouped(visit.queryCode)}</dd>
        </div>
      ) : null}
    </dl>
    <p>
      <strong>请抄下来或者拍张照片。</strong>查询码只在这里和回执上有，请不要告诉别人。
    </p>
  </DonePanel>
)

/** The day of receipt, and the day of the reply. */
export const Days = ({ opened: { current }, view: { clock } }: ReceiptProps) => (
  <dl className="answers plain">
    {current.receivedOn ? (
      <div>
        <dt>收到日期</dt>
        <dd>{inChinese(current.receivedOn)}</dd>
      </div>
    ) : null}
    {clock.dueOn ? (
      <div>
        <dt>答复期限</dt>
        <dd>
          <strong>
            最迟在
            <WholeDay on={clock.dueOn} />
            答复您。
          </strong>
          {clock.provisional ? `（${provisionalWords}）` : ''}
          <br />
          遇到征求意见、补正、延期等情况，日期会往后推，我们会告诉您。
        </dd>
      </div>
    ) : null}
  </dl>
)

/** What happens from here, and where to ask. */
export const Next = ({ opened: { office } }: Pick<ReceiptProps, 'opened'>) => (
  <section aria-labelledby="next">
    <h2 id="next">接下来会怎样</h2>
    <ol className="next">
      <li>{office.organ.name}登记您的申请，看写得是否齐全、清楚。</li>
      <li>如果有不清楚的地方，会在7个工作日以内一次告诉您要补什么。</li>
      <li>查找您要的信息。涉及别人权益的，要先征求对方意见。</li>
      <li>作出答复，按您选的方式送到您手里。</li>
    </ol>
    <p>
      想知道办到哪一步，随时打开<a href="/lookup">查询进度</a>，输入受理编号和查询码。也可以打电话问。
    </p>
    <OrganContact organ={office.organ} />
  </section>
)

/** A second request need not ask again who asks. */
const Another = ({ organ }: { organ: string }) => (
  <form method="post" action={addressOf(organ, 'anew')}>
    <p>还要申请别的信息的，可以再填一份。姓名、证件和联系方式不用再填。</p>
    <p>
      <button type="submit" className="second">
        再申请一件
      </button>
    </p>
  </form>
)

const FinishAtKiosk = () => (
  <form method="post" action="/kiosk/end">
    <p>抄好编号和查询码以后，请按“办完了”。屏幕上不会留下您的信息。</p>
    <p>
      <button type="submit">办完了</button>
    </p>
  </form>
)

/** Filed, but both sides have yet to confirm it: there is no number so far. */
const Unconfirmed = (props: ReceiptProps) => (
  <>
    <DonePanel title="申请已经提交" stamp="已到">
      <p>工作人员会和您确认收到申请，确认以后给您受理编号和查询码。</p>
    </DonePanel>
    <p>如果两天之内没有人联系您，请打电话问一下。</p>
    <OrganContact organ={props.opened.office.organ} />
  </>
)

/** The confirmation: number and code, the days, what happens next, how to look it up, what to keep. */
export const ReceiptPage = (props: ReceiptProps) => {
  const { current } = props.opened
  if (!current.number) return <Unconfirmed {...props} />
  const receipt = current.letters.find(({ letter }) => letter === 'L03')
  return (
    <>
      <Panel opened={props.opened} />
      {receipt && !props.kiosk ? (
        <p>
          <a className="button second" href={`/case/letters/${receipt.n}.pdf`}>
            保存回执（PDF）
          </a>
        </p>
      ) : null}
      <Days {...props} />
      <Next opened={props.opened} />
      {props.kiosk ? <FinishAtKiosk /> : <Another organ={props.opened.visit.organ} />}
    </>
  )
}
