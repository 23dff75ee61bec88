/** What a portfolio's excess of a period comes from, as a waterfall from zero to the excess. */
export interface ContributionRows {
  shape: 'contributions'
  /** First and last trading day, ISO dates. */
  from: string
  to: string
  /** The window figure; null when a day has no return. */
  excess: number | null
  /** In the order of the catalogue; empty when there is no value. Their values add up to the excess. */
  groups: ContributionGroupRow[]
  /** Why there is no value; null when there is one. */
  missing: string | null
  /** Name of the last bar. */
  totalLabel: string
  /** Name of the bar of small groups that do not fit, without their number. */
  othersLabel: string
}

interface ContributionGroupRow {
  name: string
  /** Decimal fraction. */
  value: number
  /** Empty for a group without components. */
  components: { name: string; value: number }[]
}

/** A line of the drawing: a bar from where the one before it ends, or the name and sum of a group above its components. */
export interface WaterfallLine {
  role: 'head' | 'component' | 'group' | 'total'
  name: string
  value: number
  /** Ends of its bar, decimal fractions; equal for a head, which has none. */
  start: number
  end: number
}

/** A picture has room for so many lines. */
export const LINES_MAX = 18

/**
 * Returns the lines of the drawing, top to bottom: groups with their components below them when all have room, else groups
 * alone, of which the smallest are one line when there are too many; last the excess, from zero.
 */
export function waterfallLines({ groups, totalLabel, othersLabel }: ContributionRows): WaterfallLine[] {
  const whole = groups.reduce((count, { components }) => count + 1 + components.length, 1)
  const shown = whole <= LINES_MAX ? groups : fitting(groups, othersLabel)
  let at = 0
  const bar = (role: WaterfallLine['role'], { name, value }: { name: string; value: number }): WaterfallLine => {
    const start = at
    at += value
    return { role, name, value, start, end: at }
  }
  const lines = shown.flatMap((group) =>
    group.components.length === 0
      ? [bar('group', group)]
      : [
          { role: 'head' as const, name: group.name, value: group.value, start: at, end: at },
          ...group.components.map((component) => bar('component', component)),
        ],
  )
  return [...lines, { role: 'total', name: totalLabel, value: at, start: 0, end: at }]
}

function fitting(groups: readonly ContributionGroupRow[], othersLabel: string): ContributionGroupRow[] {
  const whole = groups.map(({ name, value }) => ({ name, value, components: [] }))
  if (whole.length < LINES_MAX) return whole
  const sizes = whole.map(({ value }) => Math.abs(value)).toSorted((a, b) => b - a)
  const least = sizes[LINES_MAX - 3] as number
  const kept = whole.filter(({ value }) => Math.abs(value) >= least).slice(0, LINES_MAX - 2)
  const left = whole.filter((group) => !kept.includes(group))
  const others = left.reduce((sum, { value }) => sum + value, 0)
  return [...kept, { name: `${othersLabel} (${left.length})`, value: others, components: [] }]
}
