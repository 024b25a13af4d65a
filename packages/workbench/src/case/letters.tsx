import type { CasePage } from '../api/answers.ts'
import { inWords } from '../look/days.ts'
import { LetterButton } from './letter-button.tsx'
import { Section } from './section.tsx'

/** Every paper of the case, with its number and when it arrived. */
export const Letters = ({ page }: { readonly page: CasePage }) => (
  <Section id="letters" title="文书">
    {page.issued.length === 0 ? (
      <p>还没有文书。</p>
    ) : (
      <table className="plain">
        <thead>
          <tr>
            <th scope="col">文书</th>
            <th scope="col">制发</th>
            <th scope="col">送达</th>
          </tr>
        </thead>
        <tbody>
          {page.issued.map((letter) => (
            <tr key={letter.n}>
              <th scope="row">
                <LetterButton id={page.id} letter={letter} />
                {letter.consultation && <span className="quiet">（{letter.consultation}）</span>}
              </th>
              <td>{inWords(letter.issuedOn)}</td>
              <td>{letter.servedOn ? inWords(letter.servedOn) : '—'}</td>
            </tr>
          ))}
        </tbody>
      </table>
    )}
  </Section>
)
