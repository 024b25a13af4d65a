import { execFileSync } from 'node:child_process'
import { type ProjectedYear, projectYear } from '@zhiqing/projection'
import t from 'tap'

/**
 * 法定节假日 and 补假 (`+`) of 2027–2033, by hand. The lunar days and 清明 were written down from
 * memory and agree with tyme4ts 1.5.2 and chinese-days 1.5.7.
 */
const EXPECTED: Readonly<Record<number, string>> = {
  2027: '元旦 01-01; 春节 02-05 02-06 02-07 02-08 +02-09 +02-10; 清明节 04-05; 劳动节 05-01 05-02 +05-03 +05-04; 端午节 06-09; 中秋节 09-15; 国庆节 10-01 10-02 10-03 +10-04 +10-05',
  2028: '元旦 01-01 +01-03; 春节 01-25 01-26 01-27 01-28; 清明节 04-04; 劳动节 05-01 05-02; 端午节 05-28 +05-29; 国庆节 10-01 10-02; 国庆节、中秋节 10-03; 国庆节 +10-04; 中秋节 +10-05',
  2029: '元旦 01-01; 春节 02-12 02-13 02-14 02-15; 清明节 04-04; 劳动节 05-01 05-02; 端午节 06-16 +06-18; 中秋节 09-22 +09-24; 国庆节 10-01 10-02 10-03',
  2030: '元旦 01-01; 春节 02-02 02-03 02-04 02-05 +02-06 +02-07; 清明节 04-05; 劳动节 05-01 05-02; 端午节 06-05; 中秋节 09-12; 国庆节 10-01 10-02 10-03',
  2031: '元旦 01-01; 春节 01-22 01-23 01-24 01-25 +01-27; 清明节 04-05 +04-07; 劳动节 05-01 05-02; 端午节 06-24; 国庆节、中秋节 10-01; 国庆节 10-02 10-03; 中秋节 +10-06',
  2032: '元旦 01-01; 春节 02-10 02-11 02-12 02-13; 清明节 04-04 +04-05; 劳动节 05-01 05-02 +05-03 +05-04; 端午节 06-12 +06-14; 中秋节 09-19 +09-20; 国庆节 10-01 10-02 10-03 +10-04 +10-05',
  2033: '元旦 01-01 +01-03; 春节 01-30 01-31 02-01 02-02 +02-03; 清明节 04-04; 劳动节 05-01 05-02 +05-03; 端午节 06-01; 中秋节 09-08; 国庆节 10-01 10-02 10-03 +10-04 +10-05',
}

const YEARS = Object.keys(EXPECTED).map(Number)
const expected = YEARS.map((year) => ({ year, off: daysOf(year) }))

t.test('importing the room does not load date-holidays', (t) => {
  const inside = probe([2027])
  t.equal(inside.loadedByImport, false)
  t.equal(inside.loadedByCall, true, 'the probe would have seen it')
  t.end()
})

t.test('放假办法 2, 6 | the days off of 2027–2033 are those counted by hand', (t) => {
  for (const year of expected) t.same(projectYear(year.year), year)
  t.end()
})

t.test('中秋 2033 and 2039 are those of the almanac, not of the package', (t) => {
  t.same(datesOf(2033, '中秋节'), ['2033-09-08'])
  t.same(datesOf(2039, '中秋节'), ['2039-10-02'], 'merged with the second day of 国庆节')
  t.end()
})

t.test('放假办法 2 | 11 days to 2024, 13 from 2025', (t) => {
  for (const [year, days] of [
    [2023, 11],
    [2024, 11],
    [2025, 13],
    [2026, 13],
  ] as const) {
    t.equal(projectYear(year).off.filter((day) => !day.name.endsWith('补假')).length, days, `${year}`)
  }
  t.notOk(
    projectYear(2024).off.find((day) => day.date === '2024-02-09'),
    '除夕 2024 was a working day',
  )
  t.end()
})

t.test('the days do not depend on the zone of the process', (t) => {
  for (const zone of ['America/New_York', 'Pacific/Auckland', 'Asia/Shanghai', 'UTC']) {
    t.same(probe(YEARS, zone).years, expected, zone)
  }
  t.end()
})

t.test('a year that is not known to be right is refused', (t) => {
  for (const year of [2013, 2041, 2027.5, Number.NaN]) t.throws(() => projectYear(year), RangeError, `${year}`)
  t.end()
})

t.test('an answer is the caller’s own', (t) => {
  projectYear(2030).off.pop()
  t.same(projectYear(2030), expected[2030 - 2027])
  t.end()
})

function daysOf(year: number): ProjectedYear['off'] {
  return (EXPECTED[year] ?? '').split('; ').flatMap((group) => {
    const [name = '', ...days] = group.split(' ')
    return days.map((day) => ({
      date: `${year}-${day.replace('+', '')}`,
      name: day.startsWith('+') ? `${name}补假` : name,
    }))
  })
}

function datesOf(year: number, name: string): string[] {
  return projectYear(year)
    .off.filter((day) => day.name.split('、').includes(name))
    .map((day) => day.date)
}

/** Runs in a fresh process, in a zone, the years asked for, and tells what that loaded. */
function probe(
  asked: number[],
  zone = 'UTC',
): { loadedByImport: boolean; loadedByCall: boolean; years: ProjectedYear[] } {
  const script = `
    import { createRequire } from 'node:module'
    const { projectYear } = await import(${JSON.stringify(import.meta.resolve('@zhiqing/projection'))})
    const loaded = () => Object.keys(createRequire(import.meta.url).cache).some((file) => file.includes('date-holidays'))
    const loadedByImport = loaded()
    const years = ${JSON.stringify(asked)}.map((year) => projectYear(year))
    console.log(JSON.stringify({ loadedByImport, loadedByCall: loaded(), years }))`
  const output = execFileSync(process.execPath, ['--input-type=module', '-e', script], {
    env: { ...process.env, TZ: zone },
    encoding: 'utf8',
  })
  return JSON.parse(output)
}
