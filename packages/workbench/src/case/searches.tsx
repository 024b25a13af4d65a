import type { CasePage } from '../api/answers.ts'
import { inWords } from '../look/days.ts'
import { Section } from './section.tsx'

/** 检索记录: what was searched, with which words, by whom, and whether it was found — the evidence of "does not exist". */
export const Searches = ({ page }: { readonly page: CasePage }) =>
  page.searches.length === 0 ? null : (
    <Section id="searches" title="检索记录">
      <table className="plain">
        <thead>
          <tr>
            <th scope="col">日期</th>
            <th scope="col">系统、档案</th>
            <th scope="col">检索词</th>
            <th scope="col">时间范围</th>
            <th scope="col">检索人员</th>
            <th scope="col">结果</th>
          </tr>
        </thead>
        <tbody>
          {page.searches.map(({ on, systems, keywords, period, people, found }, i) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: searches are only ever added
            <tr key={i}>
              <th scope="row">{inWords(on)}</th>
              <td>{systems.join('、')}</td>
              <td>{keywords.join('、')}</td>
              <td>{period ?? '—'}</td>
              <td>{people.join('、')}</td>
              <td>{found ? '找到' : '没有找到'}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Section>
  )
