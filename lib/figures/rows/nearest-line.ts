import { logarithm } from '@/lib/charts/ratio-scale'
import type { LinesRows } from './rows'

/** A point of a plot, in the units of its axes. */
interface Point {
  /** Position among the dates. */
  day: number
  y: number
  /** Maximum distance of the point from a line. */
  reach: number
}

/** Returns the line that is vertically nearest to a point; null when none is within reach. */
export function nearestLine({ lines, axis }: LinesRows, { day, y, reach }: Point): number | null {
  let nearest: { line: number; distance: number } | null = null
  for (const [line, { values }] of lines.entries()) {
    const value = values[day] ?? null
    if (value === null) continue
    const distance = Math.abs((axis === 'log' ? logarithm(value) : value) - y)
    if (distance <= reach && (nearest === null || distance < nearest.distance)) nearest = { line, distance }
  }
  return nearest?.line ?? null
}
