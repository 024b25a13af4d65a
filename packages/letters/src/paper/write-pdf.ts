import type { Fonts } from '../fonts/fonts.js'
import type { Colour, Page, Rule, Run } from '../layout/page.js'
import { renderer } from './renderer.js'
import { reserveSeal } from './seal-field.js'
import { openStructure } from './structure.js'

type Template = { readonly id: string; readonly version: string; readonly sha256: string }

/** What the file says about itself. `date` ('YYYY-MM-DD') is its creation date: the letter's, not the clock's. */
export type FileInfo = {
  readonly title: string
  readonly author: string
  readonly date: string
  readonly template?: Template
}
/** The same of a letter, which is made from a template. */
export type PdfInfo = FileInfo & { readonly template: Template }

/** 红 as printers take it for document heads: pure red. */
const colours: { readonly [colour in Colour]: string } = { black: '#000000', red: '#e60000' }

/** The archive standards a file may follow: what we print, and its elder, for which a validator is at hand. */
export type ArchiveForm = 'PDF/A-2a' | 'PDF/A-1b'

/** How the file is made: PDF/A-2a where `form` is left out; with a signature field at the seal's place where `sealField` is set. */
export type Making = { readonly form?: ArchiveForm | undefined; readonly sealField?: boolean | undefined }

/**
 * Pages to a tagged PDF/A file, fonts embedded as subsets. The same pages and info give the same bytes, whatever was
 * printed before.
 */
export async function writePdf(
  pages: readonly Page[],
  info: FileInfo,
  fonts: Fonts,
  { form = 'PDF/A-2a', sealField = false }: Making = {},
): Promise<Buffer> {
  const { default: PDFDocument } = await import('pdfkit')
  const paper = new PDFDocument({
    size: 'A4',
    // zlib promises no bytes: releases and processors pack differently, and a letter must come out the same in years
    compress: false,
    margin: 0,
    autoFirstPage: false,
    font: '',
    pdfVersion: form === 'PDF/A-2a' ? '1.7' : '1.4',
    subset: form,
    tagged: true,
    lang: 'zh-CN',
    displayTitle: true,
    fontLayoutCache: false,
    info: properties(info),
  })
  const finished = collect(paper)
  for (const key of facesOf(pages)) paper.registerFont(key, fonts.face(key).kit)
  const structure = openStructure(paper)
  for (const page of pages) {
    paper.addPage()
    const decoration = page.rules.filter(({ part }) => !part)
    if (decoration.length > 0) structure.draw(undefined, () => decoration.forEach((rule) => void drawRule(paper, rule)))
    for (const runs of byPart(page.runs)) {
      const part = runs[0]?.part
      const own = page.rules.filter((rule) => part && rule.part === part)
      structure.draw(part, () => {
        for (const rule of own) drawRule(paper, rule)
        for (const run of runs) drawRun(paper, run, fonts)
      })
    }
    if (sealField && page.seal) reserveSeal(paper, page.seal, structure.field())
  }
  structure.finish()
  paper.end()
  return finished
}

/** Text that goes into XMP unescaped must hold no markup. */
const plain = (text: string): string =>
  text.replace(/[&<>]/g, (mark) => ({ '&': '＆', '<': '＜', '>': '＞' })[mark] ?? '')

function properties({ title, author, date, template }: FileInfo): PDFKit.DocumentInfo {
  return {
    Title: plain(title),
    ...(author ? { Author: plain(author) } : {}),
    ...(template
      ? { Keywords: `模板 ${template.id} ${template.version} sha256:${template.sha256} 印制 ${renderer}` }
      : {}),
    Creator: 'zhiqing',
    Producer: 'zhiqing',
    CreationDate: new Date(`${date}T00:00:00+08:00`),
  }
}

const facesOf = (pages: readonly Page[]): string[] =>
  [...new Set(pages.flatMap((page) => page.runs.map((run) => run.face)))].sort()

/** Neighbouring runs of one part are drawn, and read, as one. */
function byPart(runs: readonly Run[]): Run[][] {
  const groups: Run[][] = []
  for (const run of runs) {
    const last = groups.at(-1)
    if (last && last[0]?.part === run.part) last.push(run)
    else groups.push([run])
  }
  return groups
}

function drawRule(paper: PDFKit.PDFDocument, rule: Rule): void {
  paper.moveTo(rule.x1, rule.y1).lineTo(rule.x2, rule.y2).lineWidth(rule.width).stroke(colours[rule.colour])
}

function drawRun(paper: PDFKit.PDFDocument, run: Run, fonts: Fonts): void {
  const unit = fonts.face(run.face).unitsPerEm / run.size
  const advances = run.advances.map((advance) => advance * unit)
  const textWidth = run.advances.reduce((sum, advance) => sum + advance, 0)
  paper.fillColor(colours[run.colour]).font(run.face).fontSize(run.size)
  paper.text(run.text, run.x, run.y, {
    lineBreak: false,
    baseline: 'alphabetic',
    features: { advances },
    textWidth,
    wordCount: 1,
  })
}

function collect(paper: PDFKit.PDFDocument): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = []
    paper.on('data', (chunk: Buffer) => chunks.push(chunk))
    paper.on('end', () => resolve(Buffer.concat(chunks)))
    paper.on('error', reject)
  })
}
