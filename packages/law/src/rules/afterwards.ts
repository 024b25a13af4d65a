import { type Rule, rule } from './rule.js'

/** R70–R99：救济、个人信息、年度报告 */
export const afterwardsRules: readonly Rule[] = [
  rule(
    'R70',
    [
      'reconsideration:20',
      'reconsideration:30',
      'reconsideration:31',
      'reconsideration:48',
      'reconsideration:53',
      'reconsideration:54',
      'reconsideration:70',
    ],
    '复议60日；被申请人普通程序10个、简易程序5个工作日内答复举证',
    {
      commands: ['fileReconsideration', 'answerReconsideration'],
      where: ['packages/law/src/remedies/proceedings.ts#reconsiderationAnswerDue'],
    },
  ),
  rule(
    'R71',
    [
      'reconsideration:63',
      'reconsideration:64',
      'reconsideration:65',
      'reconsideration:66',
      'reconsideration:67',
      'reconsideration:68',
      'reconsideration:69',
      'reconsideration:33',
      'reconsideration:30',
      'reconsideration:41',
      'reconsideration:73',
      'reconsideration:74',
    ],
    '复议决定的种类',
    {
      commands: ['decideReconsideration'],
    },
  ),
  rule(
    'R72',
    ['litigation:45', 'litigation:46', 'reconsideration:34', 'reconsideration:29'],
    '复议后15日起诉；直接起诉6个月；二者不得同时',
    { commands: ['fileLitigation'], where: ['packages/law/src/remedies/proceedings.ts#suitAfterReviewDue'] },
  ),
  rule('R73', ['litigation:47'], '不予答复的，期限届满后可以复议、起诉', {
    where: ['packages/law/src/remedies/proceedings.ts#remedyDaysWithoutReply'],
  }),
  rule(
    'R74',
    ['litigation:67', 'litigation:81', 'litigation:82', 'litigation:83', 'litigation:85'],
    '收到起诉状副本15日内答辩举证；上诉15日、10日',
    { commands: ['answerLitigation'], where: ['packages/law/src/remedies/proceedings.ts#litigationAnswerDue'] },
  ),
  rule('R75', ['litigation:26'], '维持的，原机关和复议机关为共同被告', {
    commands: ['decideLitigation'],
  }),
  rule('R76', ['reconsideration:64', 'reconsideration:66'], '责令重作、限期履行的，按决定书的期限重新答复', {
    steps: ['T38'],
    commands: ['orderRedo'],
    where: ['packages/law/src/settings/table.ts#redoWorkingDays'],
  }),
  rule('R77', ['ogi:51'], '补正、延期、收费等不单独复议、诉讼；按结论另设救济告知的，由设置决定', {
    where: ['packages/law/src/settings/table.ts#remedyBlock', 'packages/law/src/grounds.ts#remedyIsOurs'],
  }),
  rule('R78', ['ogi:47', 'ogi:48', 'ogi:51', 'ogi:52', 'ogi:53'], '向主管部门、上一级机关投诉；监督、培训、责任', {
    commands: ['fileComplaint', 'closeComplaint', 'chaseCase', 'orderSupervision', 'answerSupervision'],
    where: ['packages/api/src/identity/reading.ts#readings'],
  }),
  rule('R80', ['ogi:41'], '更正自身信息是另一个程序', {
    letters: ['L13'],
    commands: ['fileRectification', 'answerRectification'],
  }),
  rule('R81', ['ogi:45'], '个人信息：最少收集、加密、遮盖、留痕、可以删除', {
    where: ['packages/api/src/view/mask.ts#maskNumber', 'db/src/keep/erase.ts#eraseWords'],
  }),
  rule('R82', ['ogi:32'], '征求意见书、协查函不透露申请人', {
    where: ['packages/casework/src/letters/neutral.ts#neutralDescription'],
  }),
  rule('R83', ['ogi:36'], '答复书不写证件号码', { where: ['packages/casework/src/letters/context.ts#aboutRequest'] }),
  rule('R84', ['ogi:14'], '非涉密系统：不得存储国家秘密，只留中性条目', {
    outcomes: ['W1'],
    checks: ['SECRET-PROOF'],
    where: ['packages/api/src/files/receive.ts#deliveryOf'],
  }),
  rule('R85', ['ogi:15', 'ogi:32'], '第三方意见、身份证件只给需要的人看', {
    where: [
      'packages/casework/src/dossier/withheld.ts#withheldFromApplicant',
      'packages/portal/src/case/applicant-letters.ts#applicantLetters',
      'packages/api/src/view/cover.ts#coverFor',
    ],
  }),
  rule('R90', ['ogi:49', 'ogi:50'], '表三：一加二等于三（七）加四', {
    where: ['packages/law/src/annual-report/identities.ts#columnIdentities'],
  }),
  rule('R91', ['ogi:49', 'ogi:50'], '表三：总计等于各类申请人之和', {
    where: ['packages/law/src/annual-report/identities.ts#rowTotals'],
  }),
  rule('R92', ['ogi:49', 'ogi:50'], '表三：三（七）等于各项结果之和', {
    where: ['packages/law/src/annual-report/identities.ts#columnSums'],
  }),
  rule('R93', ['ogi:49', 'ogi:50'], '表三：上年结转等于去年的四', {
    where: ['packages/law/src/annual-report/identities.ts#carried'],
  }),
  rule('R94', ['ogi:49', 'ogi:50'], '复议机关作共同被告的，只计原机关', {
    where: ['packages/law/src/annual-report/table-four.ts#oncePerSuit'],
  }),
  rule('R95', ['ogi:49', 'ogi:50'], '新收按收到之日，结果按发出或者办结之年', {
    where: ['packages/law/src/annual-report/counted.ts#placeIn'],
  }),
  rule('R96', ['ogi:49', 'ogi:50'], '一件申请计一件，只计一个结果；拆分的分别计', {
    steps: ['T39'],
    commands: ['splitRequest'],
    where: ['packages/law/src/annual-report/table-three.ts#tableThree'],
  }),
  rule('R97', ['ogi:49', 'ogi:50'], '复议、诉讼结果归入维持、纠正、其他、尚未审结', {
    where: ['packages/law/src/remedies/results.ts#corrected', 'packages/law/src/annual-report/counted.ts#standingIn'],
  }),
  rule('R98', ['ogi:49', 'ogi:50'], '重新答复、更正、投诉、演练不计入表三', {
    where: [
      'packages/casework/src/counting/count.ts#closingAfter',
      'packages/casework/src/counting/index.ts#countedCase',
    ],
  }),
  rule('R99', ['ogi:49', 'ogi:50', 'ogi:42'], '报告第六部分写明收费总额', {
    where: ['packages/law/src/annual-report/year-report.ts#feeSentence'],
  }),
]
