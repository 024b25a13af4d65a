import type { CasePage } from '../api/answers.ts'
import { Link } from '../app/router.tsx'
import { hasRole, useSitting } from '../app/session.tsx'
import { inWords } from '../look/days.ts'
import { Section } from './section.tsx'

/** 建议主动公开: what the applicant suggested, and where it is decided (条例 44.2); nothing where nobody did. */
export const Suggestion = ({ page: { suggestions = [] } }: { readonly page: CasePage }) => {
  const { session, words } = useSitting()
  const [one] = suggestions
  if (!one) return null
  return (
    <Section id="suggestion" title="申请人建议主动公开">
      <p>
        {inWords(one.on)}建议：{one.reasons.map((reason) => words.publicationReasons[reason] ?? reason).join('、')}。
      </p>
      {one.statement && <blockquote>{one.statement}</blockquote>}
      <p>
        由公开工作机构负责人研判，
        {hasRole(session, 'officeHead', 'statistician') ? (
          <Link to="/hot">看主动公开研判</Link>
        ) : (
          '结果在“主动公开研判”里'
        )}
        。经审核属于主动公开范围的，应当及时主动公开（条例第四十四条第二款）。
      </p>
    </Section>
  )
}
