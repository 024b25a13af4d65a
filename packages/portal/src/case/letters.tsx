import type { Case } from '@zhiqing/casework'
import { inChinese } from '@zhiqing/law'
import type { Words } from '@zhiqing/letters'
import { applicantLetters } from './applicant-letters.js'

/** Letters to the applicant, each a file to keep. */
export const Letters = ({ current, words }: { current: Case; words: Words }) => {
  const letters = applicantLetters(current)
  return letters.length === 0 ? null : (
    <section aria-labelledby="letters">
      <h2 id="letters">给您的文书</h2>
      <ul className="letters">
        {letters.map(({ n, letter, documentNumber, issuedOn }) => (
          <li key={n}>
            <a href={`/case/letters/${n}.pdf`}>{words.name(letter)}（PDF）</a>
            <span className="hint">
              {inChinese(issuedOn)}
              {documentNumber ? `，${documentNumber}` : ''}
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}
