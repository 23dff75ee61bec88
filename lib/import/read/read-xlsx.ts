import type { FoundFault } from '@/lib/import/outcome/fault'
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
 * Reads the sheets of a workbook (XLSX) in order, including hidden ones, without a sheet README beside others. This is no library's reader, because the
 * number format decides what a number means (0.0109 in a per cent format is 1.09%), and limits apply before anything is
 * unpacked.
 * @throws ArchiveRefusal for any other file
 */
export function readXlsx(bytes: Uint8Array): WorkbookSheet[] {
  const archive = openZip(bytes)
  assertPlainWorkbook(archive)
  const { sheets, is1904, isUncomputed } = readWorkbook(archive)
  const { isDate, isPercent, unit } = readStyles(archive.read('xl/styles.xml'))
  const context: SheetContext = {
    strings: readSharedStrings(archive.read('xl/sharedStrings.xml')),
    isDate,
    isPercent,
    unit,
    is1904,
    isUncomputed,
    cells: 0,
  }
  const tables = sheets.filter(({ name }) => !README_SHEET.test(name))
  return (tables.length > 0 ? tables : sheets).map(({ name, path, isHidden }) => {
    const sheet = archive.read(path)
    if (sheet === null) throw refuseBroken()
    const content = readSheet(sheet, context)
    if (isHidden && content.rows.length > 0) content.faults.unshift(HIDDEN_SHEET)
    return { name, ...content }
  })
}

/** The sheet of the templates that says what the columns hold. */
const README_SHEET = /^readme$/i

function assertPlainWorkbook({ names, read }: ZipArchive): void {
  const types = read('[Content_Types].xml')
  const isMacro = types !== null && /macroEnabled/i.test(new TextDecoder().decode(types))
  if (isMacro || names.some((name) => /vbaProject\.bin$/i.test(name))) {
    throw new ArchiveRefusal('macro-workbook', 'Save the workbook without macros, as .xlsx.')
  }
  if (names.includes('xl/workbook.xml')) return
  throw new ArchiveRefusal('unsupported-format', remedyForArchive(names))
}

/** Names of an archive that are shown. */
const NAMES_SHOWN = 3

function remedyForArchive(names: string[]): string {
  if (names.includes('xl/workbook.bin')) return 'Save the workbook as .xlsx, not as .xlsb.'
  if (names.includes('content.xml') && names.includes('mimetype')) return 'Save the workbook as .xlsx, not as .ods.'
  if (names.includes('word/document.xml'))
    return 'The file is a Word document. Put the table into a workbook, as .xlsx.'
  if (names.some((name) => name.startsWith('Index/'))) return 'Export the sheet of Numbers as .xlsx.'
  const files = names.filter((name) => !name.endsWith('/') && !name.startsWith('__MACOSX/'))
  if (files.length < 2) return 'Load the file itself, not an archive of it; workbooks must be .xlsx.'
  const more = files.length > NAMES_SHOWN ? ', …' : ''
  return `Unpack the archive and load its ${files.length} files (${files.slice(0, NAMES_SHOWN).join(', ')}${more}).`
}

const HIDDEN_SHEET: FoundFault = {
  rule: 'hidden',
  remedy: 'The worksheet is hidden: show it in Excel to load it, or delete it.',
}

interface Workbook {
  sheets: { name: string; path: string; isHidden: boolean }[]
  is1904: boolean
  isUncomputed: boolean
}

function readWorkbook(archive: ZipArchive): Workbook {
  const paths = readRelations(archive.read('xl/_rels/workbook.xml.rels'))
  const sheets: Workbook['sheets'] = []
  let is1904 = false
  let isUncomputed = false
  readXml(archive.read('xl/workbook.xml') ?? new Uint8Array(), {
    open(element, attributes) {
      if (element === 'workbookPr') is1904 = ['1', 'true'].includes(attributes.get('date1904') ?? '')
      if (element === 'calcPr') isUncomputed = ['1', 'true'].includes(attributes.get('fullCalcOnLoad') ?? '')
      if (element !== 'sheet') return
      const path = paths.get(attributes.get('id') ?? '')
      if (path === undefined) throw refuseBroken()
      // A chart sheet has no cells.
      if (!path.startsWith('xl/chartsheets/')) {
        const isHidden = /hidden$/i.test(attributes.get('state') ?? '')
        sheets.push({ name: decodeWorkbookText(attributes.get('name') ?? ''), path, isHidden })
      }
    },
  })
  return { sheets, is1904, isUncomputed }
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
