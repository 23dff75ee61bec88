import { readXml } from './read-xml'
import { decodeWorkbookText } from './workbook-text'

/** Built-in number formats, which workbooks use without a definition. */
const DATE_FORMATS = new Set([14, 15, 16, 17, 22, 27, 28, 29, 30, 31, 36, 50, 51, 52, 53, 54, 55, 56, 57, 58])
const PERCENT_FORMATS = new Set([9, 10])

/** Reads the texts that cells refer to by index, without the phonetic readings of Japanese workbooks. */
export function readSharedStrings(xml: Uint8Array | null): string[] {
  const strings: string[] = []
  let within: string[] = []
  let current = ''
  if (xml === null) return strings
  readXml(xml, {
    open(name) {
      within.push(name)
      if (name === 'si') current = ''
    },
    text(text) {
      if (within.at(-1) === 't' && !within.includes('rPh')) current += text
    },
    close(name) {
      within = within.slice(0, -1)
      if (name === 'si') strings.push(decodeWorkbookText(current))
    },
  })
  return strings
}

/** Indexed by the style number of a cell. */
export interface Styles {
  isDate: boolean[]
  isPercent: boolean[]
  /** A unit that the format writes behind the number without changing it: 0.00"%" shows 5 as 5.00%. Empty for none. */
  unit: string[]
}

/** Reads which cell styles show a date, and which a percentage. */
export function readStyles(xml: Uint8Array | null): Styles {
  const codes = new Map<number, string>()
  const formats: number[] = []
  let inCellStyles = false
  if (xml === null) return { isDate: [], isPercent: [], unit: [] }
  readXml(xml, {
    open(name, attributes) {
      const id = Number(attributes.get('numFmtId') ?? '0')
      if (name === 'numFmt') codes.set(id, attributes.get('formatCode') ?? '')
      if (name === 'cellXfs') inCellStyles = true
      if (name === 'xf' && inCellStyles) formats.push(id)
    },
    close(name) {
      if (name === 'cellXfs') inCellStyles = false
    },
  })
  const plain = (id: number) => withoutLiterals(codes.get(id) ?? '')
  const isDate = formats.map((id) => DATE_FORMATS.has(id) || /[ymd]/i.test(plain(id)))
  const isPercent = formats.map((id) => PERCENT_FORMATS.has(id) || plain(id).includes('%'))
  return {
    isDate,
    isPercent,
    unit: formats.map((id, index) => (isDate[index] || isPercent[index] ? '' : unitIn(codes.get(id) ?? ''))),
  }
}

const LITERAL_UNIT = /[%％‰]|\bbps?\b|基点/i

/** Returns the unit among the literal texts of a format: 0.00"%" → %, 0.00\% → %. Returns an empty text for none. */
function unitIn(code: string): string {
  const literals = Array.from(
    code.matchAll(/"([^"]*)"|\\(.)|([％‰])/g),
    ([, quoted, escaped, bare]) => quoted ?? escaped ?? bare,
  )
  return LITERAL_UNIT.exec(literals.join(' '))?.[0] ?? ''
}

/** Removes quoted texts, escaped characters, colours and conditions from a format: 0.00"d";[Red] → 0.00; */
function withoutLiterals(code: string): string {
  return code.replace(/"[^"]*"|\\.|_.|\*.|\[[^\]]*\]/g, '').replace(/general/gi, '')
}
