import { stepper } from './step.js'

/** The arrows that come after a reply: an order to reply anew, the organ's own correction, and what is only filed then. */
const step = stepper<'noTask' | 'namesDay' | 'noTaskNamesDay' | 'sentNoTask' | 'sent', 'roundBegun'>()

const deciding = '#request.handling.deciding'
const searching = '#request.assisting.searching'

/** The instrument's own day stands in place of the computed one (rulebook R76): the clock begins anew, then is deferred. */
const untilNamedDay = <Arrow extends { readonly actions: readonly unknown[] }>(arrow: Arrow) => ({
  ...arrow,
  actions: [
    ...(arrow.actions as ReturnType<typeof step>['actions']),
    { type: 'clock' as const, params: { verb: 'defer' as const, day: 'receivedOn', article: 'practice' as const } },
  ],
})

const anew = { clock: ['restart', 'receivedOn'], tally: 'roundBegun' } as const
const order = '责令重新答复'

/** After a reply, a lapse or a withdrawal: back to where outcomes are judged; with an open task, to where it can end. */
export const redoOrdered = [
  untilNamedDay(step('T38', 'practice', order, { guard: 'noTaskNamesDay', target: deciding, ...anew })),
  untilNamedDay(step('T38', 'practice', order, { guard: 'namesDay', target: searching, ...anew })),
  step('T38', 'practice', order, { guard: 'noTask', target: deciding, ...anew }),
  step('T38', 'practice', order, { target: searching, ...anew }),
]

/** Before any reply there is nothing to take back: the work goes on where it stands, until the day of the order. */
export const performanceOrdered = [
  untilNamedDay(step('T38', 'practice', '责令限期答复', { guard: 'namesDay', ...anew })),
  step('T38', 'practice', '责令限期答复', anew),
]

const revision = { clock: ['restart', 'revisedOn'], tally: 'roundBegun' } as const
const takenBack = '自行纠错，撤回原答复'
const beforeDispatch = '自行纠错，收回尚未发出的答复，期限照算'

/**
 * 自行纠错 (rulebook R118): the organ takes its own reply back. While that reply ended no clock, the period of the request
 * runs on: signing and taking back lengthens nothing (条例 33.2).
 */
export const replyRevised = [
  step('R118', 'practice', takenBack, { guard: 'sentNoTask', target: deciding, ...revision }),
  step('R118', 'practice', takenBack, { guard: 'sent', target: searching, ...revision }),
  step('R118', 'practice', beforeDispatch, { guard: 'noTask', target: deciding, tally: 'roundBegun' }),
  step('R118', 'practice', beforeDispatch, { target: searching, tally: 'roundBegun' }),
]

/** Remedies and rectifications run beside the request and never move it. */
export const filedBeside = {
  ReconsiderationFiled: step('T37', 'reconsideration:20.1', '申请行政复议，记入台账'),
  ReconsiderationAnswered: step('T37', 'reconsideration:48', '提出书面答复'),
  ReconsiderationDecided: step('T37', 'reconsideration:75', '收到行政复议决定'),
  LitigationFiled: step('T37', 'litigation:46.1', '提起行政诉讼，记入台账'),
  LitigationAnswered: step('T37', 'litigation:67', '提交答辩状'),
  LitigationAppealed: step('T37', 'litigation:85', '提起上诉'),
  LitigationDecided: step('T37', 'litigation:81', '收到裁判文书'),
  ComplaintFiled: step('R78', 'ogi:51', '投诉举报，记入台账'),
  ComplaintClosed: step('R78', 'ogi:47.1', '投诉处理结束'),
  RectificationFiled: step('R80', 'ogi:41', '申请更正'),
  RectificationAnswered: step('R80', 'ogi:41', '告知更正处理结果', { letters: ['L13'] }),
}
