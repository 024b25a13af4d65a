import type { Organ } from '@zhiqing/law'

/** 青禾县 does not exist; neither do its telephones. What the three organs have in common. */
const common = {
  hours: '工作日 8:30—12:00，14:00—17:30',
  postcode: '000000',
  reviewOnlineUrl: 'https://xzfy.qinghe.example',
  portalUrl: null,
  reconsiderationOrgan: null,
  higherDepartment: null,
} as const

/** The county's own office is the competent department of what the county has (条例 3). */
export const demoSupervisor = 'QHZF'

/** Three organs of different kinds: another review organ and another court each (复议法 24, 行诉法 14–15). */
export const demoOrgans: readonly Organ[] = [
  {
    ...common,
    name: '青禾县自然资源局',
    type: 'countyDepartment',
    prefix: '青自然资',
    code: 'QHZR',
    department: '办公室（政府信息公开工作机构）',
    address: '青禾县青禾镇人民路18号',
    telephone: '0999-6810018',
    government: '青禾县人民政府',
    higherGovernment: '清川市人民政府',
    higherDepartment: '清川市自然资源局',
    court: '青禾县人民法院',
    channels: { online: '2019-05-15', email: '2019-05-15', fax: '2019-05-15' },
    disclosureUrl: 'https://www.qinghe.example/zrzyj/zwgk',
    guide: {
      updatedOn: '2026-03-16',
      categories: [
        '征地批文、征地公告、补偿安置方案',
        '国土空间规划',
        '不动产登记的规定和办事指南',
        '矿业权、土地的出让公告和结果',
      ],
      fax: '0999-6810019',
      email: 'zrzyj-gongkai@qinghe.example',
    },
  },
  {
    ...common,
    name: '青禾县人民政府',
    type: 'countyGovernment',
    prefix: '青政',
    code: 'QHZF',
    department: '县人民政府办公室政务公开股',
    address: '青禾县青禾镇人民路1号',
    telephone: '0999-6810001',
    government: '青禾县人民政府',
    higherGovernment: '清川市人民政府',
    court: '清川市中级人民法院',
    channels: { online: '2019-05-15', email: '2019-05-15' },
    disclosureUrl: 'https://www.qinghe.example/zwgk',
    guide: {
      updatedOn: '2026-01-12',
      categories: ['县政府文件、县政府办文件', '规划、预算、决算', '重大项目、政府采购', '政府信息公开工作年度报告'],
      fax: null,
      email: 'xzfb-gongkai@qinghe.example',
    },
  },
  {
    ...common,
    name: '青禾镇人民政府',
    type: 'township',
    prefix: '青镇政',
    code: 'QHZ',
    department: '党政办公室',
    address: '青禾县青禾镇建设路6号',
    telephone: '0999-6820006',
    government: '青禾镇人民政府',
    higherGovernment: '青禾县人民政府',
    court: '青禾县人民法院',
    channels: { online: '2020-03-02' },
    disclosureUrl: 'https://www.qinghe.example/qhz',
    guide: { updatedOn: '2025-11-03', categories: ['镇政府文件', '惠民补贴的发放', '村庄规划'] },
  },
]
