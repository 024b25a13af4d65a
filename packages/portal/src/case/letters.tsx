import { type Case, sentEnclosures } from '@zhiqing/casework'
import { inChinese } from '@zhiqing/law'
import type { Words } from '@zhiqing/letters'
import { useContext } from 'react'
import { sizeWords } from '../files/file-list.js'
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

/** What was given with the reply: files to keep, never at the touch screen of the hall. */
export const Enclosures = ({ current }: { current: Case }) => {
  const kiosk = useContext(AtKiosk)
  const files = sentEnclosures(current)
  return files.length === 0 ? null : (
    <section aria-labelledby="enclosures">
      <h2 id="enclosures">随答复提供的材料</h2>
      {kiosk ? <p>材料请用自己的手机、电脑查询进度时下载，或者请窗口工作人员提供。</p> : null}
      <ul className="letters">
        {files.map(({ n, name, size }) => (
          <li key={n}>
            {kiosk ? <strong>{name}</strong> : <a href={`/case/enclosures/${n}`}>{name}</a>}
            <span className="hint">{sizeWords(size)}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}
