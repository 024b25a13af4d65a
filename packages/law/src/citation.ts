/** The instruments the product cites, with the name printed on paper. */
export const instruments = {
  ogi: {
    title: '中华人民共和国政府信息公开条例',
    number: '国务院令第711号',
    publishedOn: '2019-04-03',
    effectiveFrom: '2019-05-15',
    checkedOn: '2026-11-21',
  },
  fee: {
    title: '政府信息公开信息处理费管理办法',
    number: '国办函〔2020〕109号',
    publishedOn: '2020-11-17',
    effectiveFrom: '2021-01-01',
    checkedOn: '2026-11-21',
  },
  reconsideration: {
    title: '中华人民共和国行政复议法',
    number: '主席令第9号',
    publishedOn: '2023-09-01',
    effectiveFrom: '2024-01-01',
    checkedOn: '2026-11-21',
  },
  litigation: {
    title: '中华人民共和国行政诉讼法',
    number: '主席令第71号',
    publishedOn: '2017-06-27',
    effectiveFrom: '2017-07-01',
    checkedOn: '2026-11-21',
  },
  civil: {
    title: '中华人民共和国民法典',
    number: '主席令第45号',
    publishedOn: '2020-05-28',
    effectiveFrom: '2021-01-01',
    checkedOn: '2026-11-21',
  },
  archives: {
    title: '中华人民共和国档案法',
    number: '主席令第47号',
    publishedOn: '2020-06-20',
    effectiveFrom: '2021-01-01',
    checkedOn: '2026-11-21',
  },
} as const

export type Instrument = keyof typeof instruments

/**
 * An article in code: `ogi:33.2` is 第三十三条第二款, `ogi:36(3)` is 第三十六条第（三）项, `ogi:30` a whole article.
 * `practice` where no article speaks.
 */
export type ArticleRef =
  | `${Instrument}:${number}`
  | `${Instrument}:${number}(${number})`
  | `${Instrument}:${number}.${number}(${number})`
  | 'practice'

const ones = ['', '一', '二', '三', '四', '五', '六', '七', '八', '九']

/** 1–999 in Chinese figures, as article numbers are written: 33 → 三十三, 108 → 一百零八. */
export const chineseNumber = (value: number): string => {
  const hundreds = Math.floor(value / 100)
  const tens = Math.floor((value % 100) / 10)
  const one = value % 10
  const head = hundreds ? `${ones[hundreds]}百` : ''
  const ten = tens ? `${tens === 1 && !hundreds ? '' : ones[tens]}十` : hundreds && one ? '零' : ''
  return head + ten + ones[one]
}

const form = /^([a-z]+):(\d+)(?:\.(\d+))?(?:\((\d+)\))?$/

const parse = (ref: ArticleRef) => {
  const [, key = '', article = '', paragraph, item] = form.exec(ref) ?? []
  const instrument = instruments[key as Instrument]
  if (!instrument) throw new RangeError(`不是可引用的条文：${ref}`)
  return { instrument, article: Number(article), paragraph, item }
}

/** The place alone, as printed after the title: `ogi:36(3)` → 第三十六条第（三）项. */
export const place = (ref: ArticleRef): string => {
  if (ref === 'practice') return '工作惯例'
  const { article, paragraph, item } = parse(ref)
  const paragraphText = paragraph ? `第${chineseNumber(Number(paragraph))}款` : ''
  const itemText = item ? `第（${chineseNumber(Number(item))}）项` : ''
  return `第${chineseNumber(article)}条${paragraphText}${itemText}`
}

/** The citation as it stands on paper: 《中华人民共和国政府信息公开条例》第三十三条第二款. */
export const cite = (ref: ArticleRef): string =>
  ref === 'practice' ? '工作惯例' : `《${parse(ref).instrument.title}》${place(ref)}`

const instrumentOf = (ref: ArticleRef | undefined): string | undefined => ref?.split(':')[0]

/** Several citations, a title once for those that follow on: 《……条例》第十五条、第三十六条第（三）项. Practice is left out. */
export const citeAll = (refs: readonly ArticleRef[]): string =>
  refs
    .filter((ref) => ref !== 'practice')
    .map((ref, i, all) => (instrumentOf(ref) === instrumentOf(all[i - 1]) ? place(ref) : cite(ref)))
    .join('、')

/** Short form for screens and traces: 条例第三十三条第二款. */
export const citeShort = (ref: ArticleRef): string => {
  if (ref === 'practice') return '工作惯例'
  const { instrument } = parse(ref)
  return instrument === instruments.ogi ? `条例${place(ref)}` : cite(ref)
}
