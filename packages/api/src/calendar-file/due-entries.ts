import { type DueDate, dueDates, replyClock } from '@zhiqing/casework'
import type { KeptCase } from '@zhiqing/db'
import { citeShort, type DueKind, dueNames, inChinese } from '@zhiqing/law'
import type { ReadingOffice } from '../view/office.js'
import type { CalendarEntry } from './ics.js'

/** Days of the applicant's own remedies, and one that always falls together with the reply's. */
const notOurs: readonly DueKind[] = ['reconsideration', 'litigation', 'extensionNotice']

const counted: readonly DueKind[] = ['reply', 'redo']

/** Why this day: the article, and for the reply's own day every act that moved the clock. Nobody is named and nothing quoted. */
const why = (kept: KeptCase, { what, article, provisional }: DueDate, office: ReadingOffice): string => {
  const steps = counted.includes(what) ? replyClock(kept.current, office).trace : []
  return [
    `依据：${citeShort(article)}`,
    ...steps.map(({ on, zh, article: cited }) => `${inChinese(on)} ${zh}（${citeShort(cited)}）`),
    ...(provisional ? ['计入了尚未公布放假安排的日子，可能变动'] : []),
  ].join('\n')
}

/** The due days of a case as entries of a calendar; only its number, what is due, and why that day. */
export const dueEntries = (kept: KeptCase, office: ReadingOffice, desk?: string): CalendarEntry[] =>
  dueDates(kept.current, office).flatMap((due) =>
    due.dueOn && !notOurs.includes(due.what)
      ? [
          {
            uid: `${kept.id}-${due.what}-${due.id ? Buffer.from(due.id).toString('hex') : ''}`,
            on: due.dueOn,
            summary: `${kept.current.number ?? '待确认'} ${dueNames[due.what]}`,
            description: why(kept, due, office),
            url: desk && `${desk}/cases/${kept.id}`,
          },
        ]
      : [],
  )
