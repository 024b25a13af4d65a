import { type Article, articleOf } from '../ogi/article.js'

const silent = '规则集没有述及本条，没有可以据以编码的规则'
const unread = '规则集没有述及本条的内容，这里不凭记忆转述。'
const fee = (number: number, title: string, says: string, whyNot?: string): Article =>
  articleOf('fee', number, title, says, whyNot)

/** The fee measures (国办函〔2020〕109号), as far as the rulebook knows them. */
export const feeArticles: readonly Article[] = [
  fee(1, '（规则集没有述及）', unread, silent),
  fee(2, '（规则集没有述及）', unread, silent),
  fee(3, '计收方式', '信息处理费按件或者按量计收，一件申请只用一种方式，不同时用两种。'),
  fee(
    4,
    '按件计收',
    '同一申请人一个自然月内的申请累计：10件以内不收费，11至30件的部分每件100元，31件起每增加10件一档、每件再提高100元。',
  ),
  fee(
    5,
    '按量计收',
    '一件申请要求提供的页数：30页以内不收费，31至100页的部分每页10元，101至200页每页20元，201页起每页40元；各件申请的页数不累计。',
  ),
  fee(
    6,
    '通知和缴费',
    '收费通知在办理期限内发出；申请人自收到通知次日起20个工作日内缴纳，逾期不缴的视为放弃、不再处理；缴清之次日起重新计算答复期限。',
  ),
  fee(7, '对收费的异议', '对收费决定不单独复议、诉讼；缴费期满后可以就不再处理提出。'),
  fee(8, '（规则集没有述及）', unread, silent),
]
