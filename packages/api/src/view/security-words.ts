import type { SecurityActName, SecurityResult } from '@zhiqing/db'
import { roleNames } from '@zhiqing/law'

/** What is done at the doors, by its code in the security log: each has its words, or it does not build. */
const acts: Readonly<Record<SecurityActName, string>> = {
  signIn: '登录',
  signOn: '统一身份认证登录',
  endSession: '结束一个登录',
  applicantSignOn: '申请人登录',
  applicantClose: '注销申请人账户',
  account: '核对本人密码',
  changePassword: '修改密码',
  enrolTotp: '绑定动态口令',
  create: '增加人员',
  resetPassword: '重置密码',
  resetTotp: '重置动态口令',
  giveRoles: '授予岗位',
  disable: '停用',
  enable: '恢复',
  unlock: '解除登录限制',
  recover: '在服务器上恢复管理员账号',
  joinSignOn: '关联统一身份',
  partSignOn: '解除关联统一身份',
  addOrgan: '增加机关',
  changeOrgan: '修改机关档案',
  fullLook: '查看完整的申请人信息',
  dossier: '调取案卷',
  fullDossier: '调取证件号码完整的案卷',
  attachment: '调取材料',
  receipt: '取登记回执（有查询码）',
  importNotice: '导入放假安排',
  calendarAddress: '日历订阅地址',
  exportCases: '导出案件列表',
  exportSecurityLog: '导出安全日志',
}

const results: Readonly<Record<SecurityResult, string>> = {
  ok: '成功',
  no: '用户名或者密码、口令不对',
  tooMany: '次数过多，没有核对',
  totpNeeded: '身份已经核对，还差动态口令',
  unknown: '统一身份没有关联本系统的人员',
  disabled: '账号已经停用',
  unproven: '统一身份认证平台的答复没有通过核对',
  down: '统一身份认证平台连接不上',
  misset: '统一身份认证平台不接受本系统的请求',
  cancelled: '没有在统一身份认证平台完成登录',
  strayed: '不是从登录页开始的，或者等得太久',
  made: '取得新地址，以前的失效',
  withdrawn: '收回地址',
}

/** A row of a later version may have a code that this one does not know: it is shown as it is. */
const named = (words: Readonly<Record<string, string>>, code: string): string => words[code] ?? code

export const actZh = (act: string): string => named(acts, act)
export const resultZh = (result: string): string => named(results, result)

/** What the record of an organ calls its fields. */
const organFields: Readonly<Record<string, string>> = {
  code: '机关代码',
  name: '名称',
  type: '种类',
  prefix: '文号代字',
  department: '政府信息公开工作机构',
  address: '地址',
  postcode: '邮政编码',
  telephone: '联系电话',
  hours: '办公时间',
  government: '本级人民政府',
  higherGovernment: '上一级人民政府',
  higherDepartment: '上一级主管部门',
  reconsiderationOrgan: '另行指定的复议机关',
  court: '集中管辖的法院',
  reviewOnlineUrl: '网上申请复议的网址',
  portalUrl: '申请和查询的网址',
  disclosureUrl: '主动公开的网址',
  channels: '公布的渠道',
  guide: '指南',
  supervisedBy: '主管部门',
}

/** After the colon of these acts stand codes, which have names. */
const codesAfter: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  giveRoles: roleNames,
  addOrgan: organFields,
  changeOrgan: organFields,
}

/** What was acted on, its codes in words; the row keeps them as they are. */
export const subjectZh = (act: string, subject: string | null): string | null => {
  const names = codesAfter[act]
  const [whom = '', codes] = subject?.split('：') ?? []
  if (!names || !codes) return subject
  return `${whom}：${codes
    .split(' ')
    .map((code) => names[code] ?? code)
    .join('、')}`
}

/** Every kind of act that has a name, to choose from. */
export const securityActs: Readonly<Record<string, string>> = acts
