import { legislationLevel } from '@zhiqing/law'
import t from 'tap'

const levels: Readonly<Record<'national' | 'unsure' | 'lower', readonly string[]>> = {
  national: [
    '统计法',
    '《中华人民共和国统计法》',
    '中华人民共和国统计法（2024年修正）',
    '《中华人民共和国民法典》第一千零三十二条',
    '《城市房地产管理法》',
    '市场主体登记管理条例',
    '城市供水条例',
    '全国经济普查条例第三十二条',
    '中华人民共和国统计法实施条例',
    '不动产登记暂行条例',
    '国务院关于行政区域边界争议处理的规定',
    '《某某办法》（国务院令第700号）',
    // one of those named is enough
    '《青禾县内部资料管理办法》、《中华人民共和国统计法》',
    '乡镇企业法',
    '直辖市供水条例',
  ],
  unsure: ['统计调查证管理办法', '中华人民共和国某某实施细则', '某某管理规定', '国务院办公厅某某规定'],
  lower: [
    '青禾县内部资料管理办法',
    '《青禾县内部资料管理办法》第三条',
    '江苏省某某条例',
    '广西壮族自治区某某条例',
    '深圳经济特区某某条例',
    '北京市某某条例（2021年修订）',
    '关于加强内部资料管理的通知',
    '档案工作指南',
    '保密管理制度',
    '某某行业标准',
  ],
}

t.test('条例14条 | 法律、行政法规: what a place, a department or a paper lays down is neither', async (t) => {
  for (const [level, names] of Object.entries(levels))
    for (const name of names) t.equal(legislationLevel(name), level, name)
  for (const nothing of ['', '  ', '《》', '第三条']) t.equal(legislationLevel(nothing), undefined, `“${nothing}”`)
})
