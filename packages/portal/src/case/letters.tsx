import type { Case } from '@zhiqing/casework'
import { inChinese } from '@zhiqing/law'
import type { Words } from '@zhiqing/letters'
import { useContext } from 'react'
import { AtKiosk } from '../kiosk/kiosk.js'
import { applicantLetters } from './applicant-letters.js'

/** Letters to the applicant, each a file to keep. */
export const Letters = ({ current, words }: { current: Case; words: Words }) => {
  const kiosk = useContext(AtKiosk)
  const letters = applicantLetters(current)
  return letters.length === 0 ? null : (
    <section aria-labelledby="letters">
      <h2 id="letters">给您的文书</h2>
      {kiosk ? <p>文书请用自己的手机、电脑查询进度时下载，或者请窗口工作人员打印。</p> : null}
      <ul className="letters">
        {letters.map(({ n, letter, documentNumber, issuedOn }) => (
          <li key={n}>
            {kiosk ? (
              <strong>{words.name(letter)}</strong>
            ) : (
              <a href={`/case/letters/${n}.pdf`}>{words.name(letter)}（PDF）</a>
            )}
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
