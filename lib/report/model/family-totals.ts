import type { WindowName } from '@/lib/analysis/cell'

/** How the factors of a family did. */
export interface FamilyTotals {
  /** Empty for all factors. */
  code: string
  name: string
  count: number
  longShort: Record<WindowName, WindowTotals>
  longExcess: Record<WindowName, WindowTotals>
}

/** One window figure over several factors; those without a value do not count. */
export interface WindowTotals {
  up: number
  down: number
  known: number
  /** Decimal fraction; null when none is known, as in the other two. */
  mean: number | null
  best: NamedValue | null
  worst: NamedValue | null
}

interface NamedValue {
  code: string
  shortName: string
  /** Decimal fraction. */
  value: number
}

/** A page of one family. */
export interface ShownFamily {
  totals: FamilyTotals
  /** From 1. */
  page: number
  pages: number
}
