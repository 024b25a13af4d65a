import { article } from './article.js'

/** 第27条 谁可以申请 */
export const article27 = article(
  27,
  '谁可以申请',
  '公民、法人或者其他组织可以向各级政府及其部门、以自己名义履职的派出机构和内设机构申请。',
)
