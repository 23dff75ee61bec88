import type { Language, PlainSeries, PlainWeek } from './plain-market'

/** Checks one kind of sentence against the daily data. */
export interface ClaimOracle {
  type: string
  /** The whole sentence, or the whole clause. */
  pattern: Record<Language, RegExp>
  /** Returns what is untrue. @param said the named groups of the pattern; @param others all other key points */
  faults(said: Said, week: PlainWeek, others: string): string[]
}

export type Said = Record<string, string | undefined>

/** Reads a count in digits or in Chinese words up to 99. */
export function countOf(said = ''): number {
  const text = said.trim()
  if (/^\d+$/.test(text)) return Number(text)
  const digit = (word: string) => '零一二三四五六七八九'.indexOf(word.replace('两', '二'))
  const [tens, ones] = text.includes('十') ? text.split('十') : [null, text]
  if (tens === null) return digit(ones ?? '')
  return (tens === '' ? 1 : digit(tens ?? '')) * 10 + (ones === '' ? 0 : digit(ones ?? ''))
}

/** Is this the figure that is printed for a value? */
export function prints(percent: number, value: number | null): boolean {
  return value !== null && Math.abs(percent - value * 100) <= 0.005 + 1e-9
}

/** The sign of the printed figure. */
export function sign(value: number | null): 'up' | 'down' | 'flat' | 'none' {
  if (value === null) return 'none'
  if (Math.abs(value) * 100 < 0.005 - 1e-9) return 'flat'
  return value > 0 ? 'up' : 'down'
}

/** Returns a fault unless it holds. */
export function expectThat(holds: boolean, fault: string): string[] {
  return holds ? [] : [fault]
}

export function primaryOf({ isFactor }: PlainSeries): 'longShort' | 'excess' {
  return isFactor ? 'longShort' : 'excess'
}

export function weekOfSeries(week: PlainWeek, series: PlainSeries): number | null {
  return week.value(series, primaryOf(series), 'week')
}

/** Is a whole percentage the printed form of a share? 0 and 100 stand only for none and all. */
export function printsShare(percent: number, share: number): boolean {
  if (share === 0 || share === 1) return percent === share * 100
  const bounded = Math.min(99, Math.max(1, share * 100))
  return Math.abs(percent - bounded) <= 0.5 + 1e-9
}
