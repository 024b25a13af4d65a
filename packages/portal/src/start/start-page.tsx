import type { KeptOrgan } from '@zhiqing/db'
import { SignInButton } from '../account/sign-in-button.js'
import type { Demo } from '../services.js'
import { DemoSignIns } from './demo-sign-ins.js'
import { OrganCard } from './organ-card.js'

const Doors = ({ applyAt, account }: { applyAt: string; account: boolean }) => (
  <ul className="doors">
    <li>
      <a className="button" href={applyAt}>
        提交申请
      </a>
    </li>
    <li>
      <a className="button second" href="/lookup">
        查询进度
      </a>
    </li>
    <li>
      <a className="button second" href="/why">
        为什么是这一天
      </a>
    </li>
    <li>
      <a className="button second" href="/draft">
        用草稿码接着填
      </a>
    </li>
    {account ? (
      <li>
        <SignInButton second />
      </li>
    ) : null}
  </ul>
)

const About = () => (
  <section aria-labelledby="about">
    <h2 id="about">先了解一下</h2>
    <dl className="about">
      <div>
        <dt>谁可以申请</dt>
        <dd>个人、企业和其他组织都可以。不需要说明为什么要这些信息。</dd>
      </div>
      <div>
        <dt>可以申请什么</dt>
        <dd>
          行政机关在工作中制作或者获得的、已经记录并保存下来的信息，例如文件、方案、标准、统计数字。想咨询问题、反映情况或者投诉举报，请走信访、投诉等渠道。
        </dd>
      </div>
      <div>
        <dt>先看看是不是已经公开</dt>
        <dd>很多信息机关已经主动公开了，不用申请。各机关主动公开的网址，在下面的“公开指南”里。</dd>
      </div>
      <div>
        <dt>多久答复</dt>
        <dd>
          从收到申请的第二天起，20个工作日以内。周末和法定节假日不算。确实需要延长的，最多再延长20个工作日，并且会告诉您。
        </dd>
      </div>
      <div>
        <dt>要准备什么</dt>
        <dd>证件号码，一种联系您的方式，还有您想要的信息：名称、文号，或者把它说清楚的几句话。</dd>
      </div>
    </dl>
  </section>
)

interface StartProps {
  readonly organs: readonly KeptOrgan[]
  readonly demo: Demo | undefined
  /** The touch screen in the hall: nobody of the staff signs in there. */
  readonly kiosk: boolean
  /** Applicants may sign in here. */
  readonly account: boolean
}

/** What can be asked, by whom, how long it takes, and of which organ. */
export const StartPage = ({ organs, demo, kiosk, account }: StartProps) => (
  <>
    <p className="lead">依照《中华人民共和国政府信息公开条例》，您可以向行政机关申请公开政府信息。</p>
    <Doors applyAt={organs.length === 1 ? `/apply/${organs[0]?.id}` : '/apply'} account={account} />
    <About />
    <section aria-labelledby="organs">
      <h2 id="organs">向哪个机关申请</h2>
      <p>请选择制作或者保存这些信息的机关。一份申请请写一件事，这样查得快、答得准。</p>
      <ul className="cards">
        {organs.map((kept) => (
          <OrganCard key={kept.id} kept={kept} />
        ))}
      </ul>
      {organs.length === 0 ? <p>现在还没有机关在这里受理申请。</p> : null}
    </section>
    <p>
      各机关每年公布的年度报告，数字对不对得上，任何人都可以<a href="/report-check">核对</a>。
    </p>
    {demo && !kiosk ? <DemoSignIns demo={demo} /> : null}
  </>
)
