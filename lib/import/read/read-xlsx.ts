import { ArchiveRefusal, refuseBroken } from './archive-refusal'
import { readSheet, type SheetContent, type SheetContext } from './read-sheet'
import { readXml } from './read-xml'
import { openZip, type ZipArchive } from './read-zip'
import { readSharedStrings, readStyles } from './workbook-parts'
import { decodeWorkbookText } from './workbook-text'

export interface WorkbookSheet extends SheetContent {
  name: string
}

/**
 * Reads the sheets of a workbook (XLSX) in order, including hidden ones. This is no library's reader, because the
 * number format decides what a number means (0.0109 in a per cent format is 1.09%), and limits apply before anything is
 * unpacked.
 * @throws ArchiveRefusal for any other file
 */
export function readXlsx(bytes: Uint8Array): WorkbookSheet[] {
  const archive = openZip(bytes)
  assertPlainWorkbook(archive)
  const { sheets, is1904 } = readWorkbook(archive)
  const { isDate, isPercent } = readStyles(archive.read('xl/styles.xml'))
  const context: SheetContext = {
    strings: readSharedStrings(archive.read('xl/sharedStrings.xml')),
    isDate,
    isPercent,
    is1904,
    cells: 0,
  }
  return sheets.map(({ name, path }) => {
    const sheet = archive.read(path)
    if (sheet === null) throw refuseBroken()
    return { name, ...readSheet(sheet, context) }
  })
}

function assertPlainWorkbook({ names, read }: ZipArchive): void {
  const types = read('[Content_Types].xml')
  const isMacro = types !== null && /macroEnabled/i.test(new TextDecoder().decode(types))
  if (isMacro || names.some((name) => /vbaProject\.bin$/i.test(name))) {
    throw new ArchiveRefusal('macro-workbook', 'Save the workbook without macros, as .xlsx.')
  }
  if (names.includes('xl/workbook.xml')) return
  const remedy = names.includes('xl/workbook.bin')
    ? 'Save the workbook as .xlsx, not as .xlsb.'
    : 'Load the file itself, not an archive of it; workbooks must be .xlsx.'
  throw new ArchiveRefusal('unsupported-format', remedy)
}

function readWorkbook(archive: ZipArchive): { sheets: { name: string; path: string }[]; is1904: boolean } {
  const paths = readRelations(archive.read('xl/_rels/workbook.xml.rels'))
  const sheets: { name: string; path: string }[] = []
  let is1904 = false
  readXml(archive.read('xl/workbook.xml') ?? new Uint8Array(), {
    open(element, attributes) {
      if (element === 'workbookPr') is1904 = ['1', 'true'].includes(attributes.get('date1904') ?? '')
      if (element !== 'sheet') return
      const path = paths.get(attributes.get('id') ?? '')
      if (path === undefined) throw refuseBroken()
      // A chart sheet has no cells.
      if (!path.startsWith('xl/chartsheets/')) {
        sheets.push({ name: decodeWorkbookText(attributes.get('name') ?? ''), path })
      }
    },
  })
  return { sheets, is1904 }
}

function readRelations(xml: Uint8Array | null): Map<string, string> {
  if (xml === null) throw refuseBroken()
  const paths = new Map<string, string>()
  readXml(xml, {
    open(element, attributes) {
      const target = attributes.get('Target') ?? ''
      if (element === 'Relationship') paths.set(attributes.get('Id') ?? '', inWorkbook(target))
    },
  })
  return paths
}

function inWorkbook(target: string): string {
  return target.startsWith('/') ? target.slice(1) : `xl/${target.replace(/^\.\//, '')}`
}
