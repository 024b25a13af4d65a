import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { refusals } from '@zhiqing/casework'
import { coverageOf, lawSources, requiredArticles, type Sources, testNamed, testTitles } from '@zhiqing/cli'
import { articles, citedIn, type Day, lawOn, rules } from '@zhiqing/law'
import { allArrows } from '@zhiqing/workflows'
import t from 'tap'

const house = fileURLToPath(new URL('../../../', import.meta.url))
const lawRoom = join(house, 'packages/law/src')
const program = join(house, 'packages/cli/bin/zhiqing.mjs')
const sources: Sources = (await lawSources())(testTitles() ?? [])
const coverage = coverageOf(sources)
const gapsOf = (change: Partial<Sources>) => coverageOf({ ...sources, ...change }).gaps.map(({ gap }) => gap)

t.test('条文 | chapter four, the fee measures and whatever is cited anywhere has an answer', async (t) => {
  t.strictSame(coverage.gaps, [])
  const known = articles.map(({ ref }) => ref as string)
  for (let n = 27; n <= 45; n++) t.ok(known.includes(`ogi:${n}`), `§${n}`)
  for (let n = 1; n <= 8; n++) t.ok(known.includes(`fee:${n}`), `办法 ${n}`)
  for (const n of [2, 10, 11, 13, 14, 15, 16, 17, 18, 20, 47, 48, 49, 50, 51, 52, 53, 54, 55, 56])
    t.ok(known.includes(`ogi:${n}`), `§${n}`)
  t.equal(new Set(known).size, known.length, 'each once')
  t.equal(requiredArticles.length, 27)
  for (const { title, says } of articles) t.ok(title.length > 1 && says.length > 6, title)
})

t.test('条文 | every dated number of the law is told by `zhiqing law --on`', (t) => {
  const files = readdirSync(lawRoom, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.ts'))
  const calls = files.flatMap((name) => readFileSync(join(lawRoom, name), 'utf8').match(/[= ]dated\('/g) ?? [])
  t.equal(lawOn('2026-03-03' as Day).periods.length, calls.length)
  t.ok(calls.length > 10, 'they were found at all')
  t.same(
    lawOn('2026-03-03' as Day).periods.filter(({ value }) => value === null),
    [],
    'each holds today',
  )
  t.end()
})

/** The numbers of the rulebook, written out by hand from its headings. */
const inRulebook = [
  ...[1, 2, 3, 4, 5, 6],
  ...Array.from({ length: 12 }, (_, i) => 10 + i),
  ...Array.from({ length: 43 }, (_, i) => 22 + i),
  ...Array.from({ length: 9 }, (_, i) => 70 + i),
  ...Array.from({ length: 6 }, (_, i) => 80 + i),
  ...Array.from({ length: 10 }, (_, i) => 90 + i),
  ...Array.from({ length: 22 }, (_, i) => 100 + i),
]

t.test('规则 | every rule of the rulebook is told once, in order', async (t) => {
  const told = rules.map(({ rule }) => rule).filter((rule) => /^R\d+$/.test(rule))
  t.strictSame(
    told,
    inRulebook.map((n) => `R${n}`),
  )
  t.ok(rules.some(({ rule }) => rule === 'R57a'))
  t.strictSame(
    rules.map(({ rule }) => rule).filter((rule) => rule.startsWith('C')),
    Array.from({ length: 10 }, (_, i) => `C${i + 1}`),
  )
})

t.test('规则 | what a rule says of where it is coded is there: names in tables, words in files', async (t) => {
  const carried = new Set<string>(
    [
      sources.transitions,
      sources.letters,
      sources.commands,
      sources.outcomes,
      sources.refusals,
      sources.checks,
    ].flatMap((table) => table.map(({ code }) => code)),
  )
  for (const rule of rules) {
    const names = [rule.steps, rule.letters, rule.commands, rule.outcomes, rule.refusals, rule.checks].flatMap(
      (list) => list ?? [],
    )
    for (const name of names) t.ok(carried.has(name), `${rule.rule} ${name}`)
    for (const place of rule.where ?? []) {
      const [path = '', word = ''] = place.split('#')
      t.ok(word && existsSync(join(house, path)) && readFileSync(join(house, path), 'utf8').includes(word), place)
    }
  }
})

t.test('覆盖 | a planted gap is told: an article taken away, a rule without an answer, a new citation', async (t) => {
  const without = (ref: string) => gapsOf({ articles: articles.filter((one) => one.ref !== ref) })
  t.ok(without('ogi:33').includes('ogi:33'))
  t.ok(without('ogi:28').includes('ogi:28'), 'though nothing cites it, it is of chapter four')
  t.ok(without('fee:8').includes('fee:8'))
  t.ok(without('reconsideration:22').includes('reconsideration:22'))
  const mute = rules.map((rule) => (rule.rule === 'R50' ? { ...rule, whyNot: undefined } : rule))
  t.strictSame(gapsOf({ rules: mute as typeof rules }), ['R50'])
  t.strictSame(gapsOf({ refusals: [...sources.refusals, { code: 'new', articles: ['ogi:3.2'] }] }), ['ogi:3.2'])
  const silent = articles.map((one) => (one.ref === 'ogi:46' ? { ...one, whyNot: undefined } : one))
  t.strictSame(gapsOf({ articles: silent }), ['ogi:46'])
  const unheard = gapsOf({ commands: [] })
  t.ok(unheard.includes('R17'), 'R17 rests on a command alone')
  t.notOk(unheard.includes('R104'), 'R104 has its arrow and its letter too')
  t.ok(gapsOf({ commands: [], transitions: [], letters: [] }).includes('R104'), 'but not when all of them go')
})

t.test('覆盖 | it is computed from the tables: what a new part brings is picked up by itself', async (t) => {
  const without = {
    ...sources,
    letters: sources.letters.filter(({ code }) => code !== 'L13'),
    commands: sources.commands.filter(({ code }) => !code.endsWith('Rectification')),
  }
  t.ok(coverageOf(without).gaps.length > 0, 'R80 has no answer before its letter and its commands are there')
  const letters = [...without.letters, { code: 'L13', articles: ['ogi:41'] }]
  const { rules: told, articles: rows } = coverageOf({ ...without, letters })
  t.match(
    told.find(({ rule }) => rule === 'R80'),
    { coded: ['L13'], whyNot: null },
  )
  t.match(
    rows.find(({ article }) => article === 'ogi:41'),
    { letters: ['L13'], rules: ['R80'], whyNot: null },
  )
})

t.test('覆盖 | §33 as one row: rules, arrows, letters, refusals, checks, values, tests', async (t) => {
  const row = coverage.articles.find(({ article }) => article === 'ogi:33')
  for (const rule of ['R30', 'R35', 'R36', 'R60']) t.ok(row?.rules.includes(rule), rule)
  for (const step of ['T23', 'T24', 'T25', 'T33', 'T34']) t.ok(row?.transitions.includes(step), step)
  for (const letter of ['P03', 'P05', 'P07']) t.ok(row?.letters.includes(letter), letter)
  for (const refusal of ['extensionTooLong', 'extensionAfterDue']) t.ok(row?.refusals.includes(refusal), refusal)
  for (const value of ['replyPeriod', 'extensionLimit']) t.ok(row?.values.includes(value), value)
  t.match(row, { whyNot: null })
  t.ok(row?.checks.includes('OVERDUE'))
  t.ok((row?.tests.length ?? 0) >= 3)
  const arrows = new Set(allArrows().map(({ meta }) => meta.t))
  t.equal(sources.transitions.length, arrows.size, 'every arrow of every machine')
})

t.test('题目 | a test title names its articles and rules; sections of the contract are no articles', async (t) => {
  const cases: readonly [string, readonly string[], readonly string[]][] = [
    ['§33.2 延长 | told in time', ['ogi:33'], []],
    ['§31, contract §3 | a day', ['ogi:31'], []],
    ['contract §2, §3 | nothing', [], []],
    ['§36–§39 | four', ['ogi:36', 'ogi:37', 'ogi:38', 'ogi:39'], []],
    ['§32, R82 征求意见 | hidden', ['ogi:32'], ['R82']],
    ['R44–R46 | fees', [], ['R44', 'R45', 'R46']],
    ['R57a 署名 | who signs', [], ['R57a']],
    ['行诉法46 | six months', ['litigation:46'], []],
  ]
  for (const [title, named, told] of cases) {
    const found = testNamed(title)
    t.strictSame([found.articles, found.rules.filter((rule) => rule !== 'R57')], [named, told], title)
  }
})

t.test('引注 | articles are read out of printed words', async (t) => {
  t.strictSame(citedIn('依据《中华人民共和国政府信息公开条例》第三十六条第（二）项、《某条例》第五条'), ['ogi:36'])
  t.strictSame(citedIn('《中华人民共和国行政诉讼法》第四十六条；《政府信息公开信息处理费管理办法》第六条').toSorted(), [
    'fee:6',
    'litigation:46',
  ])
})

const run = (...args: string[]) => {
  const { status, stdout, stderr } = spawnSync(process.execPath, [program, 'law', ...args], { encoding: 'utf8' })
  return { status, stdout, stderr }
}

t.test('命令 | zhiqing law tells articles and rules; --refusals every code with its article and words', async (t) => {
  const told = run('--json')
  t.match(told, { status: 0, stderr: '' })
  const rows = told.stdout
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line))
  const row = rows.find(({ article }) => article === 'ogi:30')
  for (const field of ['sense', 'rules', 'transitions', 'letters', 'refusals', 'checks', 'tests', 'whyNot'])
    t.ok(field in row, field)
  t.equal(rows.length, articles.length + rules.length)
  t.match(run().stdout, /条例第三十三条 答复期限\n {2}意思：/)
  const listed = run('--refusals', '--json')
    .stdout.trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line))
  t.strictSame(
    listed.map(({ code }) => code),
    Object.keys(refusals),
  )
  for (const one of listed)
    t.match(one, { kind: /^(role|state|law|unknown)$/, article: /^(practice|[a-z]+:\d)/, zh: /[一-龥]/ })
  t.match(run('--refusals').stdout, /extensionTooLong +依照规定不能/)
  t.match(run('--nope'), { status: 2, stderr: /没有 --nope 这个选项/ })
})
