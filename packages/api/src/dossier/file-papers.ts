import { attachmentKinds, type FiledAttachment } from '@zhiqing/casework'
import type { Day } from '@zhiqing/law'
import { countPages } from '@zhiqing/letters'
import { safeName } from '../routes/file-name.js'
import { sha256 } from './letter-bytes.js'
import { placeOf } from './names.js'
import type { Gathering, Paper } from './paper.js'

const ends = { 'application/pdf': 'pdf', 'image/jpeg': 'jpg', 'image/png': 'png' } as const

/** Somebody else's PDF may be none that a reader of ours counts. */
const pagesOf = (mediaType: string, bytes: Uint8Array): number | null => {
  if (mediaType !== 'application/pdf') return 1
  try {
    return countPages(bytes)
  } catch {
    return null
  }
}

const bytesOf = async ({ kept, tools }: Gathering, { n, file }: FiledAttachment): Promise<Uint8Array> => {
  const bytes = await tools.cabinet.attachment(kept.organ, kept.id, file)
  if (!bytes) throw new Error(`no file ${n} in ${kept.id}`)
  return bytes
}

/** 05-材料1-身份证明.pdf: never the sender's own name for it, which may be anything. */
const filePaper = async (gathering: Gathering, filed: FiledAttachment, index: number): Promise<Paper> => {
  const { n, kind, mediaType, on } = filed
  const [place, title] = [placeOf(index + 1), `材料${n}-${attachmentKinds[kind]}`]
  const bytes = await bytesOf(gathering, filed)
  const name = `${safeName([place, title].join('-'))}.${ends[mediaType]}`
  const paper = { place, title, documentNumber: null, name, day: on as Day, pages: pagesOf(mediaType, bytes) }
  return { ...paper, sha256: sha256(bytes), load: () => bytesOf(gathering, filed) }
}

/** What came to the case as files, in the order of arrival, behind `before` other papers; one in memory at a time. */
export const filePapers = async (gathering: Gathering, before: number): Promise<Paper[]> => {
  const { kept, withheld } = gathering
  const files = (kept.current.attachments ?? []).filter(({ n }) => !withheld.files.has(n))
  const papers: Paper[] = []
  for (const [index, filed] of files.entries()) papers.push(await filePaper(gathering, filed, before + index))
  return papers
}
