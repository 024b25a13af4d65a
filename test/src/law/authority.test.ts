import {
  courtLevelOf,
  courtOf,
  day,
  type Organ,
  type OrganType,
  organTypes,
  reconsiderationOrganOf,
  remedyParagraphs,
} from '@zhiqing/law'
import t from 'tap'

/** One organ; only its type changes. The names say whose they are. */
const organ = (type: OrganType, more: Partial<Organ> = {}): Organ => ({
  ...{ name: '本机关', type, prefix: '青', code: 'QH', department: '办公室', address: '', postcode: '', telephone: '' },
  ...{ hours: '', government: '本级政府', higherGovernment: '上一级政府', higherDepartment: '上一级部门' },
  ...{ reconsiderationOrgan: null, court: null, reviewOnlineUrl: null, portalUrl: null, channels: {} },
  ...more,
})

/** Kind of organ, who reviews it (复议法 24–28), which court hears the suit (行诉法 14, 15): by hand from R57, R57a, R59. */
const table: readonly (readonly [OrganType, string, 'basic' | 'intermediate'])[] = [
  ['countyDepartment', '本级政府', 'basic'],
  ['cityDepartment', '本级政府', 'basic'],
  ['provincialDepartment', '本级政府', 'basic'],
  ['ministry', '本机关', 'intermediate'],
  ['township', '上一级政府', 'basic'],
  ['countyGovernment', '上一级政府', 'intermediate'],
  ['cityGovernment', '上一级政府', 'intermediate'],
  ['provincialGovernment', '本机关', 'intermediate'],
  // 派出机关: `government` is the one that set it up.
  ['dispatchedOffice', '本级政府', 'basic'],
  ['dispatchedUnit', '本级政府', 'basic'],
  ['authorisedOrganisation', '本级政府', 'basic'],
  ['verticalDepartment', '上一级部门', 'basic'],
  ['justiceDepartment', '本级政府或者上一级部门', 'basic'],
  // 办公厅（室） that signs in its own name (法释〔2021〕5号 Art 6).
  ['governmentOffice', '本级政府', 'basic'],
]

t.test('复议法24–28、行诉法14–15 R57 R59 | who reviews and which court, by kind of organ', (t) => {
  for (const [type, reviews, court] of table) {
    t.equal(reconsiderationOrganOf(organ(type)), reviews, `${type}: review`)
    t.equal(courtLevelOf(organ(type)), court, `${type}: court`)
  }
  t.same(table.map(([type]) => type).sort(), [...organTypes].sort(), 'every kind of organ is in the table')
  t.end()
})

t.test('R57 R59 | the organ’s own record goes first; a court nobody named is told in words', (t) => {
  const named = organ('countyDepartment', { reconsiderationOrgan: '青禾市人民政府', court: '青禾铁路运输法院' })
  t.equal(reconsiderationOrganOf(named), '青禾市人民政府')
  t.equal(courtOf(named), '青禾铁路运输法院')
  t.equal(courtOf(organ('countyDepartment')), '有管辖权的人民法院')
  t.end()
})

t.test('复议法24 R57 | a 派出机构 in a 直辖市 or 设区的市: the government where it sits may review too', (t) => {
  const local = { localGovernment: '青禾区人民政府' }
  t.equal(reconsiderationOrganOf(organ('dispatchedUnit', local)), '本级政府或者青禾区人民政府')
  t.equal(reconsiderationOrganOf(organ('dispatchedUnit', { localGovernment: null })), '本级政府')
  t.equal(
    reconsiderationOrganOf(organ('dispatchedUnit', { ...local, reconsiderationOrgan: '青禾市人民政府' })),
    '青禾市人民政府',
  )
  for (const type of organTypes.filter((one) => one !== 'dispatchedUnit'))
    t.notMatch(reconsiderationOrganOf(organ(type, local)), /青禾区/, `${type}: of no other kind is it asked`)
  t.end()
})

t.test('复议法23 R56 | a partial reply under 14–16 and 36(7) at once tells both ways, each for its own part', (t) => {
  const words = { on: day('2025-03-20'), organ: organ('countyDepartment'), act: '答复书', electronic: false }
  const [first, either, ...more] = remedyParagraphs('RB3', words)
  t.match(first, /第十四条、第十五条、第十六条不予公开的部分不服，应当先.*60日内向本级政府申请行政复议.*15日内/)
  t.match(either, /其他部分不服，可以.*60日内向本级政府申请行政复议，或者.*6个月内/)
  t.notMatch(either, /应当先/)
  t.same(more, [])
  const numbered = remedyParagraphs('RB3', { ...words, items: { first: [1], either: [2, 3] } })
  t.match(numbered[0], /^如对本答复书第一项的决定不服，应当先/)
  t.match(numbered[1], /^如对本答复书第二项、第三项的决定不服，可以/)
  t.end()
})
