/** Words → layout → paper. The one door of the room. */

export { type ReportForm, reportFile, reportForms, reportPages } from './annual-report/index.js'
export { type ReportJob, reportInThread } from './annual-report/thread.js'
export { type Fault, FieldsError, FontError, MissingGlyphError, TemplateError } from './faults.js'
export { type FontChoice, type FontRole, type FontSettings, fontReport } from './fonts/choose.js'
export { bundledFont } from './fonts/font-bytes.js'
export { type Fonts, openFonts } from './fonts/fonts.js'
export { breakText } from './layout/break-text.js'
export { type LayoutOptions, layOut } from './layout/lay-out.js'
export type { Box, Page, Part, Rule, Run } from './layout/page.js'
export type { Postal } from './mailing/label.js'
export { type LabelSheetName, labelSheets, labelsOn } from './mailing/label-sheet.js'
export type { LabelOrder } from './mailing/lay-labels.js'
export { type PrintedFile, printLabels, printSheets, type SheetsOrder } from './mailing/print-mailing.js'
export { countPages } from './paper/count-pages.js'
export { renderer } from './paper/renderer.js'
export { type ArchiveForm, type Making, type PdfInfo, writePdf } from './paper/write-pdf.js'
export { copyNote, type Editable, editLetter } from './press/edit-letter.js'
export type { EditOrder, PressOptions, PrintOrder } from './press/message.js'
export { openPress, type Press } from './press/press.js'
export { type Printed, type PrintOptions, printLetter, type SealField } from './press/print-letter.js'
export { type Checked, checkTemplates, templateFaults } from './proof/check-templates.js'
export type { Finding, ProofRule } from './proof/finding.js'
export type { ProofOptions } from './proof/proof-letter.js'
export { coversItsFile, isAbout } from './seal/about.js'
export { type Picture, type SealLook, SealPictureError } from './seal/look.js'
export { pictureLook } from './seal/picture-look.js'
export { type PlacedSeal, placeSeal, type SealDress, SealRoomError } from './seal/place-seal.js'
export { readSeal, type SealedParts } from './seal/read-seal.js'
export { testMark } from './seal/test-mark.js'
export type { Block } from './template/block.js'
export { cleanText, type Unprintable, unprintableCharacters } from './template/characters.js'
export { checkFields, type GlyphCheck } from './template/check.js'
export { composeLetter } from './template/compose.js'
export { fieldsJsonSchema, fieldsSchema, sampleFields } from './template/fields.js'
export type { CalendarMailValues, MailText, MailValues, StaffMailValues } from './template/mail.js'
export {
  type Fields,
  type FieldValue,
  type Folders,
  foldersWith,
  loadTemplate,
  ownFolders,
  type Template,
  templateCodes,
} from './template/template.js'
export { type Words, wordsOf } from './template/words.js'
export { harmless } from './xlsx/harmless.js'
export type { TableFile } from './xlsx/table-file.js'
export { tableInThread } from './xlsx/table-thread.js'
