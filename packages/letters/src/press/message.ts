import { type Fault, FieldsError, FontError, MissingGlyphError, TemplateError } from '../faults.js'
import type { FontSettings } from '../fonts/choose.js'
import type { LabelOrder } from '../mailing/lay-labels.js'
import type { PrintedFile, SheetsOrder } from '../mailing/print-mailing.js'
import { type SealLook, SealPictureError } from '../seal/look.js'
import type { Snapshot } from '../template/files.js'
import type { Fields, Folders } from '../template/template.js'
import type { Editable } from './edit-letter.js'
import type { Printed } from './print-letter.js'

/** How a press is set up: fonts of the organ's own, and folders of templates (the organ's before ours). */
export type PressOptions = { readonly fonts?: FontSettings | undefined; readonly folders?: Folders | undefined }

/** What the thread is started with: the options, and the organ's own words as they were when the press was opened. */
export type ThreadData = PressOptions & { readonly snapshot: Snapshot }

/** One letter to print. `date` as for printLetter. */
export type PrintOrder = {
  readonly code: string
  readonly fields: Fields
  readonly date?: string | undefined
  readonly sealField?: boolean | undefined
}

/** One letter for an editor. `note` as for editLetter. */
export type EditOrder = PrintOrder & { readonly note?: string | undefined }

export type Job =
  | { readonly kind: 'print'; readonly order: PrintOrder }
  | { readonly kind: 'edit'; readonly order: EditOrder }
  | { readonly kind: 'labels'; readonly order: LabelOrder; readonly date: string }
  | { readonly kind: 'sheets'; readonly order: SheetsOrder; readonly date: string }
  | { readonly kind: 'missing'; readonly text: string }
  | { readonly kind: 'testMark' }
  | { readonly kind: 'pictureLook'; readonly png: Uint8Array; readonly width: number }

export type Result = Printed | Editable | PrintedFile | string[] | SealLook
export type Request = { readonly id: number; readonly job: Job }
export type Reply = { readonly id: number } & ({ readonly result: Result } | { readonly failure: Failure })

/** An error on its way between threads: structured cloning loses classes and their fields. */
export type Failure = {
  readonly name: string
  readonly message: string
  readonly stack?: string | undefined
  readonly faults?: readonly Fault[] | undefined
  readonly character?: string | undefined
}

export function packError(error: unknown): Failure {
  if (!(error instanceof Error)) return { name: 'Error', message: String(error) }
  const { name, message, stack } = error
  if (error instanceof FieldsError) return { name, message, faults: error.faults }
  if (error instanceof MissingGlyphError) return { name, message, character: error.character }
  return { name, message, stack }
}

export function unpackError(failure: Failure): Error {
  switch (failure.name) {
    case 'FieldsError':
      return new FieldsError(failure.faults ?? [])
    case 'MissingGlyphError':
      return new MissingGlyphError(failure.character ?? '')
    case 'TemplateError':
      return new TemplateError(failure.message)
    case 'FontError':
      return new FontError(failure.message)
    case 'SealPictureError':
      return new SealPictureError(failure.message)
    default:
      return Object.assign(new Error(failure.message), { stack: failure.stack })
  }
}
