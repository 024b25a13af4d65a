import type { CasePage } from '../api/answers.ts'
import { useWords } from '../app/session.tsx'
import { inWords } from '../look/days.ts'
import { FullLook } from './full-look.tsx'
import { Facts, Section } from './section.tsx'

type Applicant = CasePage['applicant']

const contactOf = ({ phone, email, address }: Applicant): string => [phone, email, address].filter(Boolean).join('，')

/** What is asked, by whom, and how it is wanted. */
export const Asked = ({ page }: { readonly page: CasePage }) => {
  const words = useWords()
  const { applicant, information, form } = page
  return (
    <Section id="asked" title="申请">
      <blockquote>{information.description}</blockquote>
      <Facts
        rows={[
          ['信息名称', information.title],
          ['文号', information.documentNumber],
          ['所属期间', information.period],
          ['提供形式', `${words.media[form.medium]}，${words.methods[form.method]}`],
          ['申请人', `${applicant.name}（${words.applicantKinds[applicant.kind]}）`],
          ['证件', applicant.idNumber && `${applicant.idType ?? ''} ${applicant.idNumber}`],
          ['联系方式', contactOf(applicant)],
          ['代理人', applicant.agent],
          ['共同申请人', page.coApplicants.map(({ name }) => name).join('、')],
          ['来件邮件号码', page.mailNumber],
          ['渠道', words.channels[page.channel]],
          ['到达', inWords(page.arrivedOn)],
          ['收到', page.receivedOn ? inWords(page.receivedOn) : '待双方确认'],
        ]}
      />
      <FullLook page={page} />
    </Section>
  )
}
