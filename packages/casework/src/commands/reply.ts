import { addDays, type Day, defaultSettings, inChinese, type ServiceMethod, serviceNames } from '@zhiqing/law'
import * as z from 'zod'
import type { Case } from '../case.js'
import { replyClock } from '../clocks.js'
import { command, done, type NewFact, unless, type Verdict } from '../command.js'
import { enclosuresAtHand, mostMailed, promisesEnclosures } from '../enclosures.js'
import { dayField, longText, text } from '../fields.js'
import { choseElectronic } from '../letters/electronic.js'
import type { Office } from '../office.js'
import { type Refusal, refuse, type Warning } from '../refusal.js'
import { remedyBlockOf } from '../remedy-block.js'
import { type Risk, risks } from '../risks/index.js'
import { notAfterAct, notBefore } from './days.js'
import { overruledSince } from './overruled.js'
import { ownCase } from './own-case.js'

export const submitDraft = command({
  zh: '送审',
  article: 'ogi:45',
  schema: z.strictObject({ text: longText(20_000).optional() }),
  begins: ['DraftSubmitted'],
  decide: ({ text: words }, _, { actor }) => done([{ type: 'DraftSubmitted', text: words, by: actor.person }]),
})

const notDrafter = (current: Case, { actor }: Office) =>
  actor.person !== undefined &&
  actor.person === current.draft?.by &&
  refuse('approverIsDrafter', { person: actor.person })

/** 退回修改: by the reviewer, and by the signatory who will not sign (rulebook R55, T31). */
export const returnDraft = command({
  zh: '退回修改',
  article: 'ogi:45',
  schema: z.strictObject({ opinion: longText(2000) }),
  begins: ['DraftReturned'],
  decide: ({ opinion }, current, office) =>
    unless([notDrafter(current, office)], () => [{ type: 'DraftReturned', opinion, by: office.actor.person }]),
})

/** 审核: by somebody else than who handles the case or drafted (rulebook R55, T31). */
export const approveDraft = command({
  zh: '审核通过',
  article: 'ogi:45',
  schema: z.strictObject({ opinion: longText(2000).optional(), secrecyReviewedOn: dayField.optional() }),
  begins: ['DraftApproved'],
  decide: ({ opinion, secrecyReviewedOn }, current, office) =>
    unless([ownCase(current, office), notAfterAct('保密审查日期', secrecyReviewedOn, office)], () => [
      {
        type: 'DraftApproved',
        opinion,
        by: office.actor.person,
        ...(secrecyReviewedOn ? { secrecyReviewedOn } : {}),
      },
    ]),
})

/** 重新研究: a wrong outcome or a slip of the pen is mended before anybody signs it (rulebook R55). */
export const reopenDecision = command({
  zh: '重新研究',
  article: 'ogi:45',
  schema: z.strictObject({ reason: longText(2000) }),
  begins: ['DecisionReopened'],
  decide: ({ reason }, _, { actor }) =>
    unless([!reason.trim() && refuse('reopenReasonMissing')], () => [
      { type: 'DecisionReopened', reason, by: actor.person },
    ]),
})

/** What bars the signature, each as a refusal of its own with its article. */
const barring = (current: Case, office: Office) => risks(current, office).filter(({ level }) => level === 'block')

const barred = ({ code, zh, satisfy, article }: Risk): Refusal => ({
  ...refuse('riskOpen', { code, zh, satisfy }),
  article,
})

/**
 * 签发. What would lose the case in court stops it, until it is met or the signatory signs all the same with a reason that
 * stays in the ledger; a late reply is never held up for being late (rulebook R52, R55, T32).
 */
export const signReply = command({
  zh: '签发',
  article: 'ogi:36',
  schema: z.strictObject({ reason: longText(2000).optional() }),
  begins: ['ReplySigned'],
  decide: ({ reason }, current, office) => {
    const open = barring(current, office)
    const stops = open.length > 0 && office.settings.riskChecks === 'block'
    const overruled = stops && reason?.trim() ? { overruled: open.map(({ code }) => code), reason } : {}
    const remedy = remedyBlockOf({ ...current, reply: null }, office) ?? undefined
    return unless(
      [ownCase(current, office), overruledSince(current), ...(stops && !reason?.trim() ? open.map(barred) : [])],
      () => [{ type: 'ReplySigned', signedOn: office.on, by: office.actor.person, remedy, ...overruled }],
      stops ? [] : open.map(({ zh, satisfy }) => ({ code: 'riskOpen', zh: `${zh}；${satisfy}` })),
    )
  },
})

/** Post, electronic service and public notice are on time by dispatch; service by hand by the signature (rulebook R60). */
const endsAtDispatch: readonly ServiceMethod[] = ['mail', 'electronic', 'publicNotice', 'leftInPlace']

const methods = Object.keys(serviceNames) as [ServiceMethod, ...ServiceMethod[]]
const dispatchSchema = z.strictObject({
  method: z.enum(methods),
  dispatchedOn: dayField.optional(),
  mailNumber: text(60).optional(),
  /** 留置送达: who witnessed it, or the photographs or video that show it (rulebook R60). */
  witness: text(300).optional(),
  /** Papers of the case that go with it, by number. Left out, an electronic reply takes all that are there for it, any other none. */
  enclosures: z.array(z.int().min(1).max(9999)).max(100).optional(),
})
type Dispatch = z.infer<typeof dispatchSchema>

/** Nobody to write to, call or mail: then no way of service has to fail first. */
const unreachable = ({ applicant, coApplicants }: Case): boolean =>
  [applicant, ...coApplicants].every(
    ({ address, email, phone }) => !address?.trim() && !email?.trim() && !phone?.trim(),
  )

/** 公告 only when the other ways failed and it is on file (民诉法 95 by analogy; rulebook R60). */
const noticeTooSoon = (current: Case): Refusal | false =>
  !current.reply?.returnedOn && !unreachable(current) && refuse('publicNoticeTooSoon')

/** 留置 is proved by a witness or by images, and by the same paper sent by post on the same day (rulebook R60). */
const leftWarnings = ({ mailNumber, witness }: Dispatch): Warning[] => [
  ...(witness ? [] : [{ code: 'witnessMissing', zh: '留置送达应当有见证人，或者有照片、录像；请补记' }]),
  ...(mailNumber ? [] : [{ code: 'mailNumberMissing', zh: '留置送达应当同日以邮政特快专递寄送；请补记邮件号码' }]),
]

const electronicRefusals = (current: Case, office: Office) => {
  const remedy = current.decision && remedyBlockOf(current, office) !== 'RB0'
  return [
    !choseElectronic(current.form) && refuse('electronicNotChosen'),
    remedy && !office.organ.reviewOnlineUrl && refuse('reviewOnlineUrlMissing'),
    replyAmong(office.unsealed?.awaited, current) && refuse('sealAwaited'),
  ]
}

/** The reply's own letter, among numbers of letters. */
const replyAmong = (numbers: readonly number[] | undefined, { letters }: Case): boolean =>
  numbers?.includes(letters.findLast(({ letter }) => letter.startsWith('S'))?.n ?? 0) ?? false

/** A letter without a seal is no document yet (rulebook R52); one that was printed without it can only be sealed on paper. */
const unsealedWarning = (current: Case, { unsealed }: Office): Warning[] =>
  replyAmong(unsealed?.without, current)
    ? [{ code: 'sealMissing', zh: '答复书印制时没有加盖电子印章；请同时送达加盖印章的纸质答复书' }]
    : []

const goingWith = ({ method, enclosures }: Dispatch, current: Case): number[] =>
  enclosures
    ? [...new Set(enclosures)].toSorted((one, other) => one - other)
    : method === 'electronic'
      ? enclosuresAtHand(current).map(({ n }) => n)
      : []

const megabytes = (bytes: number): string => (bytes / 1024 / 1024).toFixed(1)

/** What goes with the reply is there, was not given away before, and reaches the applicant (条例 40). */
const enclosureRefusals = (files: readonly number[], { method }: Dispatch, current: Case, { organ }: Office) => {
  const here = enclosuresAtHand(current)
  const unknown = files.filter((n) => !here.some((one) => one.n === n))
  const size = here.reduce((sum, one) => sum + (files.includes(one.n) ? one.size : 0), 0)
  const nowhere = method === 'electronic' && Boolean(current.applicant.email) && !organ.portalUrl
  return [
    unknown.length > 0 && refuse('enclosureUnknown', { numbers: unknown.join('、') }),
    nowhere && size > mostMailed && refuse('enclosuresTooBig', { size: megabytes(size), limit: megabytes(mostMailed) }),
  ]
}

const enclosureWarning = (files: readonly number[], { decision }: Case): Warning[] =>
  files.length === 0 && promisesEnclosures(decision)
    ? [
        {
          code: 'enclosureMissing',
          zh: '答复书写明随附材料，这次没有随附；请另行提供，或者收录材料后记明提供的方式和日期',
        },
      ]
    : []

/** A second letter only after the first came back (rulebook R62): one reply, one service, one start of the remedies. */
const sentAlready = ({ reply }: Case) =>
  reply?.dispatchedOn && reply.method && !reply.returnedOn && !reply.servedOn
    ? refuse('replyAlreadySent', { day: reply.dispatchedOn, method: serviceNames[reply.method] })
    : undefined

/**
 * A third party that was overruled may ask a court to stop the release: the organ's own days of waiting after P06 are
 * warned of, never beyond the due day of the reply (rulebook R29, R121).
 */
const heldForThirdParty = (sent: Day, current: Case, office: Office): Warning[] => {
  const days = office.settings.thirdPartyHoldDays
  const told = current.letters.filter(({ letter }) => letter === 'P06').map((one) => one.servedOn ?? one.issuedOn)
  const last = told.toSorted().at(-1)
  if (days === 0 || !last) return []
  const { dueOn } = replyClock(current, office)
  const free = addDays(last, days)
  const until = dueOn && dueOn < free ? dueOn : free
  const zh = `已告知第三方将公开其信息，本机关设置为${days}日后再提供：请在${inChinese(until)}发出，或者在答复中写明较晚的获取时间；不得超过答复期限`
  return sent < until ? [{ code: 'thirdPartyHold', zh }] : []
}

/** 发出答复 (rulebook R60, T33). Electronic service arrives on the day it is sent. */
export const dispatchReply = command<Dispatch>({
  zh: '发出答复',
  article: 'ogi:33.2',
  schema: dispatchSchema,
  begins: ['ReplyDispatched'],
  offered: (current) => !sentAlready(current),
  notNow: sentAlready,
  decide: (input, current, office) => {
    const { method, dispatchedOn, mailNumber, witness } = input
    const sent = dispatchedOn ?? office.on
    const files = goingWith(input, current)
    const facts = (): NewFact[] => [
      {
        type: 'ReplyDispatched',
        method,
        dispatchedOn: sent,
        mailNumber,
        ...(method === 'leftInPlace' && witness ? { witness } : {}),
        endsClock: endsAtDispatch.includes(method),
        ...(files.length > 0 ? { enclosures: files } : {}),
        ...(method === 'publicNotice' ? { noticeDays: office.settings.publicNoticeDays } : {}),
      },
      ...(method === 'electronic' ? [{ type: 'ReplyServed' as const, servedOn: sent }] : []),
    ]
    return unless(
      [
        notAfterAct('发出日期', sent, office),
        notBefore('发出日期', sent, '签发日期', current.reply?.signedOn ?? null),
        notBefore('发出日期', sent, '退回日期', current.reply?.returnedOn ?? null),
        method === 'publicNotice' && noticeTooSoon(current),
        ...(method === 'electronic' ? electronicRefusals(current, office) : []),
        ...enclosureRefusals(files, input, current, office),
      ],
      facts,
      [
        ...(method === 'mail' && !mailNumber
          ? [{ code: 'mailNumberMissing', zh: '请补记邮件号码：交邮日期要靠它证明' }]
          : []),
        ...(method === 'leftInPlace' ? leftWarnings(input) : []),
        ...(method === 'electronic' ? [...unsealedWarning(current, office), ...enclosureWarning(files, current)] : []),
        ...heldForThirdParty(sent, current, office),
      ],
    )
  },
})

const serviceSchema = z
  .strictObject({ servedOn: dayField.optional(), returnedOn: dayField.optional() })
  .refine(({ servedOn, returnedOn }) => (servedOn === undefined) !== (returnedOn === undefined), {
    error: '送达日期和退回日期应当填写且只填写一项',
    path: ['servedOn'],
  })

const cameBack = (returnedOn: Day, { reply }: Case, office: Office): Verdict =>
  unless(
    [
      notAfterAct('退回日期', returnedOn, office),
      notBefore('退回日期', returnedOn, '发出日期', reply?.dispatchedOn ?? null),
      reply?.servedOn && refuse('replyServed', { day: reply.servedOn }),
    ],
    () => [{ type: 'ReplyReturned', returnedOn }],
  )

/** Each applicant's remedies run from that applicant's own receipt; the case knows one day (rulebook R61, R100). */
const jointService = ({ coApplicants }: Case): Warning[] =>
  coApplicants.length > 0
    ? [
        {
          code: 'jointService',
          zh: '共同申请人的救济期限自各人收到之日起分别计算，本案只按所记录的这一日推算；各人收到日期不同的，请把各人的送达证明收录存卷，以各人收到之日为准',
        },
      ]
    : []

const arrived = (servedOn: Day, current: Case, office: Office): Verdict => {
  const { reply } = current
  const sent = reply?.dispatchedOn ?? null
  // 民诉法 95 by analogy, a setting (rulebook R60); what was published keeps the days it was published with.
  const days = reply?.noticeDays ?? defaultSettings.publicNoticeDays
  const noticed = reply?.method === 'publicNotice' && sent ? addDays(sent, days) : null
  return unless(
    [
      notAfterAct('送达日期', servedOn, office),
      notBefore('送达日期', servedOn, '发出日期', sent),
      noticed && servedOn < noticed && refuse('publicNoticeRunning', { limit: noticed, days }),
    ],
    () => [{ type: 'ReplyServed', servedOn }],
    jointService(current),
  )
}

/**
 * 记录送达: from this day the applicant's remedies run (rulebook R61, T34). With `returnedOn` in its place the letter
 * came back: not served, to be sent again (R62).
 */
export const recordService = command<z.infer<typeof serviceSchema>>({
  zh: '记录送达',
  article: 'reconsideration:20.1',
  schema: serviceSchema,
  begins: ['ReplyServed'],
  offered: ({ reply }) => Boolean(reply?.dispatchedOn) && !reply?.returnedOn,
  decide: ({ servedOn, returnedOn }, current, office) => {
    if (returnedOn) return cameBack(returnedOn, current, office)
    if (servedOn) return arrived(servedOn, current, office)
    throw new Error('neither served nor returned')
  },
})

/** 记录文书送达: when the addressee received a notice; its period starts then (rulebook R24, R28, R45). */
export const recordLetterService = command({
  zh: '记录文书送达',
  article: 'ogi:45',
  schema: z.strictObject({ letter: text(3), consultation: text(40).optional(), servedOn: dayField }),
  begins: ['LetterServed'],
  decide: ({ letter, consultation, servedOn }, current, office) => {
    const issued = current.letters.findLast(
      (one) => one.letter === letter && (consultation === undefined || one.consultation === consultation),
    )
    const asked = issued && ['P04', 'P07'].includes(issued.letter) ? issued.consultation : null
    const sent = asked
      ? (current.consultations.find(({ id }) => id === asked)?.dispatchedOn ?? null)
      : (issued?.issuedOn ?? null)
    return unless(
      [
        letter.startsWith('S') && refuse('useRecordService'),
        !issued && !letter.startsWith('S') && refuse('letterNotIssued', { letter }),
        notAfterAct('送达日期', servedOn, office),
        notBefore('送达日期', servedOn, '发出日期', sent),
      ],
      () =>
        issued
          ? [{ type: 'LetterServed', n: issued.n, letter: issued.letter, servedOn, ...(asked ? { id: asked } : {}) }]
          : [],
    )
  },
})
