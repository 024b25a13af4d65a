import type { Case } from '@zhiqing/casework'
import { countPages } from '@zhiqing/letters'
import { letterBytes, sha256 } from './letter-bytes.js'
import { letterFileName, placeOf, shortName } from './names.js'
import type { Gathering, Paper } from './paper.js'

/** Loaded once to be counted and hashed, and again when it is its turn: never all letters at once. */
const letterPaper = async (
  { kept, facts, tools }: Gathering,
  { n, issuedOn }: Case['letters'][number],
  index: number,
): Promise<{ paper: Paper; finding: string | null }> => {
  const load = async () => {
    const letter = await tools.cabinet.letter(kept.organ, kept.id, n)
    if (!letter) throw new Error(`no letter ${n} in ${kept.id}`)
    return { letter, ...(await letterBytes(letter, facts, tools)) }
  }
  const { letter, pdf, finding } = await load()
  const [title, place, digest] = [shortName(letter.code, tools.press.words), placeOf(index + 1), sha256(pdf)]
  const { documentNumber } = letter
  const again = async () => {
    const { pdf: bytes } = await load()
    if (sha256(bytes) !== digest) throw new Error(`letter ${n} of ${kept.id} changed while it was gathered`)
    return bytes
  }
  const name = letterFileName(place, title, documentNumber)
  const day = issuedOn
  return {
    paper: { place, title, documentNumber, name, day, pages: countPages(pdf), sha256: digest, load: again },
    finding,
  }
}

/** The letters that are not left out, in the order in which they were issued, and what is wrong with kept ones. */
export const letterPapers = async (gathering: Gathering): Promise<{ papers: Paper[]; findings: string[] }> => {
  const letters = gathering.kept.current.letters.filter(({ n }) => !gathering.withheld.letters.has(n))
  const papers: Paper[] = []
  const findings: string[] = []
  for (const [index, letter] of letters.entries()) {
    const { paper, finding } = await letterPaper(gathering, letter, index)
    papers.push(paper)
    if (finding) findings.push(finding)
  }
  return { papers, findings }
}
