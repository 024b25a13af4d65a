/**
 * 用印: which documents bear the organ's seal (rulebook §5.2 `seal_ref`, R52, R57a). What leaves in the organ's name does; a
 * form that somebody else fills in and a paper of the file do not.
 */
export const sealedLetters = {
  P01: true, // 补正告知书
  P02: true, // 说明理由告知书
  P03: true, // 延期答复告知书
  P04: true, // 征求意见书（第三方）
  P05: true, // 征求意见告知书（致申请人）
  P06: true, // 依申请公开告知书（致第三方）
  P07: true, // 征求意见书（共同制作机关、其他机关）
  S01: true,
  S02: true,
  S03: true,
  S04: true,
  S05: true,
  S06: true,
  S07: true,
  S08: true,
  S09: true,
  S10: true,
  S11: true,
  S12: true,
  S13: true,
  S14: true,
  S15: true,
  S16: true,
  S17: true,
  S18: true,
  S19: true,
  S20: true,
  S21: true,
  L01: false, // 申请表: the applicant's
  L02: false, // 登记表: the file's
  L03: true, // 登记回执
  L04: false, // 征求意见确认函: the third party's
  L05: true, // 协查函
  L06: true, // 收费通知书
  L07: false, // 送达回证: signed by who receives
  L08: false, // 拟办、审核、签发单: the file's
  L09: false, // 公开审查呈批单: the file's
  L10: false, // 会商纪要: the file's
  L11: false, // 检索记录: the file's
  L12: true, // 延迟答复告知书
  L13: true, // 更正处理告知书
  L14: false, // 案卷目录: the file's
  L15: true, // 不再处理告知书、终结通知
  L16: false, // 台账卡: the file's
  E01: false, // 邮件详情单: for the post
} as const satisfies Record<string, boolean>

/** Does a document of this code bear the organ's seal? One that the table does not know does not. */
export const bearsSeal = (code: string): boolean =>
  Object.hasOwn(sealedLetters, code) && sealedLetters[code as keyof typeof sealedLetters]
