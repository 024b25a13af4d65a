import { type Article, articleOf } from './ogi/article.js'

/** Articles of the 民法典 and the 档案法 on which a rule rests: how periods are counted, and what went to the archives. */
export const neighbourArticles: readonly Article[] = [
  articleOf('civil', 201, '起算', '按日计算期间的，开始的当日不计入，自次日起算。'),
  articleOf('civil', 202, '按月计算', '按月计算的，到期月的对应日为最后一日；没有对应日的，月末日为最后一日。'),
  articleOf('civil', 203, '最后一日', '最后一日是法定休假日的，以休假日结束的次日为最后一日；到二十四时止。'),
  articleOf(
    'archives',
    15,
    '移交',
    '到期的档案向国家档案馆移交；移交前，由原机关按条例答复；移交后，按档案的规定利用。',
  ),
]
