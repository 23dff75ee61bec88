import type { SeriesHistory } from '@/lib/analysis/history'
import type { Span } from '@/lib/analysis/trading-windows'
import type { Convention } from '@/lib/base/convention'
import type { Contribution, ContributionDay } from '@/lib/db/queries/get-contributions'
import type { Component } from '@/lib/db/queries/get-localised-components'
import { contributionsOver, type WindowContributions } from './contributions-over'

/** What a portfolio's excess comes from, by group and component, in several windows. */
export interface ContributionTable {
  windows: Omit<WindowContributions, 'parts'>[]
  /** In the order of the catalogue. */
  groups: ContributionGroup[]
}

export interface ContributionGroup extends ContributionRow {
  /** Empty for a group without components. */
  components: ContributionRow[]
}

interface ContributionRow {
  code: string
  name: string
  /** One for each window, decimal fractions; null in a window without a value. They add up to the window's excess. */
  values: (number | null)[]
}

/** What a store knows of the contributions of a portfolio. */
export interface KnownContributions {
  /** The portfolio's days with contributions, oldest first. */
  days: readonly ContributionDay[]
  /** Names in the reader's language, by position. */
  components: readonly Component[]
}

/** Returns the contributions of a portfolio in several windows: a row for each component that any of the days has. */
export function contributionTable(
  history: SeriesHistory,
  spans: readonly Span[],
  { days, components }: KnownContributions,
  convention: Convention,
): ContributionTable {
  const windows = spans.map((span) => contributionsOver(history, days, span, convention))
  const order = new Map(components.map(({ component }, index) => [component, index]))
  const names = new Map(components.map(({ component, name }) => [component, name]))
  const sorted = (codes: Iterable<string>) =>
    [...new Set(codes)].sort((a, b) => (order.get(a) ?? order.size) - (order.get(b) ?? order.size))
  const parts = days.flatMap((day) => day.parts)
  const rowOf = (code: string, isOwn: (part: Contribution) => boolean): ContributionRow => ({
    code,
    name: names.get(code) ?? code,
    values: windows.map((window) => (window.missing === null ? sumOf(window.parts.filter(isOwn)) : null)),
  })
  return {
    windows: windows.map(({ parts: _, ...window }) => window),
    groups: sorted(parts.map(({ group }) => group)).map((code) => {
      const own = parts.filter(({ group }) => group === code)
      return {
        ...rowOf(code, ({ group }) => group === code),
        components: sorted(own.flatMap(({ component }) => component ?? [])).map((component) =>
          rowOf(component, (part) => part.group === code && part.component === component),
        ),
      }
    }),
  }
}

function sumOf(parts: readonly { value: number }[]): number {
  return parts.reduce((sum, { value }) => sum + value, 0)
}
