import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { printKept } from '@zhiqing/api'
import {
  checkTemplates,
  composeLetter,
  type Fields,
  type Finding,
  foldersWith,
  loadTemplate,
  openFonts,
  openPress,
  ownFolders,
  printLetter,
  sampleFields,
  TemplateError,
  templateCodes,
  wordsOf,
} from '@zhiqing/letters'
import t from 'tap'

const root = mkdtempSync(join(tmpdir(), 'zhiqing-templates-'))
t.teardown(() => rmSync(root, { recursive: true }))
const today = '2026-11-21'
const fonts = await openFonts()

// ---- sound drafts of our own, so that a change of a real letter breaks no test of the check

const S12 = `---
id: S12
kind: not-existing-reply
名称: 政府信息公开申请答复书（信息不存在）
标题: "政府信息公开申请答复书|（信息不存在）"
版本: 2026-02
版式: 信函
法律依据:
  - 《中华人民共和国政府信息公开条例》第三十六条第（四）项
公共变量: [机关名称, 文号, 受文者, 申请人, 受理编号, 收到日期, 补正日期, 申请内容, 法律依据, 理由, 救济告知, 联系电话, 成文日期]
变量:
  检索系统: { 类型: 列表, 说明: 检索的系统 }
  检索关键词: { 类型: 列表, 说明: 检索所用的关键词 }
  检索结果: { 类型: 长文, 可空: true, 说明: 检索得到什么 }
样例数据:
  检索系统: [办公自动化系统, 档案室]
  检索关键词: [东湾村, 竣工验收]
  检索结果: 没有检索到竣工验收报告。
  法律依据:
    - 《中华人民共和国政府信息公开条例》第三十六条第（四）项
---

@{{ 受文者 }}：

{{ 机关名称 }}于{{ 收到日期 | 日期 }}收到{{ 申请人 }}的申请（{{ 受理编号 }}）{% if 补正日期 %}，并于{{ 补正日期 | 日期 }}收到补正{% endif %}：

> {{ 申请内容 }}

# 一、答复意见

经检索，该政府信息不存在。

## （一）检索情况

检索范围：{{ 检索系统 | 顿号 | 句 }}关键词：{{ 检索关键词 | 顿号 | 句 }}

{% if 检索结果 %}{{ 检索结果 | 句 }}{% endif %}

# 二、理由和依据

{{ 理由 | 句 }}

本答复依据{{ 法律依据 | 引注 }}作出。{% 条款 "36-4" %}

# 三、救济途径

{% 救济告知 %}

联系电话：{{ 联系电话 }}。

{% 落款 %}
`

const P01 = `---
id: P01
kind: correction-notice
名称: 补正告知书
标题: 政府信息公开申请补正告知书
版本: 2026-02
版式: 信函
法律依据: [《中华人民共和国政府信息公开条例》第三十条]
公共变量: [机关名称, 文号, 受文者, 受理编号, 收到日期, 申请内容, 法律依据, 成文日期]
变量:
  补正事项: { 类型: 列表, 说明: 需要补正的事项 }
  补正期限: { 类型: 数字, 说明: 工作日数 }
  指导释明: { 类型: 长文, 可空: true, 说明: 怎样补正 }
  提交方式: { 类型: 长文, 可空: true, 说明: 怎样提交 }
样例数据:
  补正事项: [请写明批次]
  补正期限: 10
  指导释明: 可以写明文号。
  提交方式: 当面提交。
  法律依据: [《中华人民共和国政府信息公开条例》第三十条]
---

@{{ 受文者 }}：

{{ 机关名称 }}于{{ 收到日期 | 日期 }}收到申请（{{ 受理编号 }}）：

> {{ 申请内容 }}

# 一、需要补正的事项

{% for 项 in 补正事项 %}{{ 项 | 句 }}{% endfor %}请在{{ 补正期限 }}个工作日内补正。

{% if 指导释明 %}{{ 指导释明 | 句 }}{% endif %}{% if 提交方式 %}{{ 提交方式 | 句 }}{% endif %}无正当理由逾期不补正的，视为放弃申请。

本告知书依据{{ 法律依据 | 引注 }}作出。

{% 落款 %}
`

const P04 = `---
id: P04
kind: third-party-consultation
名称: 征求意见书（第三方）
标题: 政府信息公开征求意见书
版本: 2026-02
版式: 信函
法律依据: [《中华人民共和国政府信息公开条例》第三十二条]
公共变量: [机关名称, 文号, 受文者, 法律依据, 成文日期]
变量:
  信息描述: { 类型: 长文, 说明: 拟公开的信息 }
  涉及权益: { 类型: 文本, 说明: 涉及什么权益 }
样例数据:
  信息描述: 采矿权延续登记的申请材料。
  涉及权益: 商业秘密
  法律依据: [《中华人民共和国政府信息公开条例》第三十二条]
---

@{{ 受文者 }}：

{{ 信息描述 | 句 }}涉及{{ 涉及权益 }}。请在15个工作日内提出书面意见，逾期的由本机关自行决定。依据{{ 法律依据 | 引注 }}。

{% 落款 %}
`

const clause = (name: string, more = '') =>
  `---\n条款: "${name}"\n说明: 测试\n${more}---\n\n经查找，没有申请人所申请的信息。\n`
const about36 = '法条号: [《中华人民共和国政府信息公开条例》第三十六条第（四）项]\n'
const inForce = '有效期: { 自: "2019-05-15", 至: null }\n'

const drafts: Readonly<Record<string, string>> = {
  'S12.md': S12,
  'P01.md': P01,
  'P04.md': P04,
  'clauses/36-4.md': clause('36-4', `${about36}${inForce}适用结论: [N1]\n`),
  'clauses/已失效.md': clause('已失效', '有效期: { 自: "2008-05-01", 至: "2019-05-14" }\n'),
  'clauses/未生效.md': clause('未生效', '有效期: { 自: "2099-01-01", 至: null }\n'),
  'clauses/重复申请.md': clause('重复申请', '适用结论: [Z2]\n'),
  'clauses/别的条.md': clause('别的条', '法条号: [《中华人民共和国政府信息公开条例》第三十八条]\n'),
}

let folders = 0
/** A folder with the sound drafts, and over them some others. */
const folderOf = (more: Readonly<Record<string, string | Buffer>> = {}): string => {
  folders += 1
  const folder = join(root, `drafts-${folders}`)
  mkdirSync(join(folder, 'clauses'), { recursive: true })
  for (const [name, text] of Object.entries({ ...drafts, ...more })) writeFileSync(join(folder, name), text)
  return folder
}
const check = (folder: string): readonly Finding[] =>
  checkTemplates(ownFolders(folder), { folders: foldersWith(folder), today }).findings

const swap = (text: string, from: string, to: string): string => {
  if (!text.includes(from)) throw new Error(`nothing to swap: ${from}`)
  return text.replace(from, () => to)
}
const lineOf = (text: string, words: string): number => text.slice(0, text.indexOf(words)).split('\n').length
const columnOf = (text: string, words: string): number =>
  text.indexOf(words) - text.lastIndexOf('\n', text.indexOf(words) - 1)

// ---- planted faults

const remedyOfS12 = '# 三、救济途径\n\n{% 救济告知 %}\n'
type Planted = readonly [
  what: string,
  file: string,
  from: string,
  to: string,
  at: string,
  rule: Finding['rule'],
  says: RegExp,
]
const planted: readonly Planted[] = [
  [
    'an undeclared variable',
    'S12.md',
    '该政府信息不存在。',
    '{{ 卷号 }}不存在。',
    '卷号',
    'variable-undeclared',
    /“卷号”用到了，但没有声明/,
  ],
  [
    'an undeclared variable in the title',
    'S12.md',
    '（信息不存在）"',
    '（{{ 卷名 }}）"',
    '卷名',
    'variable-undeclared',
    /“卷名”/,
  ],
  [
    'an undeclared variable in a condition',
    'S12.md',
    '{% if 检索结果 %}',
    '{% if 结果 %}',
    '结果 %}',
    'variable-undeclared',
    /“结果”/,
  ],
  [
    'a variable that is not used',
    'S12.md',
    '联系电话：{{ 联系电话 }}。\n\n',
    '',
    '公共变量: [',
    'variable-unused',
    /“联系电话”声明了/,
  ],
  [
    'a variable of its own that is not used',
    'P01.md',
    '{{ 补正期限 }}',
    '十',
    '  补正期限: { 类',
    'variable-unused',
    /“补正期限”声明了/,
  ],
  [
    'an unknown filter',
    'S12.md',
    '{{ 理由 | 句 }}',
    '{{ 理由 | 大写 }}',
    '{{ 理由 | 大写',
    'syntax',
    /没有“大写”这个过滤器/,
  ],
  ['the filter raw', 'S12.md', '{{ 理由 | 句 }}', '{{ 理由 | raw }}', '{{ 理由 | raw', 'syntax', /没有“raw”这个过滤器/],
  ['an unknown tag', 'S12.md', '经检索，', '{% 加粗 %}经检索，', '{% 加粗 %}', 'syntax', /没有“加粗”这个标签/],
  [
    'a tag that reads files',
    'S12.md',
    '经检索，',
    '{% include "/etc/passwd" %}',
    '{% include',
    'syntax',
    /没有“include”这个标签/,
  ],
  [
    'a tag that is not closed',
    'S12.md',
    '{{ 检索结果 | 句 }}{% endif %}',
    '{{ 检索结果 | 句 }}',
    '{% if 检索结果',
    'syntax',
    /没有结束标签/,
  ],
  [
    'an end without a beginning',
    'P01.md',
    '请在{{ 补正',
    '{% endif %}请在{{ 补正',
    '{% endif %}请在',
    'syntax',
    /没有对应的开头/,
  ],
  [
    'braces that are not closed',
    'P01.md',
    '{{ 补正期限 }}个',
    '{{ 补正期限 个',
    '{{ 补正期限 个',
    'syntax',
    /没有用 }} 收尾/,
  ],
  [
    'a sample of the wrong kind',
    'P01.md',
    '补正期限: 10',
    '补正期限: 十日',
    '补正期限: 十日',
    'sample',
    /“补正期限”应为数字/,
  ],
  [
    'a sample day that there is not',
    'S12.md',
    '  检索结果: 没有',
    '  收到日期: "2025-02-30"\n  检索结果: 没有',
    '收到日期: "2025',
    'sample',
    /2025-02-30/,
  ],
  ['a sample that is missing', 'P01.md', '  补正期限: 10\n', '', '  补正期限: { 类', 'sample', /缺少“补正期限”/],
  [
    'a sample of no variable',
    'P01.md',
    '补正期限: 10',
    '补正期限: 10\n  多余: 一',
    '多余: 一',
    'sample',
    /“多余”不是本文书的变量/,
  ],
  [
    'an article in the head that the outcome does not allow',
    'S12.md',
    '公共变量: [',
    '  - 《中华人民共和国政府信息公开条例》第三十八条\n公共变量: [',
    '  - 《中华人民共和国政府信息公开条例》第三十八条',
    'article',
    /不得引用.*第三十八条.*N1/,
  ],
  [
    'an article in the words that the outcome does not allow',
    'S12.md',
    '经检索，',
    '依照《中华人民共和国政府信息公开条例》第三十六条第（五）项，',
    '《中华人民共和国政府信息公开条例》第三十六条第（五）',
    'article',
    /不得引用.*第（五）项/,
  ],
  [
    'an article in the sample that the outcome does not allow',
    'S12.md',
    '    - 《中华人民共和国政府信息公开条例》第三十六条第（四）项',
    '    - 《中华人民共和国政府信息公开条例》第三十九条第一款',
    '第三十九条第一款',
    'article',
    /第三十九条第一款/,
  ],
  [
    'the outcome’s article missing in the head',
    'S12.md',
    '法律依据:\n  - 《中华人民共和国政府信息公开条例》第三十六条第（四）项\n公',
    '法律依据: []\n公',
    '法律依据: []',
    'article',
    /法律依据缺少.*第（四）项/,
  ],
  [
    'an article that there is not',
    'P01.md',
    '本告知书依据',
    '参照《中华人民共和国政府信息公开条例》第六十条，本告知书依据',
    '《中华人民共和国政府信息公开条例》第六十条',
    'article',
    /没有第六十条/,
  ],
  [
    'an article with Arabic figures',
    'P01.md',
    '本告知书依据',
    '按照《中华人民共和国政府信息公开条例》第30条，本告知书依据',
    '第30条',
    'citation',
    /号数用汉字/,
  ],
  [
    'an item without brackets',
    'S12.md',
    '经检索，',
    '依照《中华人民共和国政府信息公开条例》第三十六条第四项，',
    '条第四项',
    'citation',
    /第（四）项/,
  ],
  [
    'a law by its short name',
    'P01.md',
    '本告知书依据',
    '按照《政府信息公开条例》第三十条，本告知书依据',
    '《政府信息公开条例》',
    'citation',
    /全称《中华人民共和国政府信息公开条例》/,
  ],
  [
    'a law without its marks',
    'P01.md',
    '本告知书依据',
    '按照条例第三十条，本告知书依据',
    '条例第三十条，',
    'citation',
    /加书名号/,
  ],
  [
    'a remedy that is missing',
    'S12.md',
    remedyOfS12,
    '# 三、救济途径\n\n{% if 救济告知 %}另行告知。{% endif %}\n',
    '\n@{{ 受文者',
    'remedy-missing',
    /缺少 {% 救济告知 %}/,
  ],
  [
    'a remedy where none is told',
    'P01.md',
    '{% 落款 %}',
    '如不服，可以申请行政复议。\n\n{% 落款 %}',
    '申请行政复议',
    'remedy-unwanted',
    /不告知救济途径/,
  ],
  ['no signature', 'P01.md', '{% 落款 %}\n', '', '\n@{{ 受文者', 'sign-off', /缺少 {% 落款 %}/],
  [
    'the request not quoted',
    'S12.md',
    '> {{ 申请内容 }}',
    '{{ 申请内容 }}',
    '\n@{{ 受文者',
    'quotation',
    /申请内容的引文/,
  ],
  [
    'an element of the reply missing',
    'S12.md',
    '检索范围：{{ 检索系统 | 顿号 | 句 }}',
    '{% comment %}无{% endcomment %}',
    '\n@{{ 受文者',
    'element',
    /缺少答复要素“检索系统”/,
  ],
  [
    'the applicant told to a third party',
    'P04.md',
    '{{ 信息描述 | 句 }}',
    '{{ 申请人 }}申请公开{{ 信息描述 | 句 }}',
    '申请人 }}申',
    'identity',
    /不得写出“申请人”/,
  ],
  [
    'a clause that has run out',
    'S12.md',
    '{% 条款 "36-4" %}',
    '{% 条款 "已失效" %}',
    '{% 条款 "已失效',
    'clause-expired',
    /2019-05-14失效/,
  ],
  [
    'a clause of a day to come',
    'P01.md',
    '本告知书依据',
    '{% 条款 "未生效" %}本告知书依据',
    '{% 条款 "未生效',
    'clause-expired',
    /2099-01-01/,
  ],
  [
    'a clause for another outcome',
    'S12.md',
    '{% 条款 "36-4" %}',
    '{% 条款 "重复申请" %}',
    '{% 条款 "重复申请',
    'clause',
    /只适用于Z2/,
  ],
  [
    'a clause on another article',
    'S12.md',
    '{% 条款 "36-4" %}',
    '{% 条款 "别的条" %}',
    '{% 条款 "别的条',
    'article',
    /第三十八条，不在/,
  ],
  [
    'a clause that there is not',
    'S12.md',
    '{% 条款 "36-4" %}',
    '{% 条款 "../../etc/passwd" %}',
    '{% 条款 "../',
    'syntax',
    /没有名为/,
  ],
  [
    'the old reply period',
    'P01.md',
    '本告知书依据',
    '本机关将在15个工作日内答复。本告知书依据',
    '15个工作日内答复',
    'old-wording',
    /20个工作日/,
  ],
  [
    'the three needs',
    'P01.md',
    '本告知书依据',
    '请说明自身生产、生活、科研等特殊需要。本告知书依据',
    '生产、生活',
    'old-wording',
    /三需要/,
  ],
  [
    'the old period to sue',
    'S12.md',
    '经检索，',
    '可以在3个月内提起行政诉讼。经检索，',
    '3个月内',
    'old-wording',
    /6个月/,
  ],
  [
    'an article number of 2008',
    'P01.md',
    '本告知书依据',
    '按照《中华人民共和国政府信息公开条例》第二十一条，本告知书依据',
    '《中华人民共和国政府信息公开条例》第二十一条',
    'old-wording',
    /2008年条例的条号.*第三十六条/,
  ],
  [
    'the old periods’ article',
    'P04.md',
    '请在15个',
    '依照《中华人民共和国政府信息公开条例》第二十四条，请在15个',
    '《中华人民共和国政府信息公开条例》第二十四条',
    'old-wording',
    /第三十三条/,
  ],
  [
    'the department above as review organ',
    'S12.md',
    '经检索，',
    '也可以向本级人民政府或者上一级主管部门申请行政复议。经检索，',
    '或者上一级主管',
    'old-wording',
    /本级人民政府/,
  ],
  [
    'a heading level skipped',
    'S12.md',
    '## （一）检索情况',
    '### 1.检索情况',
    '### 1.检索',
    'heading',
    /从第1级跳到第3级/,
  ],
  ['headings that begin too low', 'P01.md', '# 一、需要', '## （一）需要', '## （一）需要', 'heading', /从第2级/],
  ['a heading without its blank', 'P01.md', '# 一、需要', '#一、需要', '#一、需要', 'heading', /空一格/],
  [
    'a head with a broken quotation mark',
    'S12.md',
    '（信息不存在）"',
    '（信息不存在）',
    '标题: "',
    'head',
    /抬头读不通/,
  ],
  [
    'a head with an unknown key',
    'S12.md',
    '版式: 信函',
    '版式: 信函\n字体: 黑体',
    '字体: 黑体',
    'head',
    /不认识“字体”/,
  ],
  ['a head without its title', 'P01.md', '标题: 政府信息公开申请补正告知书\n', '', 'id: P01', 'head', /缺少“标题”/],
  ['a style that there is not', 'P01.md', '版式: 信函', '版式: 通知', '版式: 通知', 'head', /信函、文件、表单/],
  [
    'a common variable that there is not',
    'P01.md',
    '受理编号, 收到日期',
    '受理号, 收到日期',
    '受理号, ',
    'head',
    /公共变量中没有“受理号”/,
  ],
  ['no head at all', 'P01.md', '---\nid: P01', 'id: P01', 'id: P01', 'head', /以 --- 分隔的抬头/],
  [
    'a variable that the program does not fill',
    'P01.md',
    '变量:\n',
    '变量:\n  楼层: { 类型: 文本, 可空: true, 说明: 楼层 }\n',
    '楼层: {',
    'shadow',
    /没有“楼层”可填/,
  ],
  [
    'a variable of another kind than the program fills',
    'P01.md',
    '补正期限: { 类型: 数字',
    '补正期限: { 类型: 文本',
    '补正期限: { 类',
    'shadow',
    /是数字，这里声明为文本/,
  ],
  [
    'an endless loop',
    'P01.md',
    '本告知书依据',
    '{% for 甲 in (1..9000) %}{% for 乙 in (1..9000) %}{% endfor %}{% endfor %}本告知书依据',
    '\n@{{ 受文者',
    'render',
    /超过/,
  ],
]

/** A fault may drag others with it: the undeclared title, the style the sample then misses. */
const dragged: Readonly<Record<string, readonly string[]>> = {
  'an undeclared variable in a condition': [],
  'the applicant told to a third party': ['variable-undeclared'],
  'a common variable that there is not': ['variable-undeclared', 'variable-unused'],
  'an element of the reply missing': ['variable-unused'],
  'a variable of its own that is not used': ['element'],
  'a variable that the program does not fill': ['variable-unused'],
  'a variable of another kind than the program fills': ['sample'],
  'a head with a broken quotation mark': ['head'],
}

t.test('核对 | the drafts that the faults are planted in are sound', async (t) => {
  t.same(check(folderOf()), [])
})

t.test(
  `核对 | each of ${planted.length} planted faults is found, with its file, its line and what is wrong`,
  async (t) => {
    t.ok(planted.length >= 40)
    for (const [what, file, from, to, at, rule, says] of planted) {
      const draft = swap(drafts[file] ?? '', from, to)
      const findings = check(folderOf({ [file]: draft }))
      const own = findings.find((one) => one.rule === rule && says.test(one.message))
      const line = lineOf(draft, at)
      if (!own) t.fail(`${what}: not found among ${JSON.stringify(findings)}`)
      t.match(own, { line, file: new RegExp(`${file}$`) }, what)
      const others = findings.filter((one) => one !== own).map((one) => one.rule)
      t.same(
        others.filter((one) => !dragged[what]?.includes(one)),
        [],
        `${what}: nothing else is blamed`,
      )
    }
  },
)

t.test('核对 | the column is that of the words at fault', async (t) => {
  for (const at of ['15个工作日内答复', '上一级主管部门复议']) {
    const draft = swap(P01, '本告知书依据', `说明：${at}。本告知书依据`)
    t.match(check(folderOf({ 'P01.md': draft })), [{ line: lineOf(draft, at), column: columnOf(draft, at) }])
  }
  const unknown = swap(P01, '（{{ 受理编号 }}）', '（{{ 受理编号 }}，{{ 卷号 }}）')
  t.match(check(folderOf({ 'P01.md': unknown })), [
    { line: lineOf(unknown, '卷号'), column: columnOf(unknown, '卷号') },
  ])
})

t.test('核对 | all faults at once, each where it stands, after a fault of the building too', async (t) => {
  let draft = swap(S12, '{{ 理由 | 句 }}', '{{ 理由 | 大写 }}{% 加粗 %}')
  draft = swap(draft, '{% 落款 %}\n', '')
  draft = swap(draft, '经检索，', '经检索，15个工作日内答复，{{ 卷号 }}')
  t.same(
    check(folderOf({ 'S12.md': draft })).map(({ line, rule }) => [line, rule]),
    [
      [lineOf(draft, '\n@{{'), 'sign-off'],
      [lineOf(draft, '15个工作日'), 'old-wording'],
      [lineOf(draft, '卷号'), 'variable-undeclared'],
      [lineOf(draft, '大写'), 'syntax'],
      [lineOf(draft, '大写'), 'syntax'],
    ],
  )
})

t.test('核对 | clauses, files and codings', async (t) => {
  const rows: readonly (readonly [name: string, text: string | Buffer, line: number, rule: string, says: RegExp])[] = [
    ['clauses/36-4.md', clause('36-5', inForce), 2, 'file-name', /文件名应为 36-5\.md/],
    ['clauses/别的条.md', clause('别的条', '法条号: [条例第三十八条]\n'), 4, 'citation', /不是完整的引注/],
    ['clauses/重复申请.md', clause('重复申请', `${about36}适用结论: [Z2]\n`), 4, 'article', /结论Z2不引用/],
    ['clauses/重复申请.md', clause('重复申请', '适用结论: [Q9]\n'), 4, 'head', /适用结论/],
    ['clauses/未生效.md', clause('未生效', '有效期: { 自: "2026-02-30", 至: null }\n'), 4, 'head', /真实存在的日期/],
    ['clauses/未生效.md', clause('未生效', '有效期: { 自: "2026-02-03", 至: "2026-02-02" }\n'), 4, 'clause', /早于/],
    ['clauses/新的.md', clause('新的').replace('经查找', '{% 条款 "36-4" %}三需要'), 6, 'syntax', /条款里不能再用条款/],
    ['clauses/新的.md', clause('新的').replace('经查找', '请在15个工作日内答复'), 6, 'old-wording', /20个工作日/],
    ['S12-旧稿.md', S12, 2, 'file-name', /文件名应为 S12\.md/],
    ['P01.md', Buffer.from([0x2d, 0xb2, 0xb9, 0xd5, 0xfd]), 1, 'encoding', /UTF-8/],
  ]
  for (const [name, text, line, rule, says] of rows) {
    const found = check(folderOf({ [name]: text })).filter((one) => one.file.endsWith(name))
    t.ok(
      found.some((one) => one.line === line && one.rule === rule && says.test(one.message)),
      `${name}: ${rule} in line ${line}: ${JSON.stringify(found)}`,
    )
  }
})

// ---- sound letters

const sound: readonly (readonly [file: string, from: string, to: string])[] = [
  ['S12.md', '经检索，该政府信息不存在。', '经多次检索，本机关没有该信息，该政府信息不存在。'],
  ['S12.md', '（信息不存在）"', '（不存在）"'],
  ['S12.md', '版本: 2026-02', '版本: 2026-12'],
  ['S12.md', '联系电话：', '咨询电话：'],
  ['S12.md', '{% 条款 "36-4" %}', "{% 条款 '36-4' %}"],
  ['S12.md', '{% 条款 "36-4" %}', '依照《中华人民共和国政府信息公开条例》第三十六条第（四）项。'],
  ['S12.md', '## （一）检索情况', '## （一）检索情况\n\n### 1.范围'],
  ['S12.md', '联系电话：{{ 联系电话 }}。', '依照《中华人民共和国行政复议法》第二十条。{{ 联系电话 }}'],
  ['S12.md', '{% if 检索结果 %}{{ 检索结果 | 句 }}{% endif %}', '{{ 检索结果 | default: "没有检索到。" }}'],
  [
    'S12.md',
    '检索范围：{{ 检索系统 | 顿号 | 句 }}',
    '{% for 处 in 检索系统 %}（{{ forloop.index }}）{{ 处 | 句 }}{% endfor %}',
  ],
  ['P01.md', '请在{{ 补正期限 }}个', '{% if 补正期限 > 5 %}请在{{ 补正期限 }}个{% else %}请在5个{% endif %}'],
  ['P01.md', '# 一、需要补正的事项', '# 一、请您补正'],
  ['P01.md', '本告知书依据', '补正后，答复期限为20个工作日。本告知书依据'],
  ['P04.md', '请在15个工作日内提出书面意见', '请自收到之日起15个工作日内提出书面意见，逾期的由本机关决定'],
  ['P04.md', '---\nid', '\ufeff---\nid'],
  ['P01.md', '\n', '\r\n'],
]

t.test(`核对 | every shipped letter and ${sound.length} changed ones pass without a word`, async (t) => {
  const ours = checkTemplates(foldersWith(undefined), { folders: foldersWith(undefined), today })
  t.same(ours.findings, [])
  t.ok(ours.letters >= 39 && ours.clauses >= 9, `${ours.letters} letters, ${ours.clauses} clauses`)
  for (const [file, from, to] of sound) {
    const text = drafts[file] ?? ''
    const draft = from === '\n' ? text.replaceAll(from, to) : swap(text, from, to)
    t.same(check(folderOf({ [file]: draft })), [], to)
  }
})

/** What §5.3 and §5.4 of the rulebook ask of each letter beside its common fields, and the words of periods and consequences. */
const mustTell: Readonly<Record<string, readonly string[]>> = {
  S04: ['信息名称', '密级', '保密期限'],
  S10: ['案卷名称', '其他途径'],
  S11: ['特别规定', '办理机构', '办理方式'],
  S14: ['现有信息'],
  S15: ['不明确之处'],
  S19: ['申请数量频次', '说明理由告知日期', '申请人理由'],
  S20: ['已获取情况'],
  S21: ['适用规定', '办理途径'],
  P01: ['补正事项', '指导释明', '补正期限', '提交方式', '视为放弃'],
  P02: ['申请数量频次', '说明期限', '不予处理'],
  P03: ['原答复期限', '延期理由', '延长工作日数', '延长后期限', '批准人'],
  P04: ['信息描述', '涉及权益', '{% 条款 "征求意见期限" %}', '自行决定'],
  P05: ['征求日期', '不计算在'],
  P06: ['公开内容', '理由', '公开日期'],
  P07: ['信息描述', '征询问题', '视为同意'],
  L03: ['收到日期', '答复期限', '查询码'],
  L05: ['协查事项', '反馈期限'],
  L06: ['计收方式', '计收数量', '收费标准', '收费数额', '缴费期限', '缴纳方式', '视为放弃'],
  L12: ['延迟理由', '延迟后期限'],
  L13: ['更正记录', '理由'],
  L15: ['告知发出日期', '告知收到日期', '补正期满日', '缴费期满日'],
}

t.test('§5.3 §5.4 要素 | a letter of an organ’s own that leaves one of them out is not passed', (t) => {
  const shipped = fileURLToPath(new URL('../../templates/letters/', import.meta.url))
  const element = (findings: readonly Finding[]) => findings.filter(({ rule }) => rule === 'element')
  for (const [code, names] of Object.entries(mustTell)) {
    const file = `${code}.md`
    const source = readFileSync(join(shipped, file), 'utf8')
    t.same(element(check(folderOf({ [file]: source }))), [], `${code} as shipped`)
    const head = source.indexOf('\n---\n', 4)
    for (const name of names) {
      const left = source.slice(head).replaceAll(name, '机关名称')
      const found = element(check(folderOf({ [file]: source.slice(0, head) + left })))
      t.ok(found.length > 0, `${code} without ${name}`)
    }
  }
  t.end()
})

t.test('§36 依据 | a reply’s head lists the articles that the table of outcomes prints, and no other', async (t) => {
  for (const code of templateCodes().filter((one) => one.startsWith('S'))) {
    const template = loadTemplate(code)
    t.ok(template.cites.length > 0, code)
    const sample = sampleFields(template).法律依据 as readonly string[]
    t.same(
      sample.filter((one) => !template.cites.includes(one)),
      [],
      `${code}: the sample cites what the head lists`,
    )
  }
})

// ---- an organ's own words

const kept = (folder: string) => foldersWith(folder)

t.test('本机关的文字 | shadow ours by id, leave out what they like, and lend clauses, mail and names', async (t) => {
  const folder = join(root, 'organ')
  for (const part of ['letters', 'clauses', 'mail']) mkdirSync(join(folder, part), { recursive: true })
  const renamed = swap(S12, '名称: 政府信息公开申请答复书（信息不存在）', '名称: 没有找到')
  writeFileSync(join(folder, 'letters/S12.md'), renamed)
  writeFileSync(join(folder, 'clauses/36-4.md'), drafts['clauses/36-4.md'] ?? '')
  writeFileSync(
    join(folder, 'clauses/联系方式.md'),
    '---\n条款: 联系方式\n说明: 只写电话\n---\n\n电话：{{ 联系电话 }}。\n',
  )
  writeFileSync(join(folder, 'mail/notice.md'), '---\n主题: "{{ 文书名称 }}"\n---\n{{ 受文者 }}：请看附件。\n')
  t.same(checkTemplates(ownFolders(folder), { folders: kept(folder), today }).findings, [])
  const template = loadTemplate('S12', kept(folder))
  t.equal(template.version, '2026-02')
  const filled = sampleFields(loadTemplate('S12'))
  t.ok(Object.keys(filled).length > Object.keys(template.variables).length, 'the program fills more than it prints')
  const { template: printed } = await printLetter('S12', filled, { fonts, folders: kept(folder) })
  t.same(printed, { id: 'S12', version: '2026-02', sha256: template.sha256 })
  const lent = loadTemplate('S14', kept(folder))
  t.match(lent.words, /。电话：{{ 联系电话 }}。/, 'our letter with their clause')
  t.not(lent.sha256, loadTemplate('S14').sha256, 'and told apart by its hash')
  const words = wordsOf(kept(folder))
  t.equal(words.name('S12'), '没有找到')
  t.equal(words.name('P01'), wordsOf().name('P01'))
  const mail = words.mail({ 受文者: '张三', 文书名称: '告知书', 机关名称: '某局', 受理编号: null, 联系电话: null })
  t.same(mail, { subject: '告知书', text: '张三：请看附件。\n' })
})

t.test('本机关的文字 | a press prints with the words of its start, whatever is saved meanwhile', async (t) => {
  const folder = folderOf()
  const press = openPress({ folders: kept(folder), restAfter: 0 })
  t.teardown(() => press.close())
  const order = { code: 'P04', fields: sampleFields(loadTemplate('P04')) }
  writeFileSync(join(folder, 'P04.md'), '半份')
  const first = await press.print(order)
  t.equal(first.template.version, '2026-02')
  await new Promise((resolve) => setTimeout(resolve, 20))
  t.equal((await press.print(order)).sha256, first.sha256, 'and a thread that starts anew does too')
  const later = openPress({ folders: kept(folder) })
  t.teardown(() => later.close())
  await t.rejects(later.print(order), TemplateError, 'a press that opens later has the words of then')
})

t.test('条款 | words of their time: a letter’s day decides, not today', async (t) => {
  const folder = folderOf({ 'P04.md': swap(P04, '{% 落款 %}', '{% 条款 "已失效" %}\n\n{% 落款 %}') })
  const template = loadTemplate('P04', kept(folder))
  const on = (day: string) => composeLetter(template, { ...sampleFields(template), 成文日期: day })
  t.doesNotThrow(() => on('2019-05-14'))
  t.throws(() => on('2019-05-15'), /条款“已失效”至2019年5月14日失效/)
  t.doesNotThrow(() => on('2008-05-01'))
  t.throws(() => on('2008-04-30'), /自2008年5月1日起/)
})

// ---- the command

const program = fileURLToPath(new URL('../../packages/cli/bin/zhiqing.mjs', import.meta.url))
const zhiqing = (args: readonly string[], env: Readonly<Record<string, string>> = {}) => {
  const { status, stdout, stderr } = spawnSync(process.execPath, [program, ...args], {
    env: { PATH: process.env.PATH, HOME: process.env.HOME, PORT: '0', ...env },
    cwd: root,
    encoding: 'utf8',
    timeout: 60_000,
  })
  return { code: status, out: stdout, err: stderr }
}
const faulty = { 'P01.md': swap(P01, '本告知书依据', '本机关将在15个工作日内答复。本告知书依据') }

t.test('命令 | templates check tells each fault a line, for people and for programs; exit 1 with faults', async (t) => {
  t.match(zhiqing(['templates', 'check']), { code: 0, out: /没有发现问题/, err: '' })
  t.same(zhiqing(['templates', 'check', '--dir', folderOf(), '--json']), { code: 0, out: '', err: '' })
  const folder = folderOf(faulty)
  const line = lineOf(faulty['P01.md'], '15个工作日')
  const shown = zhiqing(['templates', 'check', '--dir', folder])
  t.equal(shown.code, 1)
  t.match(shown.out, new RegExp(`P01\\.md:${line}:\\d+ .*旧的写法`))
  const { code, out } = zhiqing(['templates', 'check', '--json'], { TEMPLATES_DIR: folder })
  t.equal(code, 1)
  const rows = out
    .trim()
    .split('\n')
    .map((row) => JSON.parse(row))
  t.match(rows, [{ file: join(folder, 'P01.md'), line, rule: 'old-wording', zh: /20个工作日/ }])
  t.match(zhiqing(['templates', 'check', '--dir', join(root, 'nowhere')]), { code: 1, err: /没有这个文件夹/ })
  t.match(zhiqing(['templates', 'chek']), { code: 2, err: /check 或者 preview/ })
})

t.test('命令 | templates preview prints the samples, and pictures where poppler is', async (t) => {
  const out = join(root, 'preview')
  const folder = folderOf()
  t.match(zhiqing(['templates', 'preview', '--out', out, '--dir', folder, 'P04', 'S01']), { code: 0, err: '' })
  t.same(readdirSync(out).sort(), ['P04.pdf', 'S01.pdf'])
  t.match(zhiqing(['templates', 'preview', '--out', out, 'Q77']), { code: 2, err: /Q77/ })
  t.match(zhiqing(['templates', 'preview', '--out', out, '--pictures', 'P04'], { PATH: root }), {
    code: 1,
    err: /poppler/,
  })
  if (spawnSync('pdftoppm', ['-v']).error) return t.comment('poppler-utils is not installed: no picture drawn')
  t.match(zhiqing(['templates', 'preview', '--out', out, '--pictures', 'P04']), { code: 0 })
  t.equal(readFileSync(join(out, 'P04.png')).toString('latin1', 1, 4), 'PNG')
})

t.test('命令 | TEMPLATES_DIR: letters print with it; the service does not start with faults in it', async (t) => {
  const folder = folderOf()
  const letter = (env: Readonly<Record<string, string>>) =>
    zhiqing(['letter', 'P04', '--sample', '--out', join(root, 'p04.pdf')], env)
  const [own, ours] = [letter({ TEMPLATES_DIR: folder }), letter({})]
  t.match([own, ours], [{ code: 0 }, { code: 0 }])
  t.not(own.out, ours.out, 'other words, other bytes')
  const start = (dir: string) => zhiqing(['start'], { TEMPLATES_DIR: dir, DATA_DIR: join(root, 'data') })
  const refused = start(folderOf(faulty))
  t.match(refused, { code: 1, err: /P01\.md:\d+:\d+ .*旧的写法[\s\S]*templates check/ })
  t.notMatch(refused.err, /\n\s+at /, 'no stack')
  t.match(start(join(root, 'nowhere')), { code: 1, err: /TEMPLATES_DIR/ })
  t.notOk(readdirSync(root).includes('data'), 'and the database is not touched')
})

t.test('§36 存档 | a letter that was printed stays as it was, whatever its template says now', async (t) => {
  const pdf = new Uint8Array([37, 80, 68, 70])
  const asked = () => {
    throw new Error('printed anew')
  }
  const words = { cabinet: { keepPrint: asked }, press: { print: asked } } as never
  t.equal(await printKept({ code: 'S12', fields: {}, pdf } as never, words), pdf)
})

// ---- hostile words and fields

t.test('注入 | words cannot read a file, by whatever tag, filter, name or link', async (t) => {
  const secret = join(root, 'secret.md')
  writeFileSync(secret, '---\n条款: 秘密\n说明: 无\n---\n绝密内容\n')
  const reads = [
    '{% include "secret" %}',
    `{% include "${secret}" %}`,
    `{% render "${secret}" %}`,
    `{% layout "${secret}" %}`,
    `{% block a %}{% endblock %}`,
    `{% 条款 "${secret}" %}`,
    '{% 条款 "../../secret" %}',
    '{% 条款 "../secret" %}',
    '{% 条款 秘密 %}',
    '{% raw %}{{ 机关名称 }}{% endraw %}',
    '{% capture x %}y{% endcapture %}',
    `{{ "${secret}" | file }}`,
    '{{ 机关名称.constructor.name }}',
    '{% assign x = 机关名称.__proto__ %}{{ x.polluted }}',
  ]
  for (const read of reads) {
    const folder = folderOf({ 'P04.md': swap(P04, '{% 落款 %}', `${read}\n\n{% 落款 %}`) })
    const template = loadTemplate('P04', kept(folder))
    t.throws(() => composeLetter(template, sampleFields(template)), TemplateError, read)
    t.ok(check(folder).length > 0, `${read}: found before it is used`)
  }
  const linked = folderOf()
  symlinkSync('/etc/passwd', join(linked, 'clauses/用户.md'))
  const found = check(linked)
  t.match(found, [{ file: /用户\.md$/, rule: 'head' }])
  t.notMatch(JSON.stringify(found), /root:/, 'what cannot be understood is not shown')
})

/** What some work costs in ms of one processor: other work on the machine does not count. */
const costOf = (work: () => void): number => {
  const before = process.cpuUsage()
  work()
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1000
}

t.test(
  '注入 | endless words are stopped by name, by what they count, sooner than ten thousand letters are composed',
  async (t) => {
    const loops = [
      '{% for 甲 in (1..999999999) %}字{% endfor %}',
      '{% for 甲 in (1..9999) %}{% for 乙 in (1..9999) %}{% for 丙 in (1..9999) %}{% endfor %}{% endfor %}{% endfor %}',
      `${'{% for 甲 in (1..999) %}'.repeat(6)}字${'{% endfor %}'.repeat(6)}`,
    ]
    const usual = loadTemplate('P04')
    const compose = () => composeLetter(usual, sampleFields(usual))
    for (let i = 0; i < 100; i++) compose()
    const letter =
      costOf(() => {
        for (let i = 0; i < 1000; i++) compose()
      }) / 1000
    for (const loop of loops) {
      const folder = folderOf({ 'P04.md': swap(P04, '{% 落款 %}', `${loop}\n\n{% 落款 %}`) })
      const template = loadTemplate('P04', kept(folder))
      const stopped = () =>
        t.throws(() => composeLetter(template, sampleFields(template)), /内存超过上限/, loop.slice(0, 40))
      // the least of three: what other work on the machine does to the memory is not theirs
      const cost = Math.min(...[1, 2, 3].map(() => costOf(stopped)))
      t.ok(cost < 10_000 * letter, `${Math.round(cost)} ms of one processor, a letter ${letter.toFixed(2)} ms`)
    }
    const long = folderOf({ 'P04.md': swap(P04, '{% 落款 %}', `${'长'.repeat(200_001)}\n\n{% 落款 %}`) })
    t.match(check(long), [{ rule: 'syntax', message: /超过200000字/ }])
  },
)

t.test('注入 | a hostile field comes out as text, or is refused by its name', async (t) => {
  const template = loadTemplate('S12')
  const sample = sampleFields(template)
  const shape = (fields: Fields) => composeLetter(template, fields).map((block) => block.kind)
  const asText = [
    '{{ 机关名称 }}',
    '{% include "/etc/passwd" %}',
    '{% for 甲 in (1..9) %}',
    '{% 条款 "36-4" %}{% 落款 %}',
    '# 假标题',
    '### 假标题',
    '> 假引文',
    '|甲|乙|',
    '@某人：',
    '附件：',
    '1. 假附件',
    '../../etc/passwd',
    '---',
    '<script>alert(1)</script>',
    '\\n\\n# 标题',
    '%}{{',
    '|---|',
    '&amp;&#x202e;',
  ]
  const usual = shape(sample)
  // The others are made sentences: a last ： becomes 。
  const quoted = ['申请内容', '受文者']
  for (const value of asText)
    for (const field of ['申请内容', '理由', '检索期间', '受文者']) {
      const fields = { ...sample, [field]: value }
      t.same(shape(fields), usual, `${field}: ${value}`)
      if (quoted.includes(field))
        t.ok(
          JSON.stringify(composeLetter(template, fields)).includes(JSON.stringify(value).slice(1, -1)),
          'word for word',
        )
    }
  const refused: readonly (readonly [string, RegExp])[] = [
    ['方向\u202e标记', /“理由”.*U\+202E/],
    ['隔离\u2066标记', /“理由”.*U\+2066/],
    ['零\u0000字节', /“理由”.*U\+0000/],
    ['私用\ue003字符', /“理由”.*U\+E003/],
    ['半个\ud83d代理', /“理由”.*U\+D83D/],
    ['字'.repeat(100_001), /“理由”最长 100000 字，现有 100001 字/],
  ]
  for (const [value, says] of refused) t.throws(() => shape({ ...sample, 理由: value }), { message: says })
})

t.test('注入 | a hundred thousand characters of one kind are set without a quadratic wait', async (t) => {
  const fields = sampleFields(loadTemplate('S12'))
  await printLetter('S12', fields, { fonts })
  for (const [what, value] of Object.entries({
    spaces: `${' '.repeat(99_999)}字`,
    han: '征地补偿标准'.repeat(16_666),
    marks: '（'.repeat(100_000),
    latin: 'a'.repeat(100_000),
    braces: '{{'.repeat(50_000),
  })) {
    const { user } = process.cpuUsage()
    await printLetter('S12', { ...fields, 检索期间: value }, { fonts })
    const spent = (process.cpuUsage().user - user) / 1000
    t.ok(spent < 3000, `${what}: ${Math.round(spent)} ms of one processor`)
  }
})

t.test('说明 | the pictures of templates/README.md are there, small, and of pages', async (t) => {
  const folder = new URL('../../templates/', import.meta.url)
  const readme = readFileSync(new URL('README.md', folder), 'utf8')
  const named = [...readme.matchAll(/pages\/([A-Z]\d\d)\.png/g)].map(([, code]) => `${code}.png`)
  const there = readdirSync(new URL('pages/', folder)).sort()
  t.same([...new Set(named)].sort(), there)
  t.equal(there.length, 8)
  for (const name of there) {
    const file = readFileSync(new URL(`pages/${name}`, folder))
    t.equal(file.toString('latin1', 1, 4), 'PNG')
    t.ok(file.length <= 60_000, `${name}: ${file.length} bytes`)
    t.ok(file.readUInt32BE(20) > file.readUInt32BE(16), 'upright')
  }
})
