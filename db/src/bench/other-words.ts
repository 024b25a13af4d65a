/** Numbers that are the same for a seed (mulberry32). */
export const chanceOf = (seed: number): (() => number) => {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

const surnames = '王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎'
const given = '伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀霞平刚桂兰英华玉红梅文斌建国志远海晓佳怡松立新秋实俊慧春生帆正道高'
const towns = ['青禾', '东湾', '西坡', '南岭', '北塘', '石桥', '柳河', '清水', '白沙', '双河', '大坝', '新丰']
const villages = [
  '东河',
  '西坡',
  '上湾',
  '下湾',
  '前进',
  '红旗',
  '李家庄',
  '王家坪',
  '桃园',
  '松林',
  '梨树沟',
  '三岔口',
]
const asked = [
  '第%n批次建设用地征收的补偿标准和青苗补偿费发放依据',
  '国有土地上房屋征收补偿决定及其送达回证',
  '农村宅基地确权登记的审批材料',
  '污水处理站项目的施工图纸、监理日志和验收资料',
  '第%n号地块的成交结果及竞得人提交的开发方案',
  '财政专项扶贫资金的分配、使用和绩效评价情况',
  '道路硬化工程的招标文件、中标通知书、施工合同和决算审计报告',
  '农村低保对象的公示名单和动态调整情况',
  '采矿权设置、延续的审批文件和环境影响评价批复',
  '集体土地征地补偿安置方案、听证笔录和社会稳定风险评估报告',
  '中小学教师编制的核定文件',
  '老旧小区改造的实施方案和资金来源',
  '行政处罚决定书文号第%n号的全部案卷材料',
  '不动产登记的原始档案和权属来源证明',
  '高标准农田建设项目的规划图和资金拨付凭证',
  '水库移民后期扶持资金的发放花名册',
]
const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]

const pick = <T>(of: ArrayLike<T>, chance: number): T => of[Math.floor(chance * of.length)] as T

/** Of no region there is, and with a right last digit (as the demo's people). */
const idNumber = (n: number): string => {
  const body = `99992119${50 + (n % 50)}0${1 + (n % 9)}${10 + (n % 19)}${String(n % 1000).padStart(3, '0')}`
  return body + '10X98765432'[weights.reduce((sum, weight, i) => sum + weight * Number(body[i]), 0) % 11]
}

/** Somebody of a town of forty thousand; the same number is the same person. */
export const person = (n: number): { readonly name: string; readonly idNumber: string } => {
  const next = chanceOf(n + 1)
  const name = pick(surnames, next()) + pick(given, next()) + (next() < 0.8 ? pick(given, next()) : '')
  return { name, idNumber: idNumber(n) }
}

/** What somebody asks for; one in twenty writes a whole page. */
export const request = (next: () => number): string => {
  const one = (): string =>
    `${pick(towns, next())}镇${pick(villages, next())}村${2010 + Math.floor(next() * 16)}年${pick(asked, next()).replace('%n', String(1 + Math.floor(next() * 60)))}`
  return next() < 0.95 ? one() : `${Array.from({ length: 12 }, one).join('；')}，以及有关的会议纪要、请示和批复。`
}
