import { type ApplicantKind, applicantKinds, mediumNames, methodNames } from '@zhiqing/law'
import type { Choice } from '../look/choices.js'

/** The fields of the form, by the names of the command's schema, in the order of the page. */
export const fieldNames = [
  'applicant.kind',
  'agency',
  'applicant.name',
  'applicant.idType',
  'applicant.idNumber',
  'applicant.agent',
  'applicant.phone',
  'applicant.email',
  'applicant.address',
  'information.description',
  'information.title',
  'information.documentNumber',
  'information.period',
  'form.medium',
  'form.method',
  'form.otherWay',
] as const
export type FieldName = (typeof fieldNames)[number]

export const fieldLabels: Readonly<Record<FieldName, string>> = {
  'applicant.kind': '谁要申请',
  agency: '有没有代理人',
  'applicant.name': '姓名或者单位名称',
  'applicant.idType': '证件类型',
  'applicant.idNumber': '证件号码',
  'applicant.agent': '代理人姓名',
  'applicant.phone': '电话',
  'applicant.email': '电子邮箱',
  'applicant.address': '通信地址',
  'information.description': '您想要什么信息',
  'information.title': '文件或者信息的名称',
  'information.documentNumber': '文号',
  'information.period': '时间范围',
  'form.medium': '要纸质的还是电子的',
  'form.method': '用什么方式给您',
  'form.otherWay': '按这种方式给不了的时候',
}

/** Longest input, as in the command's schema. */
export const mostCharacters: Readonly<Partial<Record<FieldName, number>>> = {
  'applicant.name': 100,
  'applicant.idType': 40,
  'applicant.idNumber': 40,
  'applicant.agent': 100,
  'applicant.phone': 40,
  'applicant.email': 254,
  'applicant.address': 200,
  'information.description': 10_000,
  'information.title': 300,
  'information.documentNumber': 100,
  'information.period': 100,
}

const kindWords: Readonly<Record<ApplicantKind, readonly [label: string, hint?: string]>> = {
  natural: ['个人'],
  commercial: ['企业', '公司、工厂、合作社、个体商户'],
  research: ['科研机构', '研究院、研究所、高等学校'],
  social: ['社会公益组织', '基金会、慈善组织、志愿团体'],
  legal: ['法律服务机构', '律师事务所、法律服务所'],
  other: ['其他组织', '以上都不是的，例如村委会、业主委员会'],
}

/** The six kinds of the yearly report, in words people know. */
export const kindChoices: readonly Choice[] = (Object.keys(applicantKinds) as ApplicantKind[]).map((value) => {
  const [label, hint] = kindWords[value]
  return { value, label, hint }
})

const idTypes = [
  '居民身份证',
  '统一社会信用代码',
  '港澳台居民居住证',
  '护照',
  '港澳居民来往内地通行证',
  '台湾居民来往大陆通行证',
  '军官证',
  '其他证件',
]

export const idTypeChoices: readonly Choice[] = [
  { value: '', label: '请选择' },
  ...idTypes.map((value) => ({ value, label: value })),
]

export const mediumChoices: readonly Choice[] = [
  { value: 'paper', label: mediumNames.paper },
  { value: 'electronic', label: mediumNames.electronic },
]

export const methodChoices: readonly Choice[] = [
  { value: 'mail', label: methodNames.mail, hint: '寄到您写的通信地址' },
  { value: 'email', label: methodNames.email, hint: '发到您写的电子邮箱' },
  { value: 'pickup', label: methodNames.pickup },
  { value: 'inspection', label: methodNames.inspection, hint: '到机关看，可以抄录' },
  { value: 'online', label: methodNames.online, hint: '在本网站查询进度时下载' },
]

export const agencyChoices: readonly Choice[] = [
  {
    value: 'yes',
    label: '我是代理人，替别人申请',
    hint: '要有委托书。委托书和双方的身份证明可以在后面上传，也可以以后补交。',
  },
]

export const otherWayChoices: readonly Choice[] = [{ value: 'yes', label: '可以用别的方式给我' }]

export const choicesOf: Readonly<Partial<Record<FieldName, readonly Choice[]>>> = {
  'applicant.kind': kindChoices,
  agency: agencyChoices,
  'applicant.idType': idTypeChoices,
  'form.medium': mediumChoices,
  'form.method': methodChoices,
  'form.otherWay': otherWayChoices,
}
