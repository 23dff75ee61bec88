import { createHash } from 'node:crypto'
import type { AskedWords } from '@/lib/api/endpoint'

export interface Cursor {
  version: number
  stamp: string
  /** Rows before the page. */
  offset: number
}

/** "3.5f3a9c1e.0b1c2d3e.500": version and stamp, what was asked, and where to go on. A version never changes, so nothing is lost or seen twice. */
export function writeCursor({ version, stamp, offset }: Cursor, path: string, own: AskedWords): string {
  return [version, stamp, questionMark(path, own), offset].join('.')
}

/** @returns null when the cursor belongs to another request */
export function readCursor(cursor: string, path: string, own: AskedWords): Cursor | null {
  const [version, stamp = '', question, offset] = cursor.split('.')
  if (question !== questionMark(path, own)) return null
  return { version: Number(version), stamp, offset: Number(offset) }
}

/** The same rows in another format may go on from the same place. */
function questionMark(path: string, own: AskedWords): string {
  const words = Object.entries(own).toSorted(([a], [b]) => (a < b ? -1 : 1))
  const question = JSON.stringify([path.replace(/\.[a-z]+$/, ''), words])
  return createHash('sha256').update(question).digest('hex').slice(0, 8)
}
