import { coreXml, type OfficeInfo, relationships } from '../docx/office-package.js'
import { type PackagePart, packParts } from '../docx/package.js'
import { element, partXml, textXml, type Xml } from '../docx/xml.js'
import { looksXml } from './look.js'
import { printArea, printTitles, type WorkSheet, workSheetXml } from './work-sheet.js'

const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const packaged = 'http://schemas.openxmlformats.org/package/2006'
const office = 'application/vnd.openxmlformats-officedocument.spreadsheetml'

const part = (path: string, root: Xml): PackagePart => ({ path, bytes: partXml(root) })

const workbookXml = (sheets: readonly WorkSheet[]): Xml =>
  element(
    'workbook',
    { xmlns: main, 'xmlns:r': relations },
    element(
      'sheets',
      {},
      ...sheets.map(({ name }, i) => element('sheet', { name, sheetId: i + 1, 'r:id': `sheet${i + 1}` })),
    ),
    element(
      'definedNames',
      {},
      ...sheets.flatMap((sheet, localSheetId) => [
        element('definedName', { name: '_xlnm.Print_Area', localSheetId }, textXml(printArea(sheet))),
        ...(sheet.headed
          ? [element('definedName', { name: '_xlnm.Print_Titles', localSheetId }, textXml(printTitles(sheet)))]
          : []),
      ]),
    ),
  )

const typeOf = (path: string): string => {
  if (path === 'docProps/core.xml') return 'application/vnd.openxmlformats-package.core-properties+xml'
  if (path === 'xl/workbook.xml') return `${office}.sheet.main+xml`
  return path === 'xl/styles.xml' ? `${office}.styles+xml` : `${office}.worksheet+xml`
}

const typesXml = (parts: readonly PackagePart[]): Xml =>
  element(
    'Types',
    { xmlns: `${packaged}/content-types` },
    element('Default', { Extension: 'rels', ContentType: 'application/vnd.openxmlformats-package.relationships+xml' }),
    ...parts
      .filter(({ path }) => !path.endsWith('.rels'))
      .map(({ path }) => element('Override', { PartName: `/${path}`, ContentType: typeOf(path) })),
  )

/** Sheets as a workbook that Excel, WPS and LibreOffice open (ECMA-376, transitional). The same sheets give the same bytes. */
export const writeXlsx = (sheets: readonly WorkSheet[], info: OfficeInfo): Promise<Buffer> => {
  const parts = [
    part(
      '_rels/.rels',
      relationships([
        ['core', `${packaged}/relationships/metadata/core-properties`, 'docProps/core.xml'],
        ['book', `${relations}/officeDocument`, 'xl/workbook.xml'],
      ]),
    ),
    part('docProps/core.xml', coreXml(info)),
    part('xl/workbook.xml', workbookXml(sheets)),
    part('xl/styles.xml', looksXml(main)),
    ...sheets.map((sheet, i) => part(`xl/worksheets/sheet${i + 1}.xml`, workSheetXml(sheet, main))),
    part(
      'xl/_rels/workbook.xml.rels',
      relationships([
        ['styles', `${relations}/styles`, 'styles.xml'],
        ...sheets.map((_, i) => [`sheet${i + 1}`, `${relations}/worksheet`, `worksheets/sheet${i + 1}.xml`] as const),
      ]),
    ),
  ]
  return packParts([part('[Content_Types].xml', typesXml(parts)), ...parts], info.date)
}
