import { article } from './article.js'

/** 第54条 授权组织 */
export const article54 = article(54, '授权组织', '法律、法规授权管理公共事务的组织公开信息，适用条例。')
