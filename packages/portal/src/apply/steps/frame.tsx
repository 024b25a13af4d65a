import type { KeptOrgan } from '@zhiqing/db'
import type { ReactNode } from 'react'
import type { OpenDraft } from '../../draft/draft.js'
import { dayOfInstant } from '../../look/day-words.js'
import { WholeDay } from '../../look/whole-day.js'
import { grouped } from '../query-code.js'
import type { StepName } from './steps.js'

export const addressOf = (organ: string, step = ''): string =>
  `/apply/${encodeURIComponent(organ)}${step ? `/${step}` : ''}`

interface ProgressProps {
  readonly steps: readonly StepName[]
  readonly step: StepName
}

/** Where one stands, in words; the last page is the one to check. */
export const Progress = ({ steps, step }: ProgressProps) => (
  <p className="progress">
    第{steps.indexOf(step) + 1}步，共{steps.length + 1}步
  </p>
)

/** The question, and to whom the answer goes. */
export const Question = ({ kept, children }: { kept: KeptOrgan; children: ReactNode }) => (
  <h1>
    <span className="above">向{kept.organ.name}申请</span>
    {children}
  </h1>
)

/** A page reached from the one to check leads back there. */
export const BackTo = ({ back }: { back: boolean }) => (back ? <input type="hidden" name="back" value="check" /> : null)

interface WayOnProps {
  readonly back: boolean
  readonly first: boolean
  readonly next?: string | undefined
}

/** On, or back: both keep what was typed. */
export const WayOn = ({ back, first, next = '下一步' }: WayOnProps) => (
  <p className="actions">
    <button type="submit">{back ? '改好了，回到核对' : next}</button>
    {first ? null : (
      <button type="submit" className="second" name="go" value="prev">
        上一步
      </button>
    )}
  </p>
)

/** Under which code it is kept, until when, and how to go on another day. */
export const KeptNote = ({ open }: { open: OpenDraft | undefined }) => (
  <section className="kept" aria-labelledby="kept">
    <h2 id="kept">不用着急，可以慢慢填</h2>
    {open ? (
      <>
        <p>
          填好的页已经保存，保存到
          <WholeDay on={dayOfInstant(open.expiresAt)} mark="。" />
          换手机、换电脑接着填，用这个草稿码：<strong className="code whole">{grouped(open.code)}</strong>
        </p>
        <p>草稿只有知道草稿码的人能打开，不提交就不算申请。</p>
      </>
    ) : (
      <p>没有时间限制。每按一次“下一步”，这一页就保存好了，还会给您一个草稿码，以后可以接着填。</p>
    )}
    <p>
      <button type="submit" className="second small" name="go" value="later">
        保存，以后再填
      </button>
    </p>
  </section>
)
