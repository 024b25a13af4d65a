import {
  changedSince,
  draftReport,
  firstDay,
  forms,
  movedPlaces,
  noEntries,
  oncePerSuit,
  overTwo,
  type ReportEntries,
  sumTwo,
  tableFourOf,
  tableThreeOf,
} from '@zhiqing/law'
import type { Db } from '../connect/connect.js'
import { organ as keptOrgan, organs as keptOrgans } from '../keep/organs.js'
import { yearCounts, yearFees, yearPlaces, yearRemedies } from './counts.js'
import { lastEdition, reportDraft } from './kept-report.js'
import { organTwos } from './organ-twos.js'
import type { OrganRemedy, Prepared, ReportKind, ReportOrder } from './report-cabinet.js'

const keyOf = ({ group, suit }: OrganRemedy): string => `${group} ${suit}`

/** Every record of a suit that is told of more than once, whoever told of it (rulebook R94). */
const doublesIn = (remedies: readonly OrganRemedy[]): OrganRemedy[] => {
  const times = new Map<string, number>()
  for (const one of remedies) times.set(keyOf(one), (times.get(keyOf(one)) ?? 0) + 1)
  return remedies.filter((one) => one.suit !== null && (times.get(keyOf(one)) ?? 0) > 1)
}

/** One organ's report by itself, or a sum, even if it is of one; undefined of a look at others, which has nothing of its own. */
export const kindOf = ({ organ, organs, kind }: ReportOrder): ReportKind | undefined => {
  if (!organs.includes(organ)) return undefined
  return kind ?? (organs.length === 1 ? 'own' : 'sum')
}

/** Against last year's edition: whatever stands elsewhere now was put right, or came in, after it was published. */
const movedSince = async (db: Db, { organ, organs, year, ...order }: ReportOrder) => {
  const kind = kindOf({ organ, organs, year, ...order })
  const edition = kind && (await lastEdition(db, { organ, year, kind }))
  return edition ? movedPlaces(edition.places, await yearPlaces(db, organs, year)) : []
}

/** Only what moved from or into 结转下年度 breaks the carry (rulebook R93). */
const breaksCarry = ({ before, after }: Awaited<ReturnType<typeof movedSince>>[number]): boolean =>
  (before?.to === '4') !== (after?.to === '4') || (before?.to === '4' && before.kind !== after?.kind)

type Reads = readonly (() => Promise<unknown>)[]
type Read<All extends Reads> = { -readonly [K in keyof All]: Awaited<ReturnType<All[K]>> }

/** At once, each on a connection of its own; one after the other within a transaction, which has but one. */
const together = async <const All extends Reads>(db: Db, reads: All): Promise<Read<All>> => {
  if (!db.isTransaction) return (await Promise.all(reads.map((read) => read()))) as Read<All>
  const done: unknown[] = []
  for (const read of reads) done.push(await read())
  return done as Read<All>
}

/** What a sum takes from its organs beside their ledgers: table two, and their names. */
const summedOf = async (db: Db, { organs, year }: ReportOrder) => {
  const names = new Map((await keptOrgans(db, firstDay(year + 1))).map(({ id, organ }) => [id, organ.name]))
  return { two: sumTwo(await organTwos(db, organs, year), year), names: organs.map((id) => names.get(id) ?? id) }
}

/** The report of a year as the ledgers have it now (rulebook §6). */
export const yearReport = async (db: Db, order: ReportOrder): Promise<Prepared> => {
  const { organ, organs, year } = order
  if (year < forms[2019].firstYear)
    throw new RangeError(`${year}年的报告用2019年以前的格式，不编制；从${forms[2019].firstYear}年起`)
  const kept = await keptOrgan(db, organ, firstDay(year + 1))
  if (!kept) throw new RangeError(`没有机关“${organ}”`)
  const kind = kindOf(order)
  const [counts, remedies, fees, draft, before, summed] = await together(db, [
    () => yearCounts(db, organs, year),
    () => yearRemedies(db, organs, year),
    () => yearFees(db, organs, year),
    async () => kind && reportDraft(db, { organ, year, kind }),
    async () => kind && lastEdition(db, { organ, year: year - 1, kind }),
    async () => (kind === 'own' ? null : summedOf(db, order)),
  ])
  const entries: ReportEntries = order.entries ?? draft?.entries ?? noEntries
  const report = draftReport({
    organ: kept.organ.name,
    year,
    table3: tableThreeOf(counts, year),
    table4: tableFourOf(oncePerSuit(remedies).map((one) => ({ ...one, count: 1 }))),
    fees,
    entries: summed ? { ...entries, table2: overTwo(entries.table2, summed.two, year) } : entries,
    previous: before?.report,
    sums: summed?.names,
  })
  return {
    report,
    draft,
    moved: draft ? movedPlaces(draft.places, await yearPlaces(db, organs, year)) : [],
    changed: draft?.opened ? changedSince(draft.opened, { remedies, report }) : null,
    proposed: summed?.two ?? null,
    doubles: doublesIn(remedies),
    movedBefore: (await movedSince(db, { ...order, year: year - 1 })).filter(breaksCarry),
  }
}
