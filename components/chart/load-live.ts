import { isFigureRows } from '@/lib/figures/rows/is-figure-rows'
import type { LiveRows } from '@/lib/figures/rows/rows'
import type { LiveCanvas } from './live-canvas'

export interface LiveParts {
  LiveCanvas: typeof LiveCanvas
  rows: LiveRows
}

/**
 * Fetches rows and chart library in parallel.
 * @throws Error when either cannot be loaded.
 */
export async function loadLive(href: string): Promise<LiveParts> {
  const [rows, canvas] = await Promise.all([fetchRows(href), import('./live-canvas')])
  return { rows, LiveCanvas: canvas.LiveCanvas }
}

async function fetchRows(href: string): Promise<LiveRows> {
  const response = await fetch(href)
  if (!response.ok) throw new Error(`${href} answered ${response.status}`)
  const rows: unknown = await response.json()
  if (!isFigureRows(rows)) throw new TypeError(`${href} holds no rows`)
  return rows
}
