import { spawnSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Fields, loadTemplate, openFonts, printLetter, sampleFields } from '@zhiqing/letters'
import t, { type Test } from 'tap'

/*
 * The measures of GB/T 9704-2012 on paper: pages drawn by poppler at ten dots a millimetre, and every length measured from
 * the ink, not from what our layout says of itself.
 */

const missing = spawnSync('pdftoppm', ['-v']).error !== undefined
if (missing) {
  const reason = '版面的尺寸没有量：缺少 Debian 软件包 poppler-utils'
  if (process.env.CI) t.fail(reason)
  else t.pass(reason, { skip: reason })
  process.exit()
}

const fonts = await openFonts()
const folder = mkdtempSync(join(tmpdir(), 'zhiqing-measures-'))
t.teardown(() => rmSync(folder, { recursive: true }))

type Ink = 'red' | 'black'
/** A page as drawn: which dots are red, which are black. */
type Picture = { readonly width: number; readonly height: number; is(ink: Ink, x: number, y: number): boolean }
/** Millimetres from the page's top left corner. */
type Area = { readonly left: number; readonly right: number; readonly top: number; readonly bottom: number }

const dots = 10

const draw = (pdf: Uint8Array): Picture[] => {
  const name = join(folder, 'a')
  for (const old of readdirSync(folder)) rmSync(join(folder, old))
  writeFileSync(`${name}.pdf`, pdf)
  spawnSync('pdftoppm', ['-r', String(dots * 25.4), `${name}.pdf`, name])
  return readdirSync(folder)
    .filter((file) => file.endsWith('.ppm'))
    .toSorted()
    .map((file) => pictureOf(readFileSync(join(folder, file))))
}

const pictureOf = (ppm: Buffer): Picture => {
  const head = /^P6\s+(\d+)\s+(\d+)\s+255\s/.exec(ppm.subarray(0, 40).toString('latin1'))
  if (!head) throw new Error('no PPM')
  const [width, height, start] = [Number(head[1]), Number(head[2]), head[0].length]
  const at = (x: number, y: number, channel: number): number => ppm[start + 3 * (y * width + x) + channel] ?? 255
  return {
    width,
    height,
    is: (ink, x, y) => at(x, y, 1) < 128 && (ink === 'red' ? at(x, y, 0) > 150 : at(x, y, 0) < 128),
  }
}

const page: Area = { left: 0, right: 210, top: 0, bottom: 297 }

/** The box of all ink of a colour in an area; null where there is none. Millimetres. */
const inkIn = (picture: Picture, ink: Ink, within: Partial<Area> = {}): Area | null => {
  const area = { ...page, ...within }
  const box = { left: Infinity, right: -Infinity, top: Infinity, bottom: -Infinity }
  for (let y = Math.round(area.top * dots); y < Math.min(picture.height, area.bottom * dots); y++)
    for (let x = Math.round(area.left * dots); x < Math.min(picture.width, area.right * dots); x++)
      if (picture.is(ink, x, y)) {
        box.left = Math.min(box.left, x)
        box.right = Math.max(box.right, x + 1)
        box.top = Math.min(box.top, y)
        box.bottom = Math.max(box.bottom, y + 1)
      }
  if (box.right < 0) return null
  return { left: box.left / dots, right: box.right / dots, top: box.top / dots, bottom: box.bottom / dots }
}

/** Rules: runs of rows inked from one side to the other, each with its upper and lower edge. Millimetres. */
const rulesIn = (picture: Picture, ink: Ink, [from, to]: readonly [number, number]): Area[] => {
  const found: Area[] = []
  const inked = (y: number): boolean => {
    for (let x = Math.round(from * dots) + 5; x < to * dots - 5; x++) if (!picture.is(ink, x, y)) return false
    return true
  }
  for (let y = 0; y < picture.height; y++) {
    if (!inked(y)) continue
    const top = y
    while (inked(y + 1)) y += 1
    const strip = inkIn(picture, ink, { top: top / dots, bottom: (y + 1) / dots })
    if (strip) found.push(strip)
  }
  return found
}

/** Rows of text in a column: bands with ink between bands without. */
const bandsIn = (picture: Picture, ink: Ink, area: Area): Area[] => {
  const bands: Area[] = []
  for (let y = area.top; y < area.bottom; y += 0.1) {
    const row = inkIn(picture, ink, { ...area, top: y, bottom: y + 0.1 })
    const last = bands.at(-1)
    if (row && last && y - last.bottom < 0.35) bands[bands.length - 1] = { ...last, bottom: y + 0.1 }
    else if (row) bands.push({ ...row, top: y, bottom: y + 0.1 })
  }
  return bands
}

const print = async (code: string, fields: Fields = {}): Promise<Picture[]> =>
  draw((await printLetter(code, { ...sampleFields(loadTemplate(code)), ...fields }, { fonts })).pdf)

const near = (t: Test, measured: number | undefined, expected: number, what: string, within = 0.5): void => {
  const off = Math.abs((measured ?? Infinity) - expected)
  t.ok(off <= within, `${what}: ${measured?.toFixed(2)} mm, ${expected.toFixed(2)} asked for`)
}

const middle = (area: Area | null | undefined): number | undefined => (area ? (area.left + area.right) / 2 : undefined)
const em = (points: number): number => (points * 25.4) / 72
const row = 225 / 22

const filled = '征收土地补偿安置方案'.repeat(150)

t.test('文件格式 7.2–7.3 | mark, 文号, red rule and title stand where the standard puts them', async (t) => {
  const [first] = await print('S12', { 版式: '文件' })
  if (!first) return
  const rules = rulesIn(first, 'red', [28, 184])
  t.equal(rules.length, 1, 'one red rule')
  const [rule] = rules
  near(t, rule?.left, 28, 'the rule begins with the type area')
  near(t, rule?.right, 184, 'and ends with it')
  const mark = inkIn(first, 'red', { bottom: (rule?.top ?? 0) - 1 })
  near(t, mark?.top, 37 + 35, 'the mark’s upper edge is 35 mm under that of the type area')
  near(t, middle(mark), 106, 'the mark is in the middle')
  t.ok(mark && mark.right - mark.left <= 156.2, 'and no wider than the type area')
  const number = inkIn(first, 'black', { bottom: rule?.top ?? 0 })
  near(t, middle(number), 106, '文号 is in the middle')
  // a character of 三号 is 5.64 mm high; the brackets〔〕reach nearly to its foot
  near(t, number && rule ? rule.top - number.bottom : undefined, 4, 'the rule is 4 mm under it')
  const gap = number && mark ? number.top - mark.bottom : 0
  t.ok(gap >= 2 * row && gap < 3 * row, `two empty rows between mark and 文号: ${gap.toFixed(2)} mm`)
  const [title] = bandsIn(first, 'black', { left: 28, right: 184, top: (rule?.bottom ?? 0) + 1, bottom: 200 })
  // in a row of 36 pt the title of 22 pt has 7 pt above it
  near(
    t,
    title && rule ? title.top - rule.bottom : undefined,
    2 * row + em(7),
    'the title has two empty rows above it',
    1,
  )
  t.equal(rulesIn(first, 'red', [20, 190]).length, 0, 'no rules of 信函格式')
})

t.test(
  '文件格式 7.5 | every page has its number, the dashes 7 mm under the type area, odd right, even left',
  async (t) => {
    const pages = await print('S12', { 版式: '文件', 理由: filled })
    t.ok(pages.length >= 4)
    for (const [index, picture] of pages.entries()) {
      const number = index + 1
      const ink = inkIn(picture, 'black', { top: 263, bottom: 280 })
      t.ok(ink, `page ${number} has a number`)
      // the dash alone: at the outer end of the line
      const dash = inkIn(picture, 'black', {
        top: 263,
        bottom: 280,
        ...(number % 2 === 1 ? { left: (ink?.right ?? 0) - 3 } : { right: (ink?.left ?? 0) + 3 }),
      })
      near(t, dash?.top, 262 + 7, `page ${number}: the dash is 7 mm under the type area`)
      if (number % 2 === 1) near(t, ink?.right, 184 - em(14), `page ${number}: on the right, one character in`)
      else near(t, ink?.left, 28 + em(14), `page ${number}: on the left, one character in`)
    }
  },
)

t.test('文件格式 7.4 | 版记 closes the last page: rules, 抄送, who printed it and when', async (t) => {
  const pages = await print('S12', { 版式: '文件' })
  for (const [index, picture] of pages.entries()) {
    const rules = rulesIn(picture, 'black', [28, 184])
    if (index < pages.length - 1) {
      t.strictSame(rules, [], `page ${index + 1} has none`)
      continue
    }
    t.equal(rules.length, 2, 'without 抄送 two rules')
    const [upper, lower] = rules
    near(t, lower?.bottom, 262, 'the last rule lies on the type area’s lower edge', 0.2)
    for (const rule of rules) {
      near(t, rule.left, 28, 'as wide as the type area', 0.2)
      near(t, rule.right, 184, 'as wide as the type area', 0.2)
      near(t, rule.bottom - rule.top, 0.35, 'outer rules are 0.35 mm thick', 0.15)
    }
    const words = inkIn(picture, 'black', { top: (upper?.bottom ?? 0) + 0.2, bottom: (lower?.top ?? 0) - 0.2 })
    near(t, words?.left, 28 + em(14), '印发机关 one character in')
    near(t, words?.right, 184 - em(14), '印发日期 one character in')
  }
})

t.test(
  '信函格式 10.1 | the name 30 mm from the top, double rules of 170 mm, 文号 on the right, no number on page 1',
  async (t) => {
    const [first, second] = await print('S12')
    if (!first || !second) return
    const rules = rulesIn(first, 'red', [20, 190])
    t.equal(rules.length, 4, 'two double rules')
    for (const rule of rules) {
      near(t, rule.left, 20, '170 mm')
      near(t, rule.right, 190, '170 mm')
    }
    const thick = rules.map(({ top, bottom }) => bottom - top)
    t.ok(
      (thick[0] ?? 0) > (thick[1] ?? 1) && (thick[3] ?? 0) > (thick[2] ?? 1),
      'thick over thin, then thin over thick',
    )
    const name = inkIn(first, 'red', { bottom: (rules[0]?.top ?? 0) - 0.5 })
    near(t, name?.top, 30, 'the name’s upper edge')
    near(t, middle(name), 105, 'in the middle of the page')
    // the name's characters are 32 pt high; their ink ends a little above the foot
    near(t, name && rules[0] ? rules[0].top - name.bottom : undefined, 4, 'the first rule 4 mm under it', 1)
    near(t, rules[2]?.top, 277, 'the second double rule 20 mm from the page’s foot')
    const number = inkIn(first, 'black', { top: rules[1]?.bottom ?? 0, bottom: (rules[1]?.bottom ?? 0) + 12 })
    near(t, number?.right, 184, '文号 ends with the type area')
    near(
      t,
      number && rules[1] ? number.top - rules[1].bottom : undefined,
      em((7 / 8) * 16),
      '文号 7/8 of a character under it',
      0.8,
    )
    t.equal(inkIn(first, 'black', { top: 263 }), null, 'no number on the first page')
    const own = inkIn(second, 'black', { top: 263 })
    near(t, own?.left, 28 + em(14), 'the second has its own')
    near(
      t,
      inkIn(second, 'black', { top: 263, right: (own?.left ?? 0) + 3 })?.top,
      269,
      'its dash 7 mm under the type area',
    )
  },
)

t.test('5.2.3 | 22 rows of 28 characters: pitch and margins, in either format', async (t) => {
  for (const format of ['信函', '文件']) {
    const pages = await print('S12', { 版式: format, 理由: filled })
    const middlePage = pages[2]
    if (!middlePage) return t.fail('three pages')
    const bands = bandsIn(middlePage, 'black', { left: 28, right: 184, top: 37, bottom: 262 })
    t.equal(bands.length, 22, `${format}: 22 rows`)
    const pitch = ((bands.at(-1)?.bottom ?? 0) - (bands[0]?.bottom ?? 0)) / 21
    near(t, pitch, row, `${format}: pitch`, 0.05)
    const ink = inkIn(middlePage, 'black', { top: 37, bottom: 262 })
    near(t, ink?.left, 28, `${format}: 订口`)
    near(t, ink?.right, 184, `${format}: right edge`)
    near(t, bands[0]?.top, 37 + (row - em(16)) / 2, `${format}: 天头, the first row’s characters in the middle of it`)
  }
})

t.test('量尺 | the planted defects: what is not there is not found, and a measure that is off is told', async (t) => {
  const [first] = await print('S12', { 版式: '文件' })
  if (!first) return
  t.equal(rulesIn(first, 'red', [28, 190]).length, 0, 'a rule that is too short is none')
  t.equal(rulesIn(first, 'black', [28, 184]).length, 0, 'nor one of another colour')
  t.equal(inkIn(first, 'black', { top: 40, bottom: 70 }), null, 'white paper has no ink')
  const told: boolean[] = []
  near({ ok: (is: boolean) => told.push(is) } as unknown as Test, 72.6, 72, 'off by 0.6 mm')
  t.strictSame(told, [false])
})
