import { type Rule, rule } from './rule.js'

/** R51–R64：答复、送达、归档 */
export const replyingRules: readonly Rule[] = [
  rule('R51', ['ogi:36'], '每一项恰有一个结论；全案一个主结论', { where: ['packages/law/src/grounds.ts#outcomes'] }),
  rule('R52', ['ogi:36'], '答复书要素齐全：申请、依据、理由、救济、落款', {
    steps: ['T30'],
    letters: ['S02'],
    refusals: ['decisionIncomplete'],
    checks: ['CITE-FORM'],
  }),
  rule('R53', ['ogi:36'], '理由与事由相称：密级、危害、征求意见、检索等', {
    refusals: ['decisionIncomplete'],
    checks: ['NO-REASON', 'SECRET-PROOF', 'CITE-MATCH'],
  }),
  rule('R54', ['ogi:16'], '内部事务、过程性信息、执法案卷是可以不公开，须说明为什么不公开', {
    outcomes: ['W5', 'W6', 'W7'],
    checks: ['DISCRETION', 'PROCESS'],
  }),
  rule('R55', ['ogi:45'], '经办、审核、签发分开', {
    steps: ['T31', 'T32'],
    letters: ['L08'],
    commands: ['approveDraft', 'returnDraft', 'signReply'],
    refusals: ['approverIsDrafter'],
  }),
  rule('R56', ['ogi:51', 'reconsideration:23'], '救济告知按结论确定：前置、选择或者没有', {
    checks: ['REMEDY'],
    where: ['packages/law/src/remedies/block.ts#remedyParagraphs'],
  }),
  rule(
    'R57',
    ['reconsideration:24', 'reconsideration:25', 'reconsideration:26', 'reconsideration:27', 'reconsideration:28'],
    '复议机关按机关类型确定',
    { where: ['packages/law/src/remedies/authority.ts#reconsiderationOrganOf'] },
  ),
  rule('R57a', ['litigation:26'], '被告、被申请人是答复书署名盖章的机关', {
    where: ['packages/law/src/organ.ts#governmentOffice'],
  }),
  rule('R58', ['reconsideration:22'], '电子送达的答复应当告知网上复议渠道', { refusals: ['reviewOnlineUrlMissing'] }),
  rule('R59', ['litigation:14', 'litigation:15', 'litigation:18'], '法院按机关的级别和所在地确定', {
    where: ['packages/law/src/remedies/authority.ts#courtLevelOf'],
  }),
  rule('R60', ['ogi:33'], '邮寄看交邮之日，直接送达看签收之日；电子送达看到达之日', {
    steps: ['T33'],
    commands: ['dispatchReply'],
    refusals: ['publicNoticeTooSoon', 'publicNoticeRunning', 'enclosureUnknown', 'enclosuresTooBig'],
    checks: ['DELIVERY', 'OVERDUE'],
  }),
  rule('R61', ['reconsideration:20', 'litigation:46', 'civil:201'], '救济期限自申请人收到之日起算', {
    steps: ['T34'],
    commands: ['recordService'],
    where: ['packages/law/src/remedies/periods.ts#remedyDays'],
  }),
  rule('R62', ['ogi:33'], '退回的换一种方式再送，留存证明', {
    steps: ['R62'],
    commands: ['recordService', 'tellOrgan'],
  }),
  rule('R63', ['ogi:45'], '案卷应当包括申请、登记、各种文书及送达证明、意见、检索、审核、答复、台账等', {
    steps: ['T36', 'R63'],
    letters: ['L14'],
    commands: ['archiveCase', 'filePapers'],
    where: ['packages/api/src/dossier/gather.ts#gatherDossier'],
  }),
  rule('R64', ['ogi:45', 'archives:15'], '保管期限按机关的归档范围和保管期限表；电子档案来源可靠、程序规范、要素合规', {
    where: ['packages/api/src/dossier/explanation.ts#explanationFile'],
  }),
]
