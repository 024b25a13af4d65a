import { dated } from '../dated.js'
import { article } from './article.js'

/** 第32条 征求第三方意见 */
export const article32 = article(
  32,
  '征求第三方意见',
  '公开会损害第三方合法权益的，书面征求意见；第三方自收到之日起15个工作日内提出；逾期未提出的由机关依照条例决定；不同意且有合理理由的不公开；可能对公共利益造成重大影响的可以公开，并书面告知。',
)

/** The third party answers within this many working days of receiving the letter. */
export const thirdPartyPeriod = dated('ogi:32', [{ from: '2019-05-15', value: 15, cite: '国令711号 第三十二条' }])
