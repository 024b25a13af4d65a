/** What is done at the doors, by its code in the security log. A code without a name is shown as it is. */
const acts: Readonly<Record<string, string>> = {
  signIn: '登录',
  signOn: '统一身份认证登录',
  endSession: '结束一个登录',
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
  joinSignOn: '关联统一身份',
  partSignOn: '解除关联统一身份',
  addOrgan: '增加机关',
  changeOrgan: '修改机关档案',
  fullLook: '查看完整的申请人信息',
  dossier: '调取案卷',
  attachment: '调取材料',
  receipt: '取登记回执（有查询码）',
  importNotice: '导入放假安排',
  calendarAddress: '日历订阅地址',
  exportSecurityLog: '导出安全日志',
}

const results: Readonly<Record<string, string>> = {
  ok: '成功',
  no: '用户名或者密码、口令不对',
  tooMany: '次数过多，没有核对',
  totpNeeded: '密码正确，还差动态口令',
}

export const actZh = (act: string): string => acts[act] ?? act
export const resultZh = (result: string): string => results[result] ?? result

/** Every kind of act that has a name, to choose from. */
export const securityActs = acts
