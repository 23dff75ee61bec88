import type { SeriesRows } from '@/lib/figures/figure'
import { isSeriesRows } from '@/lib/figures/is-figure-rows'
import type { HandSurface } from './hand-surface'

export interface HandParts {
  HandSurface: typeof HandSurface
  rows: SeriesRows
}

/** @throws Error when the rows or the code cannot be had */
export async function loadHand(href: string): Promise<HandParts> {
  const [response, surface] = await Promise.all([fetch(href), import('./hand-surface')])
  if (!response.ok) throw new Error(`${href} answered ${response.status}`)
  const rows: unknown = await response.json()
  if (!isSeriesRows(rows)) throw new TypeError(`${href} holds no rows of a series`)
  return { rows, HandSurface: surface.HandSurface }
}
