import { createHash, randomUUID } from 'node:crypto'
import {
  type Case,
  countedCase,
  dueDates,
  type Finished,
  lineFigures,
  remediesCounted,
  stateOf,
} from '@zhiqing/casework'
import type {
  KeptEdition,
  ModelCase,
  NewDraft,
  Prepared,
  PublicationDecision,
  ReportCabinet,
  ReportDraft,
  ReportKind,
  ReportOrder,
} from '@zhiqing/db'
import {
  behindFour,
  type Calendar,
  changedSince,
  type Day,
  defaultSettings,
  draftReport,
  isBehind,
  movedPlaces,
  noEntries,
  openedWith,
  overTwo,
  type PlaceRow,
  placedIn,
  placeIn,
  sumTwo,
  tableFour,
  tableThree,
  type YearReport,
} from '@zhiqing/law'

/** The report's port on paper: every figure folded from the cases themselves, no SQL anywhere. */
export const paperReports = (
  calendar: Calendar,
  casesOf: (organ: string) => readonly { readonly id: string; readonly current: Case }[],
  nameOf: (organ: string) => string,
): ReportCabinet => {
  const models: ModelCase[] = []
  const drafts = new Map<string, ReportDraft>()
  const editions: (KeptEdition & { readonly kind: ReportKind })[] = []
  const decided: PublicationDecision[] = []
  const editionsOf = (organs: readonly string[], year: number, kind: ReportKind = 'own'): KeptEdition[] =>
    editions.filter((one) => organs.includes(one.organ) && one.year === year && one.kind === kind)
  const of = (organs: readonly string[]) => organs.flatMap((organ) => casesOf(organ).map((one) => ({ organ, ...one })))
  const counted = (organs: readonly string[]) => of(organs).map(({ id, current }) => countedCase(id, current))
  const remedies = (organs: readonly string[]) => of(organs).flatMap(({ id, current }) => remediesCounted(id, current))
  const places = (organs: readonly string[], year: number): PlaceRow[] =>
    counted(organs).flatMap((one) => {
      const place = placeIn(one, year)
      return place ? [[one.id, one.kind, place.from, place.to] as const] : []
    })
  const organOf = (organs: readonly string[], id: string) => of(organs).find((one) => one.id === id)
  const yearRemedies = async (organs: readonly string[], year: number) =>
    placedIn(remedies(organs), year).map((one) => {
      const found = organOf(organs, one.caseId)
      return { ...one, organ: found?.organ ?? '', number: found?.current.number ?? null }
    })
  const yearReport = async (order: ReportOrder): Promise<Prepared> => {
    const { organ, organs, year, entries, kind = 'own' } = order
    const stands = organs.includes(organ)
    const draft = stands ? drafts.get(`${organ} ${kind} ${year}`) : undefined
    const before = stands ? editionsOf([organ], year - 1, kind).at(-1) : undefined
    const twos = organs.map(
      (one) => editionsOf([one], year).at(-1)?.report.table2 ?? drafts.get(`${one} own ${year}`)?.entries.table2 ?? {},
    )
    const proposed = kind === 'own' ? null : sumTwo(twos, year)
    const entered = entries ?? draft?.entries ?? noEntries
    const told = await yearRemedies(organs, year)
    const report = draftReport({
      organ: nameOf(organ),
      year,
      table3: tableThree(counted(organs), year),
      table4: tableFour(remedies(organs), year),
      fees: { amount: 0, cases: 0 },
      entries: proposed ? { ...entered, table2: overTwo(entered.table2, proposed, year) } : entered,
      previous: before?.report,
    })
    return {
      report,
      proposed,
      changed: draft?.opened ? changedSince(draft.opened, { remedies: told, report }) : null,
      draft,
      moved: draft ? movedPlaces(draft.places, places(organs, year)) : [],
      doubles: told.filter(({ suit }) => suit !== null && told.filter((one) => one.suit === suit).length > 1),
      movedBefore: before ? movedPlaces(before.places, places(organs, year - 1)) : [],
    }
  }
  const openDraft = (draft: NewDraft, report: YearReport) => {
    const { organ, organs = [organ], year, kind = 'own' } = draft
    const opened = openedWith({ remedies: placedIn(remedies(organs), year), report })
    drafts.set(`${organ} ${kind} ${year}`, { ...draft, places: places(organs, year), opened })
  }
  const period = (organs: readonly string[], from: Day, until: Day): Finished[] =>
    of(organs).flatMap(({ current: { receivedOn, counted: kept } }) =>
      kept.closing && receivedOn && kept.closing.closedOn >= from && kept.closing.closedOn <= until
        ? [{ ...kept, receivedOn, line: kept.closing.line, closedOn: kept.closing.closedOn }]
        : [],
    )
  const topicOf = ({ information: { description } }: Case) => createHash('sha256').update(description).digest('hex')
  /** By the words as they are written; what was asked before the day counts only where it was suggested. */
  const topicsIn = (organs: readonly string[], since: Day) => {
    const all = of(organs)
    return [...new Set(all.map(({ current }) => topicOf(current)))].flatMap((topic) => {
      const same = all.filter(({ current }) => topicOf(current) === topic)
      const asked = same.filter(({ current: { receivedOn } }) => receivedOn && receivedOn >= since)
      const [organ = ''] = organs
      return {
        ...{ organ, topic, information: same[0]?.current.information.description ?? '', requests: asked.length },
        applicants: new Set(asked.map(({ current }) => current.applicant.name)).size,
        given: asked.filter(({ current }) => current.counted.closing?.line === '3.1').length,
        ids: (asked.length > 0 ? asked : same).map(({ id }) => id),
        said: same.flatMap(({ current }) => current.suggestions ?? []),
        lastOn:
          asked
            .flatMap(({ current }) => current.receivedOn ?? [])
            .toSorted()
            .at(-1) ?? null,
      }
    })
  }
  return {
    unfinished: async (organs) =>
      of(organs).flatMap(({ organ, id, current }) => {
        const { number, officer, arrivedOn, receivedOn, counted: kept } = current
        const closedOn = kept.closing?.closedOn ?? null
        const state = stateOf(current)
        const due = dueDates(current, { calendar, settings: defaultSettings })
        return closedOn && state !== 'issued'
          ? []
          : [{ organ, id, number, officer, arrivedOn, receivedOn, closedOn, state, due }]
      }),
    finishedIn: async (organs, { from, until }) => lineFigures(period(organs, from, until)),
    receivedIn: async (organs, { from, until }) =>
      of(organs).filter(({ current: { receivedOn } }) => receivedOn && receivedOn >= from && receivedOn <= until)
        .length,
    hotRequests: async (organs, since, least) =>
      topicsIn(organs, since).flatMap(({ said: _, lastOn, ...one }) =>
        lastOn === null || one.applicants < least ? [] : [{ ...one, lastOn }],
      ),
    suggestedTopics: async (organs, since) =>
      topicsIn(organs, since).flatMap(({ said, lastOn: _, ...one }) => {
        const suggestedOn = said
          .map(({ on }) => on)
          .toSorted()
          .at(-1)
        const reasons = [...new Set(said.flatMap((each) => each.reasons))].toSorted()
        return suggestedOn ? [{ ...one, suggestedOn, suggestions: said.length, reasons }] : []
      }),
    publications: async (organs) => decided.filter(({ organ }) => organs.includes(organ)),
    publicationsOf: async (organ, caseId) => {
      const topic = of([organ]).flatMap(({ id, current }) => (id === caseId ? topicOf(current) : []))
      return decided.filter((one) => one.organ === organ && topic.includes(one.topic))
    },
    keepPublication: async (one) => {
      if (decided.some(({ topic, n }) => topic === one.topic && n === one.n)) return false
      decided.push(one)
      return true
    },
    openData: async (organs, year) =>
      of(organs)
        .filter(({ current: { receivedOn } }) => receivedOn?.startsWith(String(year)))
        .map(({ organ, current: { receivedOn, channel, counted: kept } }) => ({
          organ,
          channel,
          kind: kept.kind,
          receivedIn: receivedOn?.slice(0, 7) ?? '',
          closedIn: kept.closing?.closedOn.slice(0, 7) ?? null,
          line: kept.closing?.line ?? null,
          days: null,
          corrected: kept.corrected,
          extended: kept.extended,
          remedied: kept.remedies.length > 0,
        })),
    yearCounts: async (organs, year) =>
      organs.flatMap((organ) =>
        places([organ], year).map(([, kind, from, to]) => ({ organ, kind, from, to, count: 1 }) as never),
      ),
    yearRemedies,
    casesBehind: async ({ organs, year, cell, limit, after = '' }) => {
      const ids =
        'line' in cell
          ? counted(organs).flatMap((one) => (isBehind(one, cell, year) ? [{ id: one.id }] : []))
          : behindFour(remedies(organs), cell, year).map(({ caseId, id }) => ({ id: caseId, remedy: id }))
      return ids
        .filter(({ id }) => id > after)
        .slice(0, limit)
        .map((one) => {
          const found = organOf(organs, one.id)
          if (!found) throw new Error(one.id)
          const { organ, current } = found
          const { closedOn, receivedOn } = countedCase(one.id, current)
          return {
            ...one,
            organ,
            number: current.number,
            receivedOn: receivedOn as never,
            closedOn,
            state: current.at.state,
          }
        })
    },
    numbersOf: async (organs, ids) =>
      of(organs)
        .filter(({ id }) => ids.includes(id))
        .map(({ id, current }) => [id, current.number] as const),
    yearReport,
    keepReportDraft: async (draft) => {
      const { organ, organs = [organ], kind = 'own', year, entries } = draft
      const key = `${organ} ${kind} ${year}`
      const before = drafts.get(key)
      if (before) return void drafts.set(key, { ...before, entries })
      const { report } = await yearReport({ organ, organs, kind, year, entries })
      openDraft(draft, report)
    },
    reportEditions: async (organs, year, kind) => editionsOf(organs, year, kind),
    keepModelCase: async (one) => {
      const known = models.find(({ organ, caseId }) => organ === one.organ && caseId === one.caseId)
      const kept = { ...one, id: known?.id ?? randomUUID(), approvedBy: null, approvedOn: null, ended: null }
      models.splice(known ? models.indexOf(known) : models.length, 1, kept)
      return kept
    },
    modelCases: async (organs) => models.filter(({ organ }) => organs.includes(organ)),
    approveModelCase: async (one, by, on) => {
      const at = models.findIndex(({ id, approvedBy }) => id === one.id && approvedBy === null)
      if (at < 0) return undefined
      const approved = { ...one, approvedBy: by, approvedOn: on }
      models.splice(at, 1, approved)
      return approved
    },
    endModelCase: async (one, _by, on, reason) => {
      const at = models.findIndex(({ id, ended }) => id === one.id && ended === null)
      const held = models[at]
      if (!held) return undefined
      const act = held.approvedBy === null ? 'rejected' : 'withdrawn'
      const gone = { story: null, point: null, approvedBy: null, approvedOn: null }
      const ended = { ...held, ...gone, ended: { act, reason, on } } as const
      models.splice(at, 1, ended)
      return ended
    },
    publishReport: async (order) => {
      const prepared = await yearReport(order)
      const { organ, organs, year, kind = 'own', on, by, reason = null } = order
      const before = editionsOf([organ], year, kind)
      const refused = order.refuse({ ...prepared, editions: before.length })
      if (refused.length > 0) return { refused }
      const edition = before.length + 1
      const report = { ...prepared.report, edition, publishedOn: on }
      const sha256 = createHash('sha256').update(JSON.stringify(report)).digest('hex')
      const kept = { organ, year, edition, report, sha256, publishedOn: on, publishedBy: by, reason }
      editions.push({ ...kept, kind, places: places(organs, year) })
      if (prepared.draft) openDraft({ ...prepared.draft, organs, kind, openedOn: on }, report)
      return { ...kept, places: [] }
    },
  }
}
