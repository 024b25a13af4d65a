import t from 'tap'
import { invariants } from './invariants.js'
import { search, show, tell } from './search.js'

/** What must come up often enough for the search to mean anything, in every five thousand lives. */
const common =
  'running stopped suspended ended none overdue provisional|strict day shown|ended by its last day|goes on as a split-off case'
    .split('|')
    .flatMap((one, i) => (i === 0 ? one.split(' ') : [one]))

const acts =
  'confirmReceipt registerRequest requestCorrection receiveCorrection confirmLapse chargeFee recordPayment consultThirdParty consultOrgan recordLetterService recordOpinion extendReply askReasons receiveReasons judgeReasons deferReply splitRequest recordSuccession withdrawRequest decide divert judgeStillUnclear submitDraft returnDraft approveDraft reopenDecision signReply dispatchReply recordService archiveCase fileReconsideration answerReconsideration decideReconsideration fileLitigation answerLitigation decideLitigation orderRedo reviseReply fileComplaint closeComplaint fileRectification answerRectification recordSearch requestAssistance giveAssistance openDiscussion closeDiscussion assignOfficer acceptForm calendarDay receiveRequest suggestPublication'.split(
    ' ',
  )
const refused =
  'requestCorrection receiveCorrection confirmLapse chargeFee recordPayment consultThirdParty extendReply deferReply splitRequest decide dispatchReply recordService orderRedo calendarDay'.split(
    ' ',
  )

/** A quarter of the twenty thousand lives of the test run, each quarter in a process of its own. */
export const quarter = (n: number, seed: number, lives = 5000): void => {
  // minutes on a machine that does other things too
  t.setTimeout(600_000)
  t.test(`C9, §3.2, R6 | ${lives} random lives from seed ${seed} (${n} of 4)`, async (t) => {
    const found = await search(lives, seed)
    t.comment(`${Object.keys(invariants).length} invariants after each of ${found.steps} acts`)
    t.comment(show(found.tally))
    t.equal(tell(seed, found), '', 'nothing is broken')
    t.equal(found.lives, lives)
    const seldom = (mark: string, names: readonly string[]) =>
      names.filter((name) => (found.tally.get(mark + name) ?? 0) < 10)
    t.same(seldom('done ', acts), [], 'every act was taken often enough')
    t.same(seldom('refused ', refused), [], 'and refused')
    t.same(seldom('', common), [], 'every reading of the clock was seen')
  })
}
