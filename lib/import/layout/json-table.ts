/** Tables written as JSON, which is read for catalogues alone. */

import { SECTIONS } from '@/lib/catalogue/catalogue-fields'
import { columnsOf, KINDS } from '@/lib/catalogue/series-kinds'
import { readNames } from './column-names'

const COLUMNS = new Set([...KINDS.flatMap(columnsOf), 'leg', 'value', 'variable', 'code'])

/** Returns what a JSON text that is no catalogue holds: "a list of records"; null for a catalogue or any other JSON. */
export function describeJsonTable(content: unknown): string | null {
  if (Array.isArray(content)) return content.some(isObject) ? 'a list of records' : 'a list of rows'
  if (!isObject(content)) return null
  const keys = Object.keys(content)
  if (keys.some((key) => SECTIONS.some((section) => section === key))) return null
  const has = (...names: string[]) => names.every((name) => keys.includes(name))
  if (has('columns', 'data') || has('index', 'data')) return 'columns and data apart (the orient "split" of pandas)'
  if (has('schema', 'data')) return 'a schema and data (the orient "table" of pandas)'
  if (areColumns(keys))
    return Object.values(content).some(isObject) || Object.values(content).some(Array.isArray)
      ? 'an object of columns'
      : 'a record'
  const [first] = Object.values(content)
  if (isObject(first) && areColumns(Object.keys(first))) return 'an object of rows'
  const isDataOnly = keys.length === 1 && Array.isArray(first) && first.some(isObject)
  return isDataOnly ? 'a list of records' : null
}

/** Returns whether the text has one JSON record on each line. */
export function isJsonLines(text: string): boolean {
  const lines = text.split(/\r?\n/, 3).filter((line) => line.trim() !== '')
  return lines.length > 1 && lines.slice(0, 2).every((line) => parsesAsRecord(line))
}

function parsesAsRecord(line: string): boolean {
  try {
    const found: unknown = JSON.parse(line)
    return isObject(found) || Array.isArray(found)
  } catch {
    return false
  }
}

function areColumns(keys: string[]): boolean {
  return readNames(keys).some(({ name }) => COLUMNS.has(name.toLowerCase()) || name.includes('.'))
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
