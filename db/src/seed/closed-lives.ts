import { applicants as who } from './applicants.js'
import { begun, byEmail, byHand, byPost, type Life, online, onlineByMail } from './life.js'
import { archived, askedToCorrect, consulted, searched, sent, signed, signedToGive } from './steps.js'

const [QHZR, QHZF, QHZ] = ['QHZR', 'QHZF', 'QHZ']

const priceStandards = '青禾镇东河村2023年第5批次建设用地征收的补偿标准和青苗补偿费发放依据'

/** Closed cases; their outcomes are spread about as in yearly reports (research/users.md §6). */
export const closedLives: readonly Life[] = [
  // 予以公开，第三方同意
  begun(
    { organ: QHZR, who: who.dingNing, asks: '东湖公园改造地块土地使用权转让合同', way: onlineByMail, back: 34 },
    searched(31, ['东湖公园', '转让合同'], true),
    ...consulted(30, '青禾县文旅投资有限公司', '合同价款可能涉及商业秘密'),
    [21, 'recordOpinion', { id: '第三方1', opinion: 'consent' }],
    [18, 'decide', { outcome: 'G2', items: ['土地使用权转让合同'], route: '以电子邮件发送扫描件' }],
    ...signedToGive(14),
    ...sent(13, 'electronic'),
  ),
  // 视为放弃
  begun(
    { organ: QHZ, who: who.ouyang, asks: '有关部门的材料', way: online, back: 45 },
    ...askedToCorrect(41, '请写明所需信息的名称、文号或者其他特征'),
    [26, 'confirmLapse'],
  ),
  // 撤回
  begun({ organ: QHZ, who: who.liuFang, asks: '青禾镇卫生院扩建项目资金来源', way: byHand, back: 22 }, [
    16,
    'withdrawRequest',
  ]),
  // 予以公开，已归档
  begun(
    { organ: QHZF, who: who.institute, asks: '青禾县第三次农业普查分乡镇主要数据', way: byEmail, back: 78 },
    searched(74, ['农业普查', '分乡镇'], true),
    [68, 'decide', { outcome: 'G2', items: ['第三次农业普查分乡镇主要数据表'], route: '以电子邮件发送' }],
    ...signedToGive(64),
    ...sent(63, 'electronic'),
    archived(30),
  ),
  // 已主动公开，已归档
  begun(
    { organ: QHZF, who: who.zhaoMin, asks: '青禾县国民经济和社会发展第十四个五年规划纲要', way: online, back: 66 },
    [64, 'acceptForm'],
    [63, 'decide', { outcome: 'G1', where: '县人民政府门户网站“规划计划”栏目，网址见附页' }],
    ...signed(59),
    ...sent(58),
    archived(20),
  ),
  // 延期后予以公开，已归档
  begun(
    { organ: QHZR, who: who.wangQiang, asks: '青禾县2010年以来历次基准地价调整文件', way: byPost, back: 95 },
    searched(88, ['基准地价'], true),
    [78, 'extendReply', { workingDays: 15, reason: '所需文件年代跨度大，需要逐卷核对纸质档案' }],
    [
      67,
      'decide',
      { outcome: 'G2', items: ['2010年、2014年、2018年、2022年基准地价文件'], route: '随本告知书邮寄复印件' },
    ],
    ...signedToGive(63),
    ...sent(62),
    archived(15),
  ),
  // 部分公开，已归档
  begun(
    { organ: QHZF, who: who.lawyers, asks: '县政府对城南片区征收补偿方案的批复及附件', way: byPost, back: 58 },
    searched(54, ['城南片区', '征收补偿方案'], true),
    [
      48,
      'decide',
      {
        outcome: 'G3',
        given: ['批复正文', '补偿方案'],
        withheld: ['附件三：被征收户家庭情况表'],
        grounds: ['W4'],
        reasons: '附件三载有被征收户的家庭成员、身份证号码等个人隐私，公开会损害其合法权益；其余内容予以公开。',
      },
    ],
    ...signedToGive(43),
    ...sent(42),
    archived(12),
  ),
  // 部分公开
  begun(
    { organ: QHZR, who: who.society, asks: '青禾湿地周边采矿权设置和巡查情况', way: byPost, back: 31 },
    searched(27, ['青禾湿地', '采矿权', '巡查'], true),
    [
      20,
      'decide',
      {
        outcome: 'G3',
        given: ['采矿权设置情况表'],
        withheld: ['巡查工作底稿'],
        grounds: ['W6'],
        reasons: '巡查工作底稿是履行职责过程中形成的过程稿；其余内容予以公开。',
      },
    ],
    ...signedToGive(16),
    ...sent(15),
  ),
  // 信息不存在，已归档；同一申请人后来又申请
  begun(
    { organ: QHZR, who: who.zhang, asks: priceStandards, way: byHand, back: 62 },
    searched(57, ['东河村', '第5批次', '青苗补偿'], false),
    [
      51,
      'decide',
      { outcome: 'N1', reasons: '经检索档案和办公系统，该批次用地补偿由镇人民政府组织发放，本机关未制作、未保存。' },
    ],
    ...signed(47),
    ...sent(46),
    archived(14),
  ),
  // 非本机关掌握，已归档
  begun(
    { organ: QHZ, who: who.maShulan, asks: '青禾镇中心小学教师编制核定文件', way: byHand, back: 52 },
    [
      49,
      'divert',
      {
        outcome: 'N2',
        responsibleOrgan: '青禾县教育局',
        contact: '0999-6840000',
        reasons: '教师编制由县教育局会同编制部门核定，不属于本机关职责。',
      },
    ],
    ...signed(45),
    ...sent(44),
    archived(10),
  ),
  // 信息不存在，正在诉讼
  begun(
    { organ: QHZ, who: who.fangYuan, asks: '青禾镇西坡村2016年道路硬化工程验收单', way: byPost, back: 30 },
    [26, 'requestAssistance', { id: '协查1', unit: '村镇建设办', question: '请查找该工程验收单' }],
    [21, 'giveAssistance', { id: '协查1', findings: '查2015至2018年工程档案，没有该工程验收单' }],
    searched(20, ['西坡村', '道路硬化', '验收'], false),
    [16, 'decide', { outcome: 'N1', reasons: '经检索并向村镇建设办核实，没有找到该验收单。' }],
    ...signed(12),
    ...sent(11),
    [3, 'fileLitigation', { path: 'direct', filedOn: '@5', court: '青禾县人民法院' }],
  ),
  // 第三方不同意，不予公开；正在复议
  begun(
    { organ: QHZR, who: who.yuWenbin, asks: '青禾水泥厂矿山采矿权评估报告', way: online, back: 40 },
    searched(37, ['青禾水泥厂', '评估报告'], true),
    ...consulted(36, '青禾水泥有限责任公司', '评估报告载有储量和成本数据'),
    [27, 'recordOpinion', { id: '第三方1', opinion: 'object', reasons: '报告中的成本和储量数据是我公司商业秘密' }],
    [
      23,
      'decide',
      {
        outcome: 'W4',
        consultation: '第三方1',
        reasons:
          '报告中的储量、成本数据未公开且具有商业价值，第三方不同意公开，不公开不会对公共利益造成重大影响；数据贯穿全文，不能区分处理。',
      },
    ],
    ...signed(19),
    ...sent(18),
    [9, 'fileReconsideration', { procedure: 'simplified', filedOn: '@12', body: '青禾县人民政府' }],
    [6, 'answerReconsideration'],
  ),
  // 信访事项，已归档
  begun(
    { organ: QHZ, who: who.liuFang, asks: '请镇里解释为何不处理邻居占道并给予赔偿', way: byHand, back: 48 },
    [
      46,
      'divert',
      {
        outcome: 'Z1',
        channelTold: '请向青禾镇信访接待室（建设路6号一楼）提出，电话0999-6820007',
        reasons: '来件反映邻里占道纠纷并要求处理、赔偿，是以政府信息公开申请的形式进行信访。',
      },
    ],
    ...signed(42),
    ...sent(41),
    archived(8),
  ),
]
