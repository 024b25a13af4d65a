import { type ArticleRef, type Day, inChinese, isDay } from '@zhiqing/law'

type Kind = 'role' | 'state' | 'law' | 'unknown'

interface RefusalRow {
  readonly kind: Kind
  readonly article: ArticleRef
  /** What is wrong, then what to do instead; `{…}` are filled in. */
  readonly zh: string
}

const row = (kind: Kind, article: ArticleRef, zh: string): RefusalRow => ({ kind, article, zh })

/** Every way the law or the procedure says no; the words tell what to do instead. */
export const refusals = {
  notYourRole: row('role', 'ogi:45', '{role}不能办理“{command}”，应由{roles}办理'),
  notPermittedNow: row('state', 'ogi:45', '案件现在是“{state}”，不能办理“{command}”；现在可以办理：{permitted}'),
  dayInFuture: row('law', 'practice', '{field}（{day}）晚于办理当日（{on}），请填写已经发生的日期'),
  dayOutOfOrder: row(
    'law',
    'practice',
    '办理日期（{on}）早于上一步的日期（{lastOn}），请按先后顺序记录；实际发生的日期请填在相应的日期栏',
  ),
  dayTooEarly: row('law', 'practice', '{field}（{day}）早于{what}（{limit}），请核对'),
  beforeRegulation: row(
    'law',
    'ogi:56',
    '条例自{from}起施行，{day}收到的申请不适用本系统的规则；请另行按当时的规定办理，只能作为历史档案保存',
  ),
  drillByApplicant: row(
    'law',
    'ogi:29',
    '演练只能由登记人员录入申请时标明，申请人提出的申请不能作为演练；请去掉演练标记，按申请办理',
  ),
  calendarUnknown: row('law', 'ogi:33.2', '{reason}；请改填日历范围内的日期，或者先导入放假安排'),
  correctionItemsMissing: row('law', 'ogi:30', '补正告知书应当一次性写明需要补正的事项，请至少填写一项'),
  correctionGuidanceMissing: row(
    'law',
    'ogi:30',
    '告知补正应当给予指导和释明：请写明怎样补正，例如可以写明哪些特征、到哪里可以查到名称或者文号',
  ),
  correctionTooLate: row(
    'law',
    'ogi:30',
    '告知补正应当在收到申请之日起7个工作日内（最迟{limit}）；逾期需由公开工作机构负责人说明理由后办理，原答复期限仍作为安全期限提示',
  ),
  correctionOnce: row(
    'law',
    'ogi:30',
    '补正事项应当一次性告知，本件已经告知过；可以判定“补正后仍不明确”，再次告知需由公开工作机构负责人说明理由',
  ),
  correctionPeriodUnreasonable: row('law', 'ogi:30', '补正期限应当合理，请填写{least}至{most}个工作日'),
  correctionLate: row(
    'law',
    'ogi:30',
    '补正在期限届满（{limit}）之后收到，且本件已视为放弃；有正当理由的请勾选正当理由，或者请申请人重新提出申请',
  ),
  notCorrected: row('law', 'ogi:30', '还没有收到过补正，不能判定“补正后仍不明确”；内容不明确的应当先告知补正'),
  lapseWithoutService: row(
    'law',
    'ogi:30',
    '没有补正告知书的送达记录，补正期限没有起算，不能认定逾期；请先记录送达日期',
  ),
  lapseTooEarly: row('law', 'ogi:30', '补正期限到{limit}才届满，届满之后才可以认定逾期不补正'),
  tellingEmpty: row('law', 'practice', '没有写要告知的情况，也没有附材料；请至少写一句话，或者附一份材料'),
  nothingToPay: row(
    'law',
    'fee:6',
    '这份申请没有等待缴纳的信息处理费，不用告知缴费；已经缴过的，请按补充情况告知，由工作人员核对',
  ),
  feeCountMissing: row('law', 'fee:3', '{basis}应当填写{count}，收费数额据此计算；请填写后再办理'),
  feeBothBases: row(
    'law',
    'fee:3',
    '一件申请只能按件或者按量计收，不得同时按两种标准计算；请只填写所选方式的件次或者页数',
  ),
  feePerPageUnfit: row(
    'law',
    'fee:5',
    '申请人要求现场查阅或者网上查看，没有要求提供复制件，不适用按量计收；确需收费的请按件计收',
  ),
  feeZero: row('law', 'ogi:42', '按收费标准计算，应收数额为0元，不收费，不得发出收费通知；请继续办理答复'),
  feeBeforeTariff: row(
    'law',
    'fee:3',
    '信息处理费管理办法自{from}起施行，{day}收到的申请不适用，不能收费；请继续办理答复',
  ),
  feeAfterDue: row('law', 'fee:6', '收费通知应当在答复期限（{limit}）以内发出，{day}已经逾期，不能再收费；请尽快答复'),
  feeOnce: row('law', 'fee:3', '本件已于{day}收取信息处理费{amount}元，一件申请不得重复收费；请继续办理答复'),
  paymentIncomplete: row(
    'law',
    'fee:6',
    '应缴{owed}元，只缴了{amount}元，还差{lacking}元；缴清之后答复期限才重新计算，请在缴清之后按缴清之日记录全部数额',
  ),
  paymentLate: row(
    'law',
    'fee:6',
    '缴费（{day}）在期限届满（{limit}）之后，且本件已视为放弃，不能恢复办理；所缴费用请退还，请申请人重新提出申请',
  ),
  paymentLapseWithoutService: row(
    'law',
    'fee:6',
    '没有收费通知书的送达记录，缴费期限没有起算，不能认定逾期；请先记录送达日期',
  ),
  paymentLapseTooEarly: row('law', 'fee:6', '缴费期限到{limit}才届满，届满之后才可以认定逾期不缴费'),
  duplicateId: row('law', 'practice', '编号“{id}”在本案中已经用过，请换一个编号'),
  unknownId: row('unknown', 'practice', '本案没有编号为“{id}”的记录；现有编号：{known}'),
  consultationEnded: row('state', 'ogi:33.3', '对“{id}”的征求意见已经结束，退回只能在结束前记录；请将退回的信函存卷'),
  consultationAfterDue: row(
    'law',
    'ogi:33.3',
    '征求意见书发出日期（{day}）晚于当时的答复期限（{limit}），逾期后征求意见不再扣除时间；请直接作出答复',
  ),
  neutralDescriptionMissing: row(
    'law',
    'ogi:32',
    '征求意见书应当写明所涉及的信息，本案没有可以引用的信息名称；请填写信息的中性描述（不写申请人的姓名和联系方式）后再办理',
  ),
  consultationOpen: row(
    'law',
    'ogi:33.3',
    '还有征求意见没有结束（{open}），请等待意见、期限届满或者记录退回后再作决定',
  ),
  discussionOpen: row('state', 'practice', '会商正在进行，请先结束会商'),
  extensionAfterDue: row(
    'law',
    'ogi:33.2',
    '延长答复期限应当在原期限（{limit}）届满前告知申请人，{day}已经逾期；请尽快答复',
  ),
  extensionTooLong: row(
    'law',
    'ogi:33.2',
    '延长的期限合计最长不得超过{whole}个工作日，至少1个工作日；这一次请改填{least}至{most}',
  ),
  extensionUsedUp: row('law', 'ogi:33.2', '答复期限的延长已经满{whole}个工作日，不能再延长；请尽快答复'),
  extensionReasonMissing: row('law', 'ogi:33.2', '延长答复期限应当有理由，请写明理由后再办理'),
  extensionNotApproved: row(
    'law',
    'ogi:33.2',
    '延长答复期限应当经政府信息公开工作机构负责人同意；请由负责人办理或者填写批准人',
  ),
  alreadyExtended: row(
    'law',
    'practice',
    '本次答复期限已经延长过{days}个工作日，达到本机关设置的次数，不能再次延长；请在{limit}答复',
  ),
  extendedBefore: row(
    'law',
    'practice',
    '本件申请的答复期限前后已经延长过{days}个工作日；按本机关的设置，补正或者缴费后重新计算的期限与以前的延长合计，不能再次延长；请在{limit}答复',
  ),
  replySigned: row('state', 'ogi:33.2', '答复书已于{day}签发，不能再延长答复期限；请尽快发出并送达申请人'),
  reasonsPeriodUnreasonable: row('law', 'ogi:35', '说明理由的期限应当合理，请填写{least}至{most}个工作日'),
  reasonsEmpty: row('law', 'ogi:35', '申请人说明的理由没有内容，请照录申请人的原话后再办理'),
  reasonsWithoutService: row(
    'law',
    'ogi:35',
    '没有说明理由告知书的送达记录，说明理由的期限没有起算，申请人也没有说明理由，不能认定理由不合理；请先记录送达日期，等候期限届满或者收到理由',
  ),
  reasonsTooEarly: row(
    'law',
    'ogi:35',
    '申请人还没有说明理由，说明理由的期限到{limit}才届满，现在不能认定理由不合理；请在届满之后或者收到理由之后再判定',
  ),
  reasonsNotAccepted: row(
    'law',
    'ogi:35',
    '延迟答复以要求申请人说明理由、并且判定理由合理为前提；请先要求说明理由，或者改用延长答复期限',
  ),
  deferralNotRunning: row(
    'state',
    'ogi:35',
    '答复期限现在没有计算（{status}），不能确定延迟答复的期限；请在恢复计算后办理',
  ),
  deferralAfterDue: row(
    'law',
    'ogi:35',
    '延迟答复应当在现行答复期限（{limit}）届满前告知申请人，{day}已经逾期；请尽快答复',
  ),
  deferralNotLater: row('law', 'ogi:35', '延迟答复的期限（{day}）应当晚于现行答复期限（{limit}），请改填'),
  alreadyDeferred: row('law', 'ogi:35', '已经告知申请人延迟至{limit}答复，不再适用延长答复期限；请在该日以前答复'),
  clockNotRunning: row('state', 'ogi:33.2', '答复期限现在没有计算（{status}），不能延长；请在期限重新计算后办理'),
  wrongCommandForOutcome: row('law', 'practice', '结论{outcome}（{zh}）应当通过“{command}”作出'),
  successionIncomplete: row(
    'law',
    'practice',
    '变更申请人应当写明承受人的姓名或者名称，以及依据（书面声明、继承或者承受的证明），请补全',
  ),
  splitTooFew: row('law', 'practice', '拆分应当写明两项以上的内容，每项都不能空白；只有一项的不需要拆分'),
  splitAfterDeferral: row('state', 'ogi:35', '已经告知申请人整件延迟至{limit}答复，不能再拆分；请逐项答复'),
  withdrawnAll: row('law', 'practice', '撤回的事项没有写明内容；全部撤回的，不要填写撤回事项'),
  withdrawnSomeSigned: row(
    'state',
    'practice',
    '答复书已于{day}签发，不能只撤回其中几项；全部撤回的，不要填写撤回事项；只撤回几项的，请先收回答复（自行纠错），再办理撤回',
  ),
  itemsMissing: row('law', 'ogi:36', '逐项答复应当写明各项内容及其结论，请至少填写一项'),
  itemUnnamed: row('law', 'ogi:36', '没有写明这一项申请的是什么，请照申请人的原话填写'),
  itemOutcomeUnfit: row('law', 'ogi:36', '结论{outcome}（{zh}）不能只对其中一项作出；请对整件申请办理，或者先告知补正'),
  headlineUnfit: row(
    'law',
    'ogi:37',
    '按各项的结论，本件的结论应为{outcome}（{zh}）；只有各项都不公开而结论不同的，才由经办人选择其中之一，请改填或者不填',
  ),
  decisionIncomplete: row('law', 'ogi:36', '结论{outcome}（{zh}）还缺少：{missing}；答复书应当写明理由和依据'),
  interestUnlisted: row(
    'law',
    'ogi:14',
    '条例第十四条只列国家安全、公共安全、经济安全、社会稳定四类，“{given}”不在其中；请填写其中一类或者几类（用顿号隔开），都不是的，改按其他理由研究或者予以公开',
  ),
  lawTooLow: row(
    'law',
    'ogi:14',
    '“{given}”不是法律、行政法规：禁止公开（条例第十四条）和特别的查询规定（条例第三十六条第（七）项）都只能出自法律、行政法规，地方性法规、规章、文件和内部标注不能作为依据；请填写法律、行政法规，没有的，改按其他理由研究或者予以公开',
  ),
  searchIncomplete: row('law', 'ogi:36(4)', '检索记录还缺少：{missing}；它是合理检索的证明，请补全'),
  searchMissing: row('law', 'ogi:36(4)', '认定信息不存在应当先检索并有检索记录；请先记录检索'),
  consultationMissing: row(
    'law',
    'ogi:32',
    '以第三方权益为由不予公开，应当先书面征求第三方意见并且已经结束；请先征求意见，再填写该次征求意见的编号',
  ),
  overruledUnsaid: row(
    'law',
    'ogi:32',
    '第三方（{open}）不同意公开或者只同意部分公开，本决定公开其信息，应当把公开的内容和理由书面告知该方；请在“不采纳其意见、公开其信息的第三方”中逐一写明，其信息不公开的，请填写该次征求意见的编号，或者填入“本决定没有公开其信息的第三方”',
  ),
  overruledSince: row(
    'law',
    'ogi:32',
    '第三方（{open}）不同意公开或者只同意部分公开，本决定公开其信息，而对该方公开什么、为什么还没有写明（意见可能在决定之后才到），不能签发；请退回修改，重新研究，写明告知该方的内容和理由，或者填写其信息没有公开',
  ),
  overruledUnknown: row(
    'law',
    'ogi:32',
    '“{id}”不是不同意公开而本决定公开其信息的第三方；可以填写的有：{known}，请改填',
  ),
  thirdPartyUnasked: row(
    'law',
    'ogi:32',
    '以第三方权益为由不予公开，应当先书面征求第三方意见；没有征求而写明原因的，本机关的设置不允许这样作出。请先征求意见；第三方确已注销、下落不明的，由管理员按实际需要改变设置',
  ),
  riskOpen: row('law', 'ogi:36', '败诉风险检查{code}：{zh}。请{satisfy}；不能满足而仍应答复的，由签发人写明理由后签发'),
  approverIsDrafter: row(
    'law',
    'ogi:45',
    '审核人、批准人、签发人不能是经办或者拟稿的人（{person}）；请由其他人审核、批准、签发',
  ),
  reopenReasonMissing: row('law', 'ogi:45', '重新研究应当写明理由，请写明后再办理'),
  reviewOnlineUrlMissing: row(
    'law',
    'reconsideration:22.2',
    '电子送达的答复应当同时告知提出行政复议申请的互联网渠道；请先在机关资料中填写网上复议地址，或者改用邮寄送达',
  ),
  electronicNotChosen: row('law', 'ogi:40', '申请人没有选择电子方式，不能电子送达；请邮寄或者直接送达'),
  enclosureUnknown: row(
    'law',
    'ogi:40',
    '本案没有序号为{numbers}的“答复的附件”，或者已随以前的答复发出；请先收录材料，种类选“答复的附件”',
  ),
  enclosuresTooBig: row(
    'law',
    'ogi:40',
    '随答复提供的材料共{size} MB，超过邮件能带的{limit} MB，机关资料中又没有申请和查询的网址，申请人无处下载；请先填写网址，或者改用其他方式送达',
  ),
  sealAwaited: row(
    'state',
    'practice',
    '答复书还没有加盖电子印章，不能电子送达；请稍后再办理，或者打印出来加盖印章，邮寄或者直接送达',
  ),
  replyAlreadySent: row(
    'state',
    'ogi:33.2',
    '答复书已于{day}发出（{method}），不能重复发出；申请人收到的请记录送达，邮件退回的请先记录退回日期，再次发出',
  ),
  replyServed: row('law', 'practice', '答复书已于{day}送达，不能再记录退回；送达日期有误的，请重新记录送达日期'),
  publicNoticeTooSoon: row(
    'law',
    'practice',
    '公告送达以其他方式无法送达为前提；请先邮寄、直接送达或者委托送达，记录退回之后再公告',
  ),
  publicNoticeRunning: row('law', 'practice', '公告送达自发布之日起满{days}日（{limit}）才视为送达；请届时再记录'),
  letterNotIssued: row(
    'law',
    'practice',
    '本案没有发出过文书{letter}，不能记录它的送达；请核对文书代码和征求意见的编号',
  ),
  remedyMissing: row('state', 'practice', '本案没有可以办理“{command}”的{what}；请先记录提出，再记录答复和结果'),
  remedyAmbiguous: row('law', 'practice', '本案有几件{what}可以办理，请填写编号：{known}'),
  remedyNotOpen: row('state', 'practice', '“{id}”现在不能办理“{command}”；请核对编号和进度'),
  resultUnknown: row('law', 'practice', '没有“{given}”这种结果；请填写下列之一：{known}'),
  resultUnfit: row('law', 'litigation:89', '“{result}”只能是二审的结果，不能用于{instance}；请核对审级'),
  instanceOutOfOrder: row('state', 'litigation:85', '“{id}”现在不能记录{instance}裁判；请先按审级依次记录'),
  reviewNotDecided: row(
    'law',
    'litigation:45',
    '本案没有已经作出决定的行政复议，不能按复议后起诉记录；请先记录复议决定，或者改为直接起诉',
  ),
  suitPathDiffers: row('law', 'litigation:85', '“{id}”是按“{path}”起诉的，上诉时不能改变；请填写原来的起诉方式'),
  redoWithoutDecision: row(
    'law',
    'practice',
    '“{id}”还没有生效的纠正结果，不能据以开始重新答复；请先记录决定、裁判或者处理结果',
  ),
  redoNotRecorded: row(
    'law',
    'ogi:33.2',
    '本案还没有答复，原答复期限仍然有效；请先记录责令履行的复议决定、裁判或者投诉处理结果，再记录责令答复的期限',
  ),
  reviseReasonMissing: row('law', 'practice', '自行纠错应当写明理由，请写明后再办理'),
  redoDayFixed: row(
    'law',
    'ogi:33.2',
    '本次重新答复的期限（{limit}）由文书指定，行政机关不能自行延长；请在该日（含当日）以前答复',
  ),
  splitInRedo: row('law', 'practice', '本件正在重新答复，拆分会把同一申请计为几件；请在重新答复中逐项答复，不再拆分'),
  feeInRedo: row(
    'law',
    'fee:6',
    '本次重新答复的期限（{limit}）由文书指定，不因收费停止计算，不能再发收费通知；请继续办理答复',
  ),
  complaintResultMissing: row('law', 'ogi:51', '请写明投诉的处理结果后再办理'),
  rectificationEvidenceMissing: row('law', 'ogi:41', '申请更正应当有证据证明记录不准确，请记明申请人提供的证据'),
  rectificationReasonMissing: row('law', 'ogi:41', '更正处理告知书应当写明理由，请写明后再办理'),
  responsibleOrganMissing: row(
    'law',
    'ogi:41',
    '不属于本机关职能的，应当转送或者告知申请人向有权更正的机关提出；请填写有权更正的机关',
  ),
  supervisionEmpty: row('law', 'ogi:47.1', '{what}没有内容，请写明后再办理'),
  supervisionMissing: row(
    'state',
    'ogi:47.1',
    '本案没有等待答复的督办，不能办理“{command}”；请核对是不是这一件，收到督办之后再答复',
  ),
  settingUnknown: row('unknown', 'practice', '没有“{name}”这项设置；可以设置的有：{known}'),
  settingNotAllowed: row('law', 'practice', '“{setting}”不能设为{value}，可以设为：{allowed}'),
  settingFromPast: row(
    'law',
    'practice',
    '设置不能从过去的日期（{from}）起改变，已经办理的不因此改变；请填写{on}或者以后的日期',
  ),
  settingReasonMissing: row('law', 'practice', '改变设置应当写明理由，请写明后再办理'),
  reportPartMissing: row('law', 'ogi:50', '年度报告的{what}还没有填写，请填写后再公布'),
  reportUnsound: row('law', 'ogi:50', '{what}（{rule}），请核对后再公布'),
  reportCarryBroken: row(
    'law',
    'ogi:50',
    '{what}（{rule}）；请先更正上年报告，另出一版（上年报告是人工填写的，核对填写的数字和来源；上年结转的申请没有登记的，先补录），再公布本年报告{moved}',
  ),
  reportReasonMissing: row('law', 'ogi:50', '更正已公布的年度报告应当写明原因，请写明后再办理'),
  reportYearOpen: row('law', 'ogi:50', '{year}年还没有结束，年度报告可以先编制草稿，请在{from}以后公布'),
  reportFormOld: row('law', 'ogi:50', '{year}年的年度报告用2019年以前的格式，本系统不编制；请填写2019年以后的年份'),
  modelCaseOpen: row('law', 'practice', '案件还没有办结，不能作为典型案例；请在答复发出以后再推荐'),
  modelCaseDrill: row('law', 'practice', '演练不是真实的案件，不能作为典型案例；请推荐实际办理的案件'),
  modelCaseUnconfirmed: row(
    'law',
    'ogi:15',
    '案情和典型意义是人写的话，推荐人应当核对其中没有个人信息、商业秘密，并勾选确认；也可以不写，只用自动生成的摘要',
  ),
  modelCaseTells: row('law', 'ogi:15', '案情或者典型意义里有可以看出是谁的内容（{what}）；请改写后再提交'),
  modelCaseCopies: row('law', 'ogi:15', '案情或者典型意义照抄了申请书的原话（连续{least}个字以上）；请用自己的话概括'),
  modelCaseOwn: row('role', 'practice', '典型案例应当由推荐人以外的人审核；请交其他审核人员办理'),
  modelCaseReasonMissing: row('law', 'practice', '撤回、退回典型案例应当写明理由，请写明后再办理'),
  modelCaseReasonTells: row(
    'law',
    'ogi:15',
    '理由里有可以看出是谁的内容（{what}）；理由要长期保存，请只写属于哪一类问题，例如“案情里有姓名”',
  ),
  modelCaseEnded: row(
    'state',
    'practice',
    '这个典型案例已经{act}，不能再办理；仍要作为典型案例的，请由经办人在案件页面改写后重新推荐',
  ),
  publicationNotNow: row('state', 'ogi:44', '这一信息现在是“{state}”，不能{act}；现在可以办理：{permitted}'),
  publicationReasonMissing: row('law', 'ogi:44', '是否纳入主动公开的范围，应当写明理由，请写明后再办理'),
  publicationUnreviewed: row('law', 'ogi:17', '决定公开以前应当对拟公开的信息进行审查，请审查后勾选“已经审查”'),
  publicationPlaceMissing: row('law', 'ogi:44', '记录已经公开的，请写明在哪里可以查到，例如网址或者栏目'),
  suggestionNothingGiven: row(
    'state',
    'ogi:44.2',
    '本案还没有发出提供信息的答复，不能建议主动公开；建议针对的是已经依申请提供的信息，请在提供以后办理',
  ),
  suggestedAlready: row(
    'state',
    'ogi:44.2',
    '本案已于{day}建议主动公开，不用再次建议；是否主动公开由行政机关审核决定，结果可以在办理进度里查看',
  ),
  suggestionReasonMissing: row(
    'law',
    'ogi:44.2',
    '建议主动公开应当写明属于哪一种情形：涉及公众利益调整、需要公众广泛知晓或者需要公众参与决策，请至少选择一项',
  ),
  useRecordService: row('law', 'practice', '答复书的送达请用“记录送达”办理'),
} as const satisfies Record<string, RefusalRow>

export type RefusalCode = keyof typeof refusals

/** A refusal: a value, never an exception. Nothing of the case changes. */
export interface Refusal {
  readonly code: RefusalCode
  readonly kind: Kind
  readonly article: ArticleRef
  readonly zh: string
}

/** Names that people gave; they are told as given. */
const given = ['id', 'known', 'open', 'person', 'given']

/** Days in a Chinese sentence are written as Chinese days. */
const inWords = (value: string | number): string =>
  String(value).replace(/\b\d{4}-\d{2}-\d{2}\b/g, (day) => (isDay(day) ? inChinese(day as Day) : day))

/** A refusal in words. A placeholder without a value is a defect and throws. */
export const refuse = (code: RefusalCode, values: Readonly<Record<string, string | number>> = {}): Refusal => {
  const { kind, article, zh } = refusals[code]
  const words = zh.replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = values[name]
    if (value === undefined) throw new Error(`refusal ${code} needs ${name}`)
    return given.includes(name) ? String(value) : inWords(value)
  })
  return { code, kind, article, zh: words }
}

/** Something to know that stops nothing. */
export interface Warning {
  readonly code: string
  readonly zh: string
}
