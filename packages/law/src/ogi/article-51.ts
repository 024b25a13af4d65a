import { article } from './article.js'

/** 第51条 救济 */
export const article51 = article(
  51,
  '救济',
  '认为行政机关侵犯其合法权益的，可以向上一级机关或者政府信息公开工作主管部门投诉、举报，也可以依法申请复议或者提起诉讼。',
)
