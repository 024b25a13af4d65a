import { countedCase, remediesCounted } from '@zhiqing/casework'
import {
  behindFour,
  behindThree,
  type Column,
  type CountedCase,
  columns,
  type Line,
  placeIn,
  remedyColumns,
  remedyGroups,
  tableFour,
  tableThree,
} from '@zhiqing/law'
import t from 'tap'
import { type Booked, figures, keepBook, kinds, lines } from '../report/book.js'
import { chanceOf } from '../report/chance.js'
import { generate } from '../report/generate.js'
import { answered, type Planned } from '../report/lives.js'
import { newYearPlays } from '../report/new-year.js'
import { organOf, playOffice } from '../report/office.js'
import { generateSuits, type Heard, suitBook } from '../report/suits.js'
import { a } from './court.js'

/*
 * Table three from the ledgers beside a clerk's book. The cases are played by the very commands of the service; the clerk
 * writes down what was planned and never looks at a case.
 */

const played = async (plans: readonly Planned[], code = 'QHZR') => {
  const office = playOffice(organOf(code))
  const booked: Booked[] = []
  const counted = []
  for (const { acts, ...plan } of plans) {
    const name = await office.play(acts)
    booked.push({ name, ...plan })
    counted.push(countedCase(name, await office.read(name)))
  }
  return { booked, counted }
}

t.test(
  'R90–R96 | 500 cases of a year: every cell is what a clerk counted beside it, and opens exactly its cases',
  async (t) => {
    const { booked, counted } = await played(generate(chanceOf(7), 2024, 500))
    const book = keepBook(booked, 2024, 2025)
    for (const year of [2024, 2025]) {
      const table = tableThree(counted, year)
      for (const line of lines) {
        t.strictSame(table[line as Line], figures(book.get(year), line), `${year} ${line}`)
        for (const [i, column] of columns.entries()) {
          const behind = behindThree(counted, { line: line as Line, column: column as Column }, year)
          const names = (i < 6 ? kinds.slice(i, i + 1) : kinds).flatMap((kind) => book.get(year)?.[line]?.[kind] ?? [])
          t.strictSame(behind.toSorted(), names.toSorted(), `${year} ${line} ${column}: the cases behind it`)
        }
      }
    }
    const used = lines.filter((line) => (figures(book.get(2024), line)[6] ?? 0) > 0)
    t.ok(used.length >= lines.length - 2, `the year is lively: ${used.length} of ${lines.length} lines`)
  },
)

t.test('R95 | New Year’s Eve: each case in one row of each year, as the law has it', async (t) => {
  for (const [zh, plan] of newYearPlays(2024, 'research')) {
    const { booked, counted } = await played([plan])
    const book = keepBook(booked, 2023, 2027)
    const [one] = counted
    if (!one) throw new Error('no case')
    for (const year of [2023, 2024, 2025, 2026, 2027]) {
      const table = tableThree(counted, year)
      const expected = lines.filter((line) => (figures(book.get(year), line)[2] ?? 0) > 0)
      t.strictSame(
        lines.filter((line) => (table[line as Line]?.[2] ?? 0) > 0),
        expected,
        `${zh}: ${year}`,
      )
      const place = placeIn(one, year)
      t.equal(place === null, expected.length === 0, `${zh}: ${year} tells of it or does not`)
    }
  }
})

t.test('R90–R93 | ten years of three organs: the carry ties in every column, and the identities hold', async (t) => {
  const years = Array.from({ length: 10 }, (_, i) => 2021 + i)
  const chance = chanceOf(11)
  const organs: CountedCase[][] = []
  for (const code of ['QHA', 'QHB', 'QHC']) {
    const plans = years.flatMap((year, i) => [
      ...generate(chance, year, 20),
      ...(year === 2030
        ? []
        : newYearPlays(year, kinds[(i + code.charCodeAt(2)) % 6] ?? 'other').map(([, plan]) => plan)),
    ])
    const { booked, counted } = await played(plans, code)
    organs.push(counted)
    const book = keepBook(booked, 2021, 2031)
    for (const year of years) {
      const [table, next] = [tableThree(counted, year), tableThree(counted, year + 1)]
      const row = (line: string, of = table): readonly number[] => of[line as Line] ?? []
      for (const line of lines) t.strictSame(row(line), figures(book.get(year), line), `${code} ${year} ${line}`)
      t.strictSame(row('4'), row('2', next), `${code} ${year}: 结转下年度 is next year’s 上年结转`)
      const [in1 = [], in2 = [], out = [], on = []] = [row('1'), row('2'), row('3.7'), row('4')]
      t.strictSame(
        in1.map((one, i) => one + (in2[i] ?? 0)),
        out.map((one, i) => one + (on[i] ?? 0)),
        `${code} ${year}: 一 + 二 = 三（七） + 四`,
      )
    }
    t.ok((tableThree(counted, 2025)['4']?.[6] ?? 0) > 5, 'much is carried over')
  }
  for (const year of years)
    for (const line of lines)
      t.strictSame(
        tableThree(organs.flat(), year)[line as Line],
        columns.map((_, i) => organs.reduce((sum, one) => sum + (tableThree(one, year)[line as Line]?.[i] ?? 0), 0)),
        `all organs, ${year} ${line}: the sum of its parts`,
      )
})

t.test('年报 | a report of 2020 has the form of 2019: one row for everything under 其他处理', async (t) => {
  const { counted } = await played(generate(chanceOf(3), 2020, 60))
  const table = tableThree(counted, 2020)
  const lapses = counted.filter(({ line, closedOn }) => line?.startsWith('3.6') && closedOn?.startsWith('2020'))
  t.ok(lapses.length > 3)
  t.equal(table['3.6']?.[6], lapses.length)
  t.notOk('3.6.1' in table)
  t.equal(behindThree(counted, { line: '3.6', column: 'total' }, 2020).length, lapses.length)
})

const heardPlays = async (plays: readonly Heard[]) => {
  const office = playOffice(organOf('QHZR'))
  const remedies = []
  for (const { acts } of plays) {
    const name = await office.play(acts)
    remedies.push(...remediesCounted(name, await office.read(name)))
  }
  return remedies
}

t.test(
  'R97 | table four of three years is what a clerk wrote down of 150 remedies, and opens exactly those',
  async (t) => {
    const plays = generateSuits(chanceOf(5), 150)
    const remedies = await heardPlays(plays)
    for (const year of [2024, 2025, 2026]) {
      const book = suitBook(plays, year)
      const table = tableFour(remedies, year)
      for (const group of remedyGroups) {
        const five = remedyColumns.map((column) =>
          column === 'total'
            ? [...book.values()].filter((one) => one.group === group).length
            : [...book.values()].filter((one) => one.group === group && one.column === column).length,
        )
        t.strictSame(table[group], five, `${year} ${group}`)
        for (const [i, column] of remedyColumns.entries())
          t.equal(
            behindFour(remedies, { group, column }, year).length,
            five[i],
            `${year} ${group} ${column}: behind it`,
          )
      }
    }
    const all = tableFour(remedies, 2025)
    t.ok(remedyGroups.every((group) => (all[group][4] ?? 0) > 10 && all[group].slice(0, 4).every((one) => one > 0)))
  },
)

t.test(
  'R94, R98 | one suit about two replies counts once; complaints, corrections of records and redo rounds do not',
  async (t) => {
    const office = playOffice(organOf('QHZR'))
    const filing = { kind: 'natural', channel: 'inPerson', received: '2024-03-04' } as const
    const replied = answered(filing, 'N1', '2024-03-11').acts
    const sued = (court: string) =>
      a('2024-05-06', 'fileLitigation', { path: 'direct', caseNumber: '（2024）青01行初7号', court, coDefendant: true })
    const first = await office.play([...replied, sued('青禾县人民法院')])
    const second = await office.play([...replied, { ...sued('青禾县人民法院'), caseNumber: ' (2024)青01行初7号' }])
    const other = await office.play([
      ...replied,
      a('2024-04-01', 'fileComplaint', { id: '诉求1', to: 'superior', about: '答复不实' }),
      a('2024-04-08', 'fileReconsideration', { procedure: 'ordinary', filedOn: '2024-04-03' }),
      a('2024-05-20', 'decideReconsideration', { result: 'redoOrdered' }),
      a('2024-05-20', 'orderRedo', { deadlineOn: '2024-06-20' }),
      a('2024-06-03', 'decide', { outcome: 'G2', items: ['标准'], route: '邮寄' }),
      ...[...replied.slice(-4)].map((act) => ({ ...act, on: '2024-06-04' })),
    ])
    const ids = [first, second, other]
    const kept = await Promise.all(ids.map(async (id) => ({ id, current: await office.read(id) })))
    const remedies = kept.flatMap(({ id, current }) => remediesCounted(id, current))
    t.same(tableFour(remedies, 2024), {
      reconsideration: [0, 1, 0, 0, 1],
      litigationDirect: [0, 0, 0, 1, 1],
      litigationAfter: [0, 0, 0, 0, 0],
    })
    t.same(tableFour([...remedies].reverse(), 2024).litigationDirect, [0, 0, 0, 1, 1], 'whichever is read first')
    const table = tableThree(
      kept.map(({ id, current }) => countedCase(id, current)),
      2024,
    )
    t.same(
      [table['3.4.1']?.[6], table['3.1']?.[6], table['3.7']?.[6]],
      [3, 0, 3],
      'answered anew: the first answer counts',
    )
  },
)
