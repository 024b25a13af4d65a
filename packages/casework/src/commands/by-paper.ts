import type { Case } from '../case.js'
import type { Office } from '../office.js'
import type { Warning } from '../refusal.js'

/** A notice with remedies is not mailed without the online way to review: it goes on paper (复议法 22.2; rulebook R58). */
export const byPaper = ({ form, applicant }: Case, { organ }: Pick<Office, 'organ'>): Warning[] =>
  form.method === 'email' && applicant.email && !organ.reviewOnlineUrl
    ? [
        {
          code: 'noticeByPaper',
          zh: '机关资料没有网上复议地址，告知救济途径的文书不发电子邮件；请邮寄或者直接送达，或者先填写网上复议地址',
        },
      ]
    : []
