import type { Applicant } from '@zhiqing/casework'

const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]

/** A number that passes its check digit and belongs to nobody: no region has the code 999921. */
const idNumber = (birthday: string, serial: string): string => {
  const body = `999921${birthday}${serial}`
  const sum = weights.reduce((total, weight, i) => total + weight * Number(body[i]), 0)
  return `${body}${'10X98765432'[sum % 11]}`
}

/** Somebody who asks: telephone and address are made up from the serial. */
const citizen = (name: string, birthday: string, serial: string, more: Partial<Applicant> = {}): Applicant => ({
  kind: 'natural',
  name,
  idType: '居民身份证',
  idNumber: idNumber(birthday, serial),
  phone: `13800000${serial}`,
  address: `青禾县青禾镇和平路${Number(serial)}号`,
  ...more,
})

const body = (kind: Applicant['kind'], name: string, agent: string, email: string): Applicant => ({
  kind,
  name,
  idType: '统一社会信用代码',
  phone: '0999-6830000',
  email,
  address: '青禾县经济开发区创业路9号',
  agent,
})

/** Who asks in the demo: mostly citizens, and one of each other kind (annual report, table three). */
export const applicants = {
  zhang: citizen('张桂兰', '19630412', '101'),
  chenYan: citizen('陈䶮', '19880923', '102'),
  linJie: citizen('林㛃', '19951107', '103', { email: 'linjie@example.com' }),
  wangQiang: citizen('王强', '19790305', '104'),
  liuFang: citizen('刘芳', '19840616', '105', { email: 'liufang@example.com' }),
  zhaoMin: citizen('赵敏', '19910228', '106'),
  sunDawei: citizen('孙大伟', '19700101', '107'),
  maShulan: citizen('马淑兰', '19560730', '108', { agent: '马建军' }),
  huangLei: citizen('黄磊', '19861212', '109', { email: 'huanglei@example.com' }),
  ouyang: citizen('欧阳修齐', '19900519', '110', { email: 'ouyang@example.com' }),
  guli: citizen('古丽娜尔·买买提', '19930808', '111'),
  zhouTao: citizen('周涛', '19820404', '112'),
  heXiuying: citizen('何秀英', '19680909', '113'),
  yuWenbin: citizen('余文斌', '19770217', '114', { email: 'yuwenbin@example.com' }),
  dingNing: citizen('丁宁', '19970621', '115', { email: 'dingning@example.com' }),
  fangYuan: citizen('方圆', '19890813', '116'),
  company: body('commercial', '青禾县绿源农业开发有限公司', '谢经理', 'lvyuan@example.com'),
  institute: body('research', '清川农业大学土地资源研究所', '白教授', 'tudi@example.com'),
  society: body('social', '青禾县野生动植物保护协会', '江秘书长', 'baohu@example.com'),
  lawyers: body('legal', '清川正平律师事务所', '田律师', 'zhengping@example.com'),
  committee: body('other', '青禾镇东河村业主代表小组', '严代表', 'donghe@example.com'),
} as const satisfies Record<string, Applicant>
