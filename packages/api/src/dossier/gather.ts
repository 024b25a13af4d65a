import type { Readable } from 'node:stream'
import { deliveriesOf, historyPage, nothingWithheld, withheldFromApplicant } from '@zhiqing/casework'
import type { KeptCase } from '@zhiqing/db'
import { contents } from './contents.js'
import { explanationFile } from './explanation.js'
import { filePapers } from './file-papers.js'
import { ledgerFile } from './ledger-file.js'
import { letterPapers } from './letter-papers.js'
import { placeOf } from './names.js'
import { type Gathering, type Paper, type Tools, textPaper } from './paper.js'
import { serviceFile } from './service-file.js'
import { zipOf } from './zip.js'

/** A case's file, gathered; `stream` may be asked for once. */
export interface Dossier {
  readonly name: string
  readonly papers: readonly Pick<Paper, 'name' | 'sha256'>[]
  /** What is wrong with the ledger or with kept letters, in Chinese. */
  readonly findings: readonly string[]
  stream(): Readable
}

/** The words of the dossier that are no letters, in the order in which they lie. */
const texts = (
  { kept, facts, proof, withheld, whole, tools }: Gathering,
  organ: string,
  findings: readonly string[],
) => {
  const open = facts.filter(({ version }) => !withheld.facts.has(version))
  const deliveries = deliveriesOf(facts).filter(({ n }) => !withheld.letters.has(n))
  const { id: caseId, current } = kept
  const left = [...withheld.facts].sort((a, b) => a - b)
  const { text, masked } = ledgerFile(proof, { withheld, whole })
  const explained = { caseId, number: current.number ?? '', organ, proof, withheld: left, masked, findings }
  return {
    '办理过程.html': historyPage(organ, current, open),
    '送达记录.csv': serviceFile(deliveries, tools.press.words),
    '台账.jsonl': text,
    '核验说明.txt': explanationFile(explained),
  }
}

const sums = (papers: readonly Paper[]): string =>
  papers.map(({ sha256: digest, name }) => `${digest}  ${name}\n`).join('')

const kindOf = ({ withheld, whole }: Gathering): string =>
  `${withheld === nothingWithheld ? '' : '-不附第三方材料'}${whole ? '-证件号码完整' : ''}`

const gathered = async (gathering: Gathering, organ: string): Promise<Dossier> => {
  const { kept, proof } = gathering
  const { papers: letters, findings: ofLetters } = await letterPapers(gathering)
  const findings = [...proof.findings.map(({ zh }) => zh), ...ofLetters]
  const day = kept.current.lastOn
  const files = await filePapers(gathering, letters.length)
  const before = letters.length + files.length
  const words = Object.entries(texts(gathering, organ, findings)).map(([name, text], i) =>
    textPaper(name, day, text, before + i + 1),
  )
  const listed = [...letters, ...files, ...words]
  const sumsAt = { place: placeOf(listed.length + 1), title: 'SHA256SUMS', documentNumber: null, day, pages: null }
  const first = await contents(gathering, [...listed, sumsAt], organ)
  const summed = [first, ...listed]
  const papers = [...summed, textPaper('SHA256SUMS', day, sums(summed), listed.length + 1)]
  return {
    name: `案卷-${kept.current.number ?? kept.id}${kindOf(gathering)}.zip`,
    papers: papers.map(({ name, sha256: digest }) => ({ name, sha256: digest })),
    findings,
    stream: () => zipOf(papers),
  }
}

/** Case and ledger are read one after the other: read again while a command comes between, not for ever. */
const readTogether = async (
  kept: KeptCase,
  { cabinet }: Pick<Tools, 'cabinet'>,
  tries = 3,
): Promise<Pick<Gathering, 'kept' | 'proof'> & { ledger: Gathering['facts'] }> => {
  const [ledger, proof] = await Promise.all([cabinet.ledger(kept.organ, kept.id), cabinet.proof(kept.organ, kept.id)])
  if (!proof) throw new Error(`no ledger of ${kept.organ} ${kept.id}`)
  const together = proof.rows.length === kept.version && ledger.length === kept.version
  const now = together || tries === 1 ? undefined : await cabinet.findCase(kept.organ, kept.id)
  return now ? readTogether(now, { cabinet }, tries - 1) : { kept, ledger, proof }
}

/**
 * Gathers a case's file for a 复议 organ or a court (rulebook R63): every letter as issued, proof of service, the course,
 * the ledger with its hashes and how to check them. Letters not printed yet are printed and kept. The same ledger gives
 * the same bytes. Numbers of identity papers are covered unless `whole`, which is for a full look with its reason on
 * record. Throws ERASED where the words of the case are gone.
 */
export const gatherDossier = async (
  asked: KeptCase,
  tools: Tools,
  {
    withoutThirdParties = false,
    whole = false,
  }: { readonly withoutThirdParties?: boolean; readonly whole?: boolean } = {},
): Promise<Dossier> => {
  const { kept, ledger, proof } = await readTogether(asked, tools)
  const office = await tools.cabinet.organ(kept.organ, kept.current.lastOn)
  if (!office) throw new Error(`no organ ${kept.organ}`)
  const withheld = withoutThirdParties ? withheldFromApplicant(kept.current, ledger) : nothingWithheld
  return gathered({ kept, facts: ledger, proof, withheld, whole, tools }, office.organ.name)
}
