import { type Rule, rule } from './rule.js'

/** R22–R50：补正、征求意见、延期、收费 */
export const handlingRules: readonly Rule[] = [
  rule('R22', ['ogi:30'], '内容不明确的，7个工作日内一次告知补正；收到补正后答复期限重新计算', {
    steps: ['T8', 'T9'],
    letters: ['P01'],
    commands: ['requestCorrection', 'receiveCorrection'],
  }),
  rule('R23', ['ogi:30'], '过了7个工作日才告知的，须说明理由，原期限仍作安全期限', {
    refusals: ['correctionTooLate'],
    checks: ['CLARIFY'],
  }),
  rule('R24', ['ogi:30'], '补正期限应当合理：5至30个工作日，默认10个', { refusals: ['correctionPeriodUnreasonable'] }),
  rule('R25', ['ogi:30'], '无正当理由逾期不补正，视为放弃；须有送达证明，由人确认', {
    steps: ['T10'],
    letters: ['L15'],
    commands: ['confirmLapse'],
  }),
  rule('R26', ['ogi:30'], '补正后仍不明确的，按此答复；再次告知须经批准', {
    steps: ['T11'],
    commands: ['judgeStillUnclear'],
    outcomes: ['N4'],
  }),
  rule('R27', ['ogi:30'], '补正告知不单独复议、诉讼，不写救济告知', { letters: ['P01'] }),
  rule('R28', ['ogi:32'], '可能损害第三方权益的，书面征求意见，并告知申请人', {
    steps: ['T22'],
    letters: ['P04', 'P05'],
    commands: ['consultThirdParty'],
    refusals: ['thirdPartyUnasked'],
  }),
  rule('R29', ['ogi:15', 'ogi:32'], '第三方沉默由机关决定；有理由不同意的不公开；仍公开的书面告知第三方', {
    letters: ['P06'],
    checks: ['THIRD-PARTY'],
  }),
  rule('R30', ['ogi:33'], '征求意见期间不计算；重叠的取并集；同时给出从严期限', {
    steps: ['T24'],
    where: ['packages/law/src/clock/intervals.ts#union'],
  }),
  rule('R31', ['ogi:34', 'ogi:33'], '征求共同制作机关意见，15个工作日，逾期视为同意', {
    steps: ['T23'],
    letters: ['P07'],
    commands: ['consultOrgan'],
  }),
  rule(
    'R32',
    ['ogi:11', 'ogi:17', 'ogi:33'],
    '书面征求其他机关意见可以停算，没有视为同意；是否国家秘密由国家或者省级保密部门确定',
    { letters: ['P07'], commands: ['consultOrgan'], checks: ['SECRET-PROOF'] },
  ),
  rule('R33', ['ogi:33'], '协查、会商是内部事务，期限照算', {
    steps: ['T18', 'T21'],
    letters: ['L05', 'L10'],
    commands: ['requestAssistance', 'openDiscussion'],
  }),
  rule('R34', ['ogi:35'], '数量、频次明显超过合理范围的，可以要求说明理由；不合理的不予处理，合理的可以延迟答复', {
    steps: ['T14', 'T15', 'T16', 'T17'],
    letters: ['P02', 'L12'],
    commands: ['askReasons', 'judgeReasons', 'deferReply'],
    refusals: ['reasonsWithoutService', 'reasonsTooEarly'],
  }),
  rule('R35', ['ogi:33'], '延长最多20个工作日，负责人同意，期限届满前告知', {
    steps: ['T25'],
    letters: ['P03'],
    commands: ['extendReply'],
    refusals: ['extensionTooLong', 'extensionUsedUp', 'alreadyExtended', 'extendedBefore'],
    checks: ['EXT-NOTICE'],
    where: [
      'packages/law/src/settings/table.ts#extensionRounds',
      'packages/law/src/settings/table.ts#extensionAfterRestart',
    ],
  }),
  rule('R36', ['ogi:33'], '能够当场答复的当场答复', { commands: ['decide'] }),
  rule('R37', ['ogi:36'], '检索应当留有记录，是合理检索的证明', {
    letters: ['L11'],
    commands: ['recordSearch'],
    checks: ['NO-SEARCH'],
  }),
  // the review itself is done on paper: 密级 and opinions do not belong in a system that holds no state secret (R84)
  rule('R38', ['ogi:17'], '公开前逐项保密审查，两人以上', {
    letters: ['L09'],
    commands: ['approveDraft'],
    refusals: ['approverIsDrafter'],
    checks: ['SECRECY-REVIEW'],
  }),
  rule('R39', ['ogi:38'], '需要加工、分析的不予提供', { outcomes: ['N3'] }),
  rule('R40', ['ogi:37'], '能够区分处理的，提供可以公开的部分', { outcomes: ['G3'], checks: ['SEVER'] }),
  rule('R41', ['ogi:40'], '按申请人要求的形式提供；危及载体或者成本过高的改用其他形式', { checks: ['FORM'] }),
  // publishing itself is the work of the organ's own site; what is decided about it, and where it then stands, is put down
  rule('R42', ['ogi:44'], '多人申请同一信息、可以公开的，可以主动公开；申请人可以建议，属于范围的应当及时公开', {
    steps: ['R42'],
    commands: ['suggestPublication'],
    refusals: ['publicationReasonMissing', 'suggestionNothingGiven', 'suggestedAlready', 'suggestionReasonMissing'],
    where: ['packages/casework/src/publication/publication.ts#publicationState'],
  }),
  rule('R43', ['ogi:18'], '不予公开的信息定期评估', { whyNot: '办结以后的定期评估本版本不办理' }),
  rule('R44', ['ogi:42'], '不收费；数量、频次明显超过合理范围的可以收费', {
    commands: ['chargeFee'],
    refusals: ['feeZero'],
  }),
  rule('R45', ['fee:6'], '收费通知在办理期限内发出；收到次日起20个工作日内缴纳', {
    steps: ['T26'],
    letters: ['L06'],
    commands: ['chargeFee'],
  }),
  rule('R46', ['fee:6'], '缴清之后重新计算完整的答复期限', { steps: ['T27'], commands: ['recordPayment'] }),
  rule('R47', ['fee:6', 'ogi:42'], '逾期不缴费视为放弃；须有送达证明，由人确认', {
    steps: ['T28'],
    letters: ['L15'],
    commands: ['confirmLapse'],
  }),
  rule('R48', ['fee:7'], '收费决定不单独复议、诉讼；对不再处理可以', { letters: ['L06', 'L15'] }),
  rule('R49', ['fee:3', 'fee:5'], '一件申请只按件或者按量一种方式；按量不跨申请累计', {
    refusals: ['feeBothBases', 'feePerPageUnfit'],
  }),
  rule('R50', ['fee:6'], '作为行政事业性收费入库、开票、公示', {
    whyNot: '财政票据、入库、公示、退付由机关财务办理，本系统只记缴清的日期和数额',
  }),
]
