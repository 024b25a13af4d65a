import { type Rule, rule } from './rule.js'

/** R1–R21：谁答复、接收、登记 */
export const receivingRules: readonly Rule[] = [
  rule('R1', ['ogi:10'], '谁制作谁公开；获取的由保存机关或者最初取得的机关公开', {
    outcomes: ['N2'],
    checks: ['NOT-MINE'],
  }),
  rule('R2', ['ogi:10', 'ogi:27'], '派出机构、内设机构以自己名义履职的，可以自行答复', {
    where: ['packages/law/src/organ.ts#dispatchedUnit'],
  }),
  rule('R3', ['ogi:10'], '共同制作的，由牵头机关答复', { steps: ['T23'], commands: ['consultOrgan'] }),
  rule('R4', ['ogi:36'], '收到申请的机关应当作出答复，不能转办了事；不属于本机关的告知并说明理由', {
    outcomes: ['N2'],
    checks: ['NOT-MINE'],
  }),
  rule('R5', ['ogi:10'], '机构改革后信息随职能转移；失去职能的机关征求接收机关意见后答复或者告知', {
    whyNot: '职能划转的清单由机关掌握，没有可以据以编码的数据；办理时用 consultOrgan 和结论 N2',
  }),
  rule('R6', ['archives:15'], '已移交国家档案馆的按档案规定利用；早期移交和机关档案室的仍按条例答复', {
    outcomes: ['X3'],
    checks: ['ARCHIVE'],
  }),
  rule('R10', ['ogi:31'], '当面提交的，收到之日为提交之日，当场给回执', {
    letters: ['L03'],
    where: ['packages/law/src/ogi/article-31.ts#inPerson'],
  }),
  rule('R11', ['ogi:31'], '需签收的邮寄，收到之日为机关签收之日', {
    where: ['packages/law/src/ogi/article-31.ts#registeredMail'],
  }),
  rule('R12', ['ogi:31'], '平常信函，收到之日为与申请人确认之日；从严期限自到达起算', {
    steps: ['T4'],
    commands: ['confirmReceipt'],
    where: ['packages/casework/src/clocks.ts#strictClock'],
  }),
  rule('R13', ['ogi:31'], '网上提交成功之日为收到之日，公布过须确认的除外', {
    where: ['packages/law/src/ogi/article-31.ts#autoConfirmOnline'],
  }),
  rule('R14', ['ogi:31'], '电子邮件到达邮件系统之日为收到之日', {
    where: ['packages/law/src/ogi/article-31.ts#email'],
  }),
  rule('R15', ['ogi:29'], '当面和邮寄不得拒绝；其他渠道公布了才受约束', {
    where: ['packages/portal/src/apply/takes-online.ts#takesOnline'],
  }),
  rule('R16', ['ogi:29', 'ogi:43'], '书写确有困难的可以口头提出，机关代填，申请人确认', {
    where: ['packages/law/src/ogi/article-31.ts#oral'],
  }),
  rule('R17', ['ogi:29'], '申请应有姓名名称、身份证明、联系方式、信息的描述和形式要求；不要求用途', {
    commands: ['receiveRequest'],
  }),
  rule('R18', ['ogi:29', 'ogi:30'], '代理人应有授权书和双方身份证明，否则补正', {
    commands: ['requestCorrection'],
    where: ['packages/casework/src/commands/receipt.ts#agentProof'],
  }),
  rule('R19', ['ogi:31'], '错投到机关内部其他部门的，当日移交，收到之日不变', {
    whyNot: '内部移交不改变收到之日，登记时如实填写签收之日；移交本身是机关内部管理',
  }),
  rule('R20', ['ogi:45'], '收到即编号，登记全部要素和以往申请', {
    steps: ['T5'],
    letters: ['L02'],
    commands: ['registerRequest'],
  }),
  rule('R21', ['ogi:45'], '编号为机关代码、年份、五位顺序号，不重复使用', {
    where: ['packages/casework/src/numbering.ts#caseNumber'],
  }),
]
