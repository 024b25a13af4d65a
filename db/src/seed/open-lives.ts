import { applicants as who } from './applicants.js'
import { begun, byEmail, byFax, byHand, byPost, came, type Life, online, onlineByMail } from './life.js'
import { askedToCorrect, consulted, searched, sent, signed } from './steps.js'

const [QHZR, QHZF, QHZ] = ['QHZR', 'QHZF', 'QHZ']

const priceStandards = '青禾镇东河村2023年第5批次建设用地征收的补偿标准和青苗补偿费发放依据'

/** Open cases, one in each open state at least; some are near their day, one is past it, one is suspended. */
export const openLives: readonly Life[] = [
  // 待双方确认
  came({ organ: QHZR, who: who.heXiuying, asks: '本户宅基地确权登记的审批材料', way: byFax, back: 1 }),
  // 已接收
  came({ organ: QHZF, who: who.huangLei, asks: '青禾县2025年度财政预算调整方案', way: onlineByMail, back: 0 }),
  // 已登记；与同一申请人以前的申请内容相同
  came({ organ: QHZR, who: who.zhang, asks: priceStandards, way: byHand, back: 2 }, [1, 'registerRequest']),
  // 形式审查
  begun({ organ: QHZ, who: who.guli, asks: '青禾镇2024年农村低保对象公示名单', way: byPost, back: 6 }),
  // 待补正，期限内
  begun(
    { organ: QHZR, who: who.zhouTao, asks: '关于土地的所有文件', way: online, back: 9 },
    ...askedToCorrect(6, '“所有文件”指向不明，请写明文件名称、文号或者其他特征', '请写明所涉地块的位置'),
  ),
  // 待补正，期限已过，待确认逾期
  begun(
    { organ: QHZ, who: who.sunDawei, asks: '镇里的账', way: byHand, back: 25 },
    ...askedToCorrect(22, '请写明需要哪一年度、哪一项目的财务信息'),
  ),
  // 职责区分
  begun({ organ: QHZF, who: who.fangYuan, asks: '县人民医院新院区选址论证报告', way: byPost, back: 4 }, [
    3,
    'acceptForm',
  ]),
  // 待说明理由，告知书已经送达
  begun(
    { organ: QHZF, who: who.lawyers, asks: '县政府办公室2025年各月收文登记簿', way: byPost, back: 11 },
    [8, 'askReasons', { months: 6, requests: 84 }],
    [5, 'recordLetterService', { letter: 'P02', servedOn: '@5' }],
  ),
  // 检索协查，征求第三方意见，期限中止
  begun(
    {
      organ: QHZR,
      who: who.company,
      asks: '青自然资出〔2024〕11号地块成交结果及竞得人提交的开发方案',
      title: '青自然资出〔2024〕11号地块成交结果',
      way: byEmail,
      back: 12,
    },
    searched(10, ['11号地块', '成交'], true),
    ...consulted(9, '清川恒业置业有限公司', '开发方案可能涉及该公司的商业秘密'),
  ),
  // 检索协查，内部协查
  begun({ organ: QHZF, who: who.wangQiang, asks: '老城区供水管网改造工程招标文件', way: byHand, back: 10 }, [
    7,
    'requestAssistance',
    { id: '协查1', unit: '县住房和城乡建设局', question: '请查找该工程招标文件并于期限前反馈', dueOn: '@-2' },
  ]),
  // 会商
  begun({ organ: QHZR, who: who.lawyers, asks: '青禾县矿产资源总体规划的环境影响评价文件', way: byPost, back: 14 }, [
    8,
    'openDiscussion',
    { question: '环评文件是否由本机关保存、能否公开', members: ['县生态环境分局', '法规股', '矿管股'] },
  ]),
  // 内容研判，已超期，主管部门催办、督办
  begun(
    { organ: QHZR, who: who.maShulan, asks: '城南片区拆迁安置房土地出让合同', way: byPost, back: 24 },
    searched(20, ['城南片区', '安置房', '出让合同'], true),
    [2, 'chaseCase', { opinion: '本件已超过答复期限，请尽快答复申请人。' }],
    [1, 'orderSupervision', { order: '请书面说明逾期的原因和答复的时间安排。', dueOn: '@-5' }],
  ),
  // 待缴费，收费通知已经送达
  begun(
    {
      organ: QHZF,
      who: who.committee,
      asks: '东河村污水处理站项目全部施工图纸、监理日志和验收资料的复印件',
      way: byPost,
      back: 18,
    },
    searched(12, ['东河村', '污水处理站', '施工图', '监理日志'], true),
    [9, 'chargeFee', { basis: 'perPage', pages: 260 }],
    [6, 'recordLetterService', { letter: 'L06', servedOn: '@6' }],
  ),
  // 拟稿，临近期限
  begun(
    { organ: QHZ, who: who.zhaoMin, asks: '青禾镇2022年村级公益事业一事一议项目清单', way: byHand, back: 19 },
    searched(12, ['一事一议', '2022'], true),
    [6, 'decide', { outcome: 'G2', items: ['2022年村级公益事业一事一议项目清单'], route: '随本告知书邮寄复印件' }],
  ),
  // 审核
  begun(
    { organ: QHZR, who: who.yuWenbin, asks: '建设路东延工程规划许可的附图', way: onlineByMail, back: 15 },
    searched(11, ['建设路', '规划许可'], true),
    [4, 'decide', { outcome: 'G2', items: ['建设工程规划许可证附图'], route: '以电子邮件发送扫描件' }],
    [1, 'submitDraft', { text: '经检索，您申请的信息本机关予以公开。' }],
  ),
  // 签发
  begun(
    { organ: QHZF, who: who.chenYan, asks: '县政府常务会议2024年第7次会议纪要', way: byPost, back: 17 },
    searched(13, ['常务会议', '2024年第7次'], true),
    [
      6,
      'decide',
      {
        outcome: 'W6',
        category: '讨论记录',
        reasons: '该次会议所议事项尚在研究，纪要全文记录各方讨论意见，未对外生效，不能区分处理。',
      },
    ],
    [3, 'submitDraft'],
    [1, 'approveDraft', { opinion: '同意。' }],
  ),
  // 已制发，在邮寄途中
  begun(
    { organ: QHZR, who: who.linJie, asks: '青禾县2024年国土变更调查主要数据', way: online, back: 19 },
    searched(14, ['国土变更调查', '2024'], true),
    [8, 'decide', { outcome: 'G1', where: '县人民政府门户网站“自然资源—统计数据”栏目，2025年3月发布' }],
    ...signed(2),
    ...sent(1).slice(0, 1),
  ),
]
