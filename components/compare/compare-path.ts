import { pathWith } from '@/lib/address/parameters/packed'

/** What a comparison's address says. */
export interface CompareState {
  codes: readonly string[]
  from: string | null
  to: string | null
  axis: 'log' | 'linear'
  pair: readonly [string, string] | null
}

/** "/compare?series=a,b&from=…": the same comparison, but for what `change` says. A pair goes with its series. */
export function comparePath(state: CompareState, change: Partial<CompareState> = {}): string {
  const { codes, from, to, axis, pair } = { ...state, ...change }
  const kept = pair?.every((code) => codes.includes(code)) ? pair : null
  return pathWith('/compare', {
    series: codes.length > 0 ? codes.join(',') : null,
    from,
    to,
    axis: axis === 'linear' ? axis : null,
    pair: kept?.join(',') ?? null,
  })
}
