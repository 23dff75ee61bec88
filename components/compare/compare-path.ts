import { pathWith } from '@/lib/address/parameters/packed'

/** The parameters of a comparison's address. */
export interface CompareState {
  codes: readonly string[]
  from: string | null
  to: string | null
  axis: 'log' | 'linear'
  pair: readonly [string, string] | null
}

/** Returns "/compare?series=a,b&from=…": the same comparison with `change`. Removing a series also removes its pair. */
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
