import type { CasePage, Words } from '../api/answers.ts'
import { idInWords } from '../look/ids.ts'
import type { Choices } from './fields.tsx'

interface Colleague {
  readonly name: string
  readonly displayName: string
  readonly roles: readonly string[]
  readonly openCases: number
  readonly openDrills: number
}

export interface ColleaguesAnswer {
  readonly colleagues: readonly Colleague[]
}

interface Known {
  readonly page: CasePage
  readonly words: Words
  readonly colleagues: readonly Colleague[]
}

/** Somebody to give a case to, with what is in their hands; drills are told apart. */
export const handsOf = ({ displayName, openCases, openDrills }: Colleague) => ({
  value: displayName,
  label: `${displayName}（在办${openCases}件${openDrills > 0 ? `，另有演练${openDrills}件` : ''}）`,
})

const officers = (colleagues: readonly Colleague[]) =>
  colleagues.filter(({ roles }) => roles.includes('officer')).map(handsOf)

const openRemedies = ({ remedies }: CasePage, kind: string, names: string) =>
  remedies
    .filter((one) => one.kind === kind)
    .map(({ id, filedOn }) => ({ value: id, label: `${idInWords(id)}（${filedOn}${names}）` }))

const named = (rows: Readonly<Record<string, string>>) =>
  Object.entries(rows).map(([value, label]) => ({ value, label }))

const unserved = ({ issued }: CasePage, { letters }: Words) => [
  ...new Map(
    issued
      .filter(({ letter, servedOn }) => !letter.startsWith('S') && servedOn === null)
      .map(({ letter }) => [letter, { value: letter, label: letters[letter] ?? letter }]),
  ).values(),
]

/** What was filed to go with the reply; what went with a former one has its number there. */
const enclosures = ({ attachments = [], rounds }: CasePage) => {
  const before = rounds.flatMap(({ reply }) => reply?.enclosures ?? [])
  return attachments
    .filter(({ n, kind }) => kind === 'enclosure' && !before.includes(n))
    .map(({ n, name }) => ({ value: String(n), label: `${n}：${name}` }))
}

/** Where a field can only be one of a few things that the case holds, those are offered; by command and field. */
export const choicesFor = (command: string, { page, words, colleagues }: Known): Choices => {
  const rows: Readonly<Record<string, Choices>> = {
    registerRequest: { officer: officers(colleagues) },
    assignOfficer: { officer: officers(colleagues) },
    recordOpinion: {
      id: page.consultations
        .filter(({ endedOn }) => endedOn === null)
        .map(({ id, party }) => ({ value: id, label: `${id}：${party}` })),
    },
    giveAssistance: {
      id: page.assistances
        .filter(({ findings }) => findings === null)
        .map(({ id, unit }) => ({ value: id, label: `${id}：${unit}` })),
    },
    recordLetterService: {
      letter: unserved(page, words),
      consultation: page.consultations.map(({ id, party }) => ({ value: id, label: `${id}：${party}` })),
    },
    answerReconsideration: { id: openRemedies(page, 'reconsideration', '申请复议') },
    decideReconsideration: {
      id: openRemedies(page, 'reconsideration', '申请复议'),
      result: named(words.reconsiderationResults),
    },
    answerLitigation: { id: openRemedies(page, 'litigation', '起诉') },
    decideLitigation: { id: openRemedies(page, 'litigation', '起诉'), result: named(words.litigationResults) },
    closeComplaint: { id: openRemedies(page, 'complaint', '投诉') },
    dispatchReply: { enclosures: enclosures(page) },
    answerRectification: {
      id: page.rectifications.map(({ id, record }) => ({ value: id, label: `${id}：${record}` })),
    },
  }
  return rows[command] ?? {}
}

/** What a form begins with: the number that the case has not used yet, all that was filed to go with the reply. */
export const startingValues = (command: string, page: CasePage): Readonly<Record<string, unknown>> => {
  const next = (word: string, used: readonly { readonly id: string }[]) => ({ id: `${word}${used.length + 1}` })
  const rows: Readonly<Record<string, () => Readonly<Record<string, unknown>>>> = {
    dispatchReply: () => ({ enclosures: enclosures(page).map(({ value }) => value) }),
    consultThirdParty: () => next('第三方', page.consultations),
    consultOrgan: () => next('机关', page.consultations),
    requestAssistance: () => next('协查', page.assistances),
    fileComplaint: () => next('投诉', page.remedies),
    fileRectification: () => next('更正', page.rectifications),
  }
  return rows[command]?.() ?? {}
}

/** Fields that a form does not ask for: the usual is meant. */
export const unasked: Readonly<Record<string, readonly string[]>> = {
  orderSupervision: ['article'],
}
