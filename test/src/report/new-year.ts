import { a } from '../casework/court.js'
import type { Kind } from './book.js'
import {
  answered,
  arrives,
  asked,
  channels,
  charged,
  desk,
  type Filing,
  lapsed,
  on,
  open,
  type Planned,
  registered,
  replied,
  withdrawn,
  workdays,
} from './lives.js'

/*
 * New Year's Eve of one year, one play each. What the clerk is told stands beside the acts, worked out from the rules:
 * receipt R10–R13, dispatch A11, the day after the last day R25, a redo is no second case R98.
 */

/** A name, and the play. */
export type Play = readonly [zh: string, planned: Planned]

const merits = (day: string) => [a(day, 'decide', { outcome: 'G2', items: ['标准'], route: '邮寄' }), ...replied(day)]

const takenBack = (day: string) => a(day, 'reviseReply', { reason: '发现材料遗漏' })

/** Decided the other way, on the same ground in every play. */
const otherwise = (day: string) => [
  a(day, 'decide', { outcome: 'W5', category: '人事管理', reasons: '属于内部事务信息。' }),
  ...replied(day),
]

export const newYearPlays = (year: number, kind: Kind): Play[] => {
  const eve = `${year}-12-31`
  const newYear = `${year + 1}-01-01`
  const soon = desk(`${year + 1}-01-05`)
  const filing = (received: string): Filing => ({ kind, channel: 'inPerson', received })
  const autumn = filing(desk(`${year}-12-10`))
  const same = { kind, received: autumn.received }
  const told = desk(`${year}-12-16`)
  const tenBefore = lastTellingFor(eve)
  return [
    ...channels.map(
      (channel): Play => [
        `received on 31 December: ${channel}`,
        answered({ kind, channel, received: eve }, 'G2', desk(on(eve, 9))),
      ],
    ),
    [
      'ordinary mail came on 31 December, confirmed on 2 January: received then',
      {
        kind,
        received: `${year + 1}-01-02`,
        closed: null,
        line: null,
        acts: [
          ...arrives(kind, 'ordinaryMail', eve)
            .slice(0, 1)
            .map((act) => ({ ...act, on: eve })),
          a(`${year + 1}-01-02`, 'confirmReceipt'),
        ],
      },
    ],
    [
      'never confirmed: in no report',
      {
        kind,
        received: null,
        closed: null,
        line: null,
        acts: [{ ...(arrives(kind, 'fax', eve)[0] ?? a(eve, '')), on: eve }],
      },
    ],
    ['open over the year, never answered', open(filing(eve))],
    ['received on 1 January: the new year’s', answered(filing(newYear), 'G2', desk(on(newYear, 9)))],
    [
      'in correction on 31 December, corrected the year after',
      {
        ...same,
        closed: on(soon, 7),
        line: '3.1',
        acts: [
          ...registered(autumn),
          ...asked(told),
          a(soon, 'receiveCorrection', { content: '指那份', goodCause: true }),
          ...merits(on(soon, 7)),
        ],
      },
    ],
    [
      'suspended on 31 December: a third party was asked',
      {
        ...same,
        closed: on(soon, 20),
        line: '3.3.4',
        acts: [
          ...registered(autumn),
          a(told, 'consultThirdParty', { id: '第三方1', party: '青禾水泥厂', interest: '商业秘密' }),
          a(told, 'recordLetterService', { letter: 'P04', consultation: '第三方1', servedOn: told }),
          a(soon, 'recordOpinion', { id: '第三方1', opinion: 'object', reasons: '商业秘密' }),
          a(on(soon, 20), 'decide', { outcome: 'W4', consultation: '第三方1', reasons: '第三方不同意，理由成立。' }),
          ...replied(on(soon, 20)),
        ],
      },
    ],
    [
      'a fee awaited on 31 December, paid in January',
      {
        ...same,
        closed: on(soon, 12),
        line: '3.1',
        acts: [
          ...registered(autumn),
          ...charged(told),
          a(soon, 'recordPayment', { paidOn: soon, amount: 100 }),
          ...merits(on(soon, 12)),
        ],
      },
    ],
    ['withdrawn on 1 January', withdrawn(autumn, newYear)],
    ['withdrawn on 31 December', withdrawn(autumn, eve)],
    [
      'signed on 31 December, posted on 2 January',
      {
        ...same,
        closed: on(eve, 2),
        line: '3.1',
        acts: [...registered(autumn), ...merits(eve).slice(0, -1), ...replied(eve, on(eve, 2)).slice(-1)],
      },
    ],
    [
      'posted on 31 December, keyed in on 4 January',
      {
        ...same,
        closed: eve,
        line: '3.1',
        acts: [
          ...registered(autumn),
          ...merits(eve).slice(0, -1),
          a(on(eve, 4), 'dispatchReply', { method: 'mail', mailNumber: 'EMS1', dispatchedOn: eve }),
        ],
      },
    ],
    [
      'the last day to correct was 31 December or just before it: closed the day after',
      lapsed(filing(on(tenBefore, -3)), tenBefore),
    ],
    [
      'lapsed in December, undone in January for good cause: it was open all along',
      {
        kind,
        received: desk(`${year}-11-20`),
        closed: on(soon, 8),
        line: '3.1',
        acts: [
          ...lapsed(filing(desk(`${year}-11-20`)), desk(`${year}-11-24`)).acts,
          a(soon, 'receiveCorrection', { content: '住院，现补正', goodCause: true }),
          ...merits(on(soon, 8)),
        ],
      },
    ],
    [
      'answered in December, taken back and answered otherwise in January: one case, the first answer',
      {
        ...same,
        closed: told,
        line: '3.1',
        acts: [...registered(autumn), ...merits(told), takenBack(soon), ...otherwise(soon)],
      },
    ],
    [
      'taken back in December before it was posted, answered in January',
      {
        ...same,
        closed: soon,
        line: '3.3.5',
        acts: [...registered(autumn), ...merits(told).slice(0, -1), takenBack(told), ...otherwise(soon)],
      },
    ],
    [
      'carried to the applicant in December, taken back before it was handed over, answered in January: nobody was told before',
      {
        ...same,
        closed: soon,
        line: '3.3.5',
        acts: [
          ...registered(autumn),
          ...merits(told).slice(0, -1),
          a(told, 'dispatchReply', { method: 'direct' }),
          takenBack(on(told, 1)),
          ...otherwise(soon),
        ],
      },
    ],
    [
      'posted in December, came back, posted anew in January: the first posting counts',
      {
        ...same,
        closed: told,
        line: '3.1',
        acts: [
          ...registered(autumn),
          ...merits(told),
          a(on(told, 5), 'recordService', { returnedOn: on(told, 5) }),
          a(soon, 'dispatchReply', { method: 'mail', mailNumber: 'EMS2' }),
        ],
      },
    ],
    [
      'of another kind after a succession: the column stays',
      {
        ...same,
        closed: soon,
        line: '3.1',
        acts: [
          ...registered(autumn),
          a(told, 'recordSuccession', {
            applicant: { kind: kind === 'natural' ? 'commercial' : 'natural', name: '李四' },
            basis: '继承',
          }),
          ...merits(soon),
        ],
      },
    ],
  ]
}

/** The latest day on which P01 may be served for its ten working days to end by a day. */
const lastTellingFor = (day: string): string => {
  let told = on(day, -10)
  while (workdays(told, 10) > day) told = on(told, -1)
  return told
}
