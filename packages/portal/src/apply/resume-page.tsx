import type { KeptOrgan } from '@zhiqing/db'
import type { OpenDraft } from '../draft/draft.js'
import { dayOfInstant } from '../look/day-words.js'
import { type At, sendPage } from '../look/send-page.js'
import { WholeDay } from '../look/whole-day.js'
import { addressOf } from './steps/frame.js'

/** Somebody began here before, with this browser or by a code. */
export const sendResume = (at: At, kept: KeptOrgan, { expiresAt }: OpenDraft) =>
  sendPage(at, {
    title: '您有一份没有提交的申请',
    body: (
      <>
        <p>
          草稿保存到
          <WholeDay on={dayOfInstant(expiresAt)} mark="。" />
          可以接着填，也可以丢掉，重新填一份。
        </p>
        <p className="actions">
          <a className="button" href={addressOf(kept.id, 'who')}>
            接着填
          </a>
          <a className="button second" href={addressOf(kept.id, 'check')}>
            直接去核对
          </a>
        </p>
        <form method="post" action={addressOf(kept.id, 'anew')}>
          <p>
            <button type="submit" className="second">
              丢掉草稿，重新填
            </button>
          </p>
        </form>
      </>
    ),
  })
