import { writeZip, type ZipMember } from './write-zip'

/**
 * A text, a number, a number in a per cent or date format or with a percent sign as text, a formula with or without its
 * value, or nothing.
 */
export type XlsxCell =
  | string
  | { number: number; format?: keyof typeof STYLES }
  | { formula: string; value?: number }
  | null

export interface XlsxSheet {
  name: string
  rows: XlsxCell[][]
  isHidden?: boolean
  /** Numbers of hidden rows and columns, from 1. */
  hiddenRows?: number[]
  hiddenColumns?: number[]
}

interface Options {
  is1904?: boolean
  /** Whether the workbook asks for all formulas to be worked out when it is opened. */
  isUncomputed?: boolean
  /** Whether texts are in a shared table, as Excel writes them, instead of in their cells. */
  sharesTexts?: boolean
  /** Members in addition to the usual ones, or replacing them. */
  extra?: ZipMember[]
}

const STYLES = { percent: 1, date: 2, percentText: 3, basisPoints: 4 }
const STYLE_SHEET = `<styleSheet><numFmts count="3"><numFmt numFmtId="170" formatCode="yyyy\\-mm\\-dd;@"/>
<numFmt numFmtId="171" formatCode="0.00&quot;%&quot;"/><numFmt numFmtId="172" formatCode="0.0&quot; bp&quot;"/></numFmts>
<cellXfs count="5"><xf numFmtId="0"/><xf numFmtId="10"/><xf numFmtId="170"/><xf numFmtId="171"/><xf numFmtId="172"/></cellXfs></styleSheet>`

/** Writes a minimal workbook. */
export function writeXlsx(
  sheets: XlsxSheet[],
  { is1904 = false, isUncomputed = false, sharesTexts = false, extra = [] }: Options = {},
) {
  const texts: string[] = []
  const members: ZipMember[] = [
    { name: '[Content_Types].xml', content: '<Types/>' },
    { name: 'xl/workbook.xml', content: workbook(sheets, is1904, isUncomputed) },
    { name: 'xl/_rels/workbook.xml.rels', content: relations(sheets) },
    { name: 'xl/styles.xml', content: STYLE_SHEET },
    ...sheets.map((sheet, index) => ({
      name: `xl/worksheets/sheet${index + 1}.xml`,
      content: sheetXml(sheet, sharesTexts ? texts : null),
    })),
    {
      name: 'xl/sharedStrings.xml',
      content: `<sst>${texts.map((text) => `<si><t>${escaped(text)}</t></si>`).join('')}</sst>`,
    },
  ]
  const own = new Set(extra.map(({ name }) => name))
  return writeZip([...members.filter(({ name }) => !own.has(name)), ...extra])
}

function workbook(sheets: XlsxSheet[], is1904: boolean, isUncomputed: boolean): string {
  const list = sheets.map(
    ({ name, isHidden = false }, index) =>
      `<sheet name="${escaped(name)}" state="${isHidden ? 'hidden' : 'visible'}" sheetId="${index + 1}" r:id="rId${index + 1}"/>`,
  )
  return `<?xml version="1.0"?><workbook><workbookPr date1904="${is1904}"/><sheets>${list.join('')}</sheets><calcPr fullCalcOnLoad="${isUncomputed}"/></workbook>`
}

function relations(sheets: XlsxSheet[]): string {
  const list = sheets.map(
    (_, index) => `<Relationship Id="rId${index + 1}" Target="worksheets/sheet${index + 1}.xml"/>`,
  )
  return `<Relationships>${list.join('')}</Relationships>`
}

function sheetXml({ rows, hiddenRows = [], hiddenColumns = [] }: XlsxSheet, texts: string[] | null): string {
  const list = rows.map(
    (cells, index) =>
      `<row r="${index + 1}"${hiddenRows.includes(index + 1) ? ' hidden="1"' : ''}>${cells.map((cell, at) => cellXml(cell, reference(at, index), texts)).join('')}</row>`,
  )
  const columns = hiddenColumns.map((column) => `<col min="${column}" max="${column}" hidden="1"/>`)
  const cols = columns.length === 0 ? '' : `<cols>${columns.join('')}</cols>`
  return `<worksheet>${cols}<sheetData>${list.join('')}</sheetData></worksheet>`
}

function cellXml(cell: XlsxCell, reference: string, texts: string[] | null): string {
  if (cell === null || cell === '') return ''
  if (typeof cell === 'object' && 'formula' in cell)
    return `<c r="${reference}"><f>${escaped(cell.formula)}</f><v>${cell.value ?? ''}</v></c>`
  if (typeof cell !== 'string') {
    const style = cell.format === undefined ? '' : ` s="${STYLES[cell.format]}"`
    return `<c r="${reference}"${style}><v>${cell.number}</v></c>`
  }
  if (texts === null) return `<c r="${reference}" t="inlineStr"><is><t>${escaped(cell)}</t></is></c>`
  texts.push(cell)
  return `<c r="${reference}" t="s"><v>${texts.length - 1}</v></c>`
}

/** Returns the reference of a cell: (0, 0) → A1. */
function reference(column: number, row: number): string {
  const high = Math.floor(column / 26)
  return `${high > 0 ? String.fromCharCode(64 + high) : ''}${String.fromCharCode(65 + (column % 26))}${row + 1}`
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;')
}
