import { article } from './article.js'

/** 第35条 数量、频次明显超过合理范围 */
export const article35 = article(
  35,
  '数量、频次明显超过合理范围',
  '可以要求申请人说明理由；理由不合理的告知不予处理；理由合理但无法在期限内答复的，可以确定延迟答复的合理期限并告知。',
)

/**
 * 35: working days for the applicant to give reasons. The law names none: `usual` is our reading, `least` and `most` what we
 * take for reasonable (rulebook R34 [I]).
 */
export const reasonsReplyPeriod = { least: 5, usual: 10, most: 30 } as const
