import {
  type CommandName,
  type IssuedLetter,
  type Numbers,
  type Series,
  type SeriesPlace,
  seriesNames,
  seriesPlace,
} from '@zhiqing/casework'
import type pg from 'pg'

/**
 * The series each command may take numbers from, so that it locks no others. Only speed hangs on this table: a number
 * wanted from a series that was not locked sends the transaction round again with all of them locked.
 */
const wanted: Partial<Record<CommandName, readonly Series[]>> = {
  receiveRequest: ['case', 'notice'],
  confirmReceipt: ['case', 'notice'],
  registerRequest: [],
  assignOfficer: [],
  requestCorrection: ['notice'],
  receiveCorrection: [],
  acceptForm: [],
  judgeStillUnclear: [],
  confirmLapse: ['notice'],
  requestAssistance: ['assist'],
  giveAssistance: [],
  recordSearch: [],
  openDiscussion: [],
  closeDiscussion: [],
  consultThirdParty: ['consult', 'notice'],
  consultOrgan: ['consult', 'notice'],
  recordOpinion: [],
  askReasons: ['notice'],
  receiveReasons: [],
  judgeReasons: [],
  deferReply: ['notice'],
  extendReply: ['notice'],
  chargeFee: ['notice'],
  recordPayment: [],
  divert: [],
  reopenDecision: [],
  decide: [],
  submitDraft: [],
  returnDraft: [],
  approveDraft: [],
  signReply: ['notice', 'reply'],
  dispatchReply: [],
  recordLetterService: [],
  recordService: [],
  withdrawRequest: ['notice'],
  splitRequest: ['case', 'notice'],
  recordSuccession: [],
  archiveCase: [],
  calendarDay: [],
  fileReconsideration: [],
  answerReconsideration: [],
  decideReconsideration: [],
  fileLitigation: [],
  answerLitigation: [],
  decideLitigation: [],
  orderRedo: [],
  reviseReply: [],
  fileComplaint: [],
  closeComplaint: [],
  fileRectification: [],
  answerRectification: ['notice'],
  chaseCase: [],
  orderSupervision: [],
  answerSupervision: [],
  tellOrgan: [],
  suggestPublication: [],
  filePapers: [],
}

/** Undefined: all of them. */
export const seriesFor = (command: CommandName | undefined): readonly Series[] =>
  (command && wanted[command]) ?? seriesNames

/**
 * Locks series of a year, always after the case and always in one order, and tells what they have given. A missing
 * row is made; DO UPDATE sees what others committed while this statement waited, DO NOTHING would not.
 */
const lockSql = `
  insert into number_series as kept (organ, series, year, last)
  select $1, series, $2::int, 0 from unnest($3::text[]) as series order by series
  on conflict (organ, series, year) do update set last = kept.last
  returning series, last`

export const lockSeries = async (
  client: pg.ClientBase,
  organ: string,
  year: number,
  series: readonly Series[],
): Promise<Numbers> => {
  if (series.length === 0) return {}
  const { rows } = await client.query<{ series: Series; last: number }>({
    name: 'lock-series',
    text: lockSql,
    values: [organ, year, series],
  })
  return Object.fromEntries(rows.map(({ series: name, last }) => [name, last]))
}

/** Series that gave numbers, with the last one given. */
export const movedSeries = (before: Numbers, after: Numbers): { series: Series; last: number }[] =>
  seriesNames.flatMap((series) => {
    const last = after[series] ?? 0
    return last === (before[series] ?? 0) ? [] : [{ series, last }]
  })

/** Where a letter's 文号 stands in its series; null for a letter without one, and for a drill's. */
export const placeOf = ({ fact: { documentNumber } }: IssuedLetter): SeriesPlace | null => {
  if (documentNumber === null || documentNumber.startsWith('演练')) return null
  const place = seriesPlace(documentNumber)
  if (!place) throw new Error(`文号 ${documentNumber} 不属于任何序列`)
  return place
}
