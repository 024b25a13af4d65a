import { type Rule, rule } from './rule.js'

/** R100–R121：申请人、情形和意外 */
export const accidentsRules: readonly Rule[] = [
  rule('R100', ['ogi:29'], '共同申请为一件；撤回须全体；第一申请人计入报告', { commands: ['receiveRequest'] }),
  rule('R101', ['ogi:2'], '申请人死亡、终止的，记录终结', { steps: ['T29'], outcomes: ['X3'] }),
  rule('R102', ['ogi:27'], '不因年龄拒绝；法定代理人代为办理', { where: ['packages/casework/src/facts.ts#agent'] }),
  rule('R103', ['ogi:27', 'reconsideration:89'], '外国人和港澳台居民照常登记办理，不自动拒绝', {
    where: ['packages/casework/src/identity.ts#idNumberWarnings'],
  }),
  rule('R104', ['ogi:45'], '发出答复前随时可以撤回', {
    steps: ['T35'],
    letters: ['L15'],
    commands: ['withdrawRequest'],
  }),
  rule('R105', ['ogi:27', 'ogi:2'], '媒体是普通申请人；采访按咨询告知', { outcomes: ['X3'] }),
  rule('R106', ['ogi:14', 'ogi:15', 'ogi:16'], '工作秘密、内部资料的标注不是不公开的理由', {
    checks: ['CITE-MATCH'],
    refusals: ['interestUnlisted', 'lawTooLow'],
  }),
  rule('R107', ['ogi:29'], '一事一申请不是拒绝的理由', { checks: ['NONRESPONSIVE'] }),
  rule('R108', ['ogi:31'], '热线、信箱、信访转来的，明显是申请的登记；收到之日为确认之日', {
    commands: ['confirmReceipt'],
  }),
  rule('R109', ['ogi:17', 'ogi:33'], '请示本机关领导期限照算；书面请示上级或者主管机关的可以停算', {
    commands: ['consultOrgan'],
  }),
  rule('R110', ['ogi:2', 'ogi:33'], '党政联合发文按文号确定', { commands: ['consultOrgan'], outcomes: ['X3'] }),
  rule('R111', ['ogi:10', 'ogi:36'], '不是牵头机关的，告知牵头机关', { outcomes: ['N2'] }),
  rule('R112', ['ogi:2'], '村务公开不适用条例；乡镇自己制作、获取的适用', { outcomes: ['X3'] }),
  rule('R113', ['ogi:54', 'ogi:55', 'ogi:27'], '公共企事业单位按其规定；授权组织适用条例', {
    outcomes: ['X3'],
    where: ['packages/law/src/organ.ts#authorisedOrganisation'],
  }),
  rule('R114', ['archives:15'], '已移交国家档案馆的，以 S21 告知并留存证明', {
    letters: ['S21'],
    outcomes: ['X3'],
    checks: ['ARCHIVE'],
  }),
  rule('R115', ['ogi:45'], '内部移交、拟稿、审核的期限；期限照算', {
    whyNot: '内部期限是机关的管理要求，本版本没有这些设置',
  }),
  rule('R116', ['ogi:36'], '电子印章须由国家统一系统制发；否则加盖实体印章', {
    where: ['packages/law/src/seals.ts#sealedLetters'],
    refusals: ['sealAwaited'],
  }),
  rule('R117', ['ogi:33'], '条例没有中止：不可抗力期限照算', { where: ['packages/law/src/clock/verbs.ts#ClockVerb'] }),
  rule('R118', ['ogi:36'], '机关可以自行纠错、重新答复，旧文书保留', {
    commands: ['orderRedo'],
  }),
  rule('R119', ['ogi:29', 'ogi:30'], '增加内容是新的申请；单纯说明不改变期限', {
    whyNot: '是否增加了内容由登记人员判断：新的内容另行 receiveRequest',
  }),
  rule('R120', ['ogi:36'], '答复前又提出相同申请的，一并答复，不算重复申请', {
    checks: ['REPEAT'],
    where: ['db/src/ledger/double-index.ts#doubleIndex'],
  }),
  rule('R121', ['ogi:32', 'ogi:36'], '有异议仍公开的，可以约定以后的获取时间，答复本身不得逾期', {
    letters: ['P06'],
    outcomes: ['G2'],
  }),
]
