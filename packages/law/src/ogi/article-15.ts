import { article } from './article.js'

/** 第15条 第三方权益 */
export const article15 = article(
  15,
  '第三方权益',
  '涉及商业秘密、个人隐私等、公开会损害第三方合法权益的不得公开；第三方同意，或者不公开会对公共利益造成重大影响的，予以公开。',
)
