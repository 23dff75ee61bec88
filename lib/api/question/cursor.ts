import { createHash } from 'node:crypto'
import type { ParameterTexts } from '@/lib/api/endpoint'

export interface Cursor {
  version: number
  stamp: string
  /** Rows before the page. */
  offset: number
}

/**
 * Writes a cursor: version, stamp, hash of the request and offset, such as "3.5f3a9c1e.0b1c2d3e.500". A version never
 * changes, so pages neither miss nor repeat rows.
 */
export function writeCursor({ version, stamp, offset }: Cursor, path: string, own: ParameterTexts): string {
  return [version, stamp, requestHash(path, own), offset].join('.')
}

/** Parses a cursor. Returns null when it belongs to another request. */
export function readCursor(cursor: string, path: string, own: ParameterTexts): Cursor | null {
  const [version, stamp = '', question, offset] = cursor.split('.')
  if (question !== requestHash(path, own)) return null
  return { version: Number(version), stamp, offset: Number(offset) }
}

/** Returns a hash of the request without its format, so that a cursor is valid in every format. */
function requestHash(path: string, own: ParameterTexts): string {
  const words = Object.entries(own).toSorted(([a], [b]) => (a < b ? -1 : 1))
  const question = JSON.stringify([path.replace(/\.[a-z]+$/, ''), words])
  return createHash('sha256').update(question).digest('hex').slice(0, 8)
}
