import { isOneOf } from '@/lib/base/is-one-of'
import type { Locale } from '@/lib/base/locale'
import { KINDS } from '@/lib/catalogue/series-kinds'
import { ASK_EACH_TIME } from '@/lib/http/caching'
import { plainText } from '@/lib/http/plain-text'
import { sendBody } from '@/lib/http/send-body'
import { writeCsv } from '../write-csv'
import { writeWorkbook } from '../write-workbook'
import { TEMPLATE_SECTIONS } from './examples'
import { readmeTable, TEMPLATE_NAMES, type TemplateName, templateTable } from './template-tables'

/** Returns the tables of a workbook by its name: the whole catalogue, or daily rows of a kind; null for another name. */
function tablesOfBook(name: string | undefined): readonly TemplateName[] | null {
  if (name === 'catalogue') return TEMPLATE_SECTIONS
  return isOneOf(KINDS, name) ? [name] : null
}

const TYPES = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
}

const FILE = /^(?<name>[a-z_]+)\.(?<extension>csv|xlsx)$/

/** Answers `/templates/factors.csv` or `/templates/catalogue.xlsx`, whose first sheet is in the given language. */
export async function answerTemplate(request: Request, file: string, locale: Locale): Promise<Response> {
  const { name, extension } = FILE.exec(file)?.groups ?? {}
  if (extension === 'csv' && isOneOf(TEMPLATE_NAMES, name)) {
    const body = new TextEncoder().encode(writeCsv(templateTable(name)))
    return sendBody(request, { body, type: TYPES.csv, caching: ASK_EACH_TIME, file: { name: file, isShown: false } })
  }
  const tables = extension === 'xlsx' ? tablesOfBook(name) : null
  if (tables !== null) {
    const body = await templateBook(tables, locale)
    return sendBody(request, { body, type: TYPES.xlsx, caching: ASK_EACH_TIME, file: { name: file, isShown: false } })
  }
  return plainText(404, 'No such template.')
}

/** Writes a workbook with a sheet for each table, after one that says what the columns hold. */
function templateBook(names: readonly TemplateName[], locale: Locale): Promise<Uint8Array<ArrayBuffer>> {
  const tables = names.map((name) => ({ name, ...templateTable(name) }))
  return writeWorkbook([{ name: 'README', ...readmeTable(names, locale) }, ...tables])
}
