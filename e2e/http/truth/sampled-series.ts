import { CONVENTIONS, type Convention } from '@/lib/base/convention'
import { sampleOf } from '@/lib/testing/run/run-mode'
import { PUBLISHED_CELLS } from '../../published'
import type { Legs } from './naive-figures'

interface Series {
  code: string
  folder: Legs['folder']
}

/** Codes of the demo. */
const CODES = [...new Set([...PUBLISHED_CELLS.keys()].map((cell) => cell.split('.')[0] ?? ''))]
const isPortfolio = (code: string) => PUBLISHED_CELLS.has(`${code}.excess.week`)

/** Returns some factors and one portfolio; in a long run, all series. */
export function sampledSeries(name: string, factors: number): Series[] {
  const [ofFactors, ofPortfolios] = [CODES.filter((code) => !isPortfolio(code)), CODES.filter(isPortfolio)]
  return [
    ...sampleOf(`factors of ${name}`, ofFactors, factors).map((code) => ({ code, folder: 'factors' as const })),
    ...sampleOf(`portfolios of ${name}`, ofPortfolios, 1).map((code) => ({ code, folder: 'portfolios' as const })),
  ]
}

/** Returns one convention, drawn for the tests of that name; in a long run, both. */
export function sampledConventions(name: string): Convention[] {
  return sampleOf(`convention of ${name}`, CONVENTIONS, 1)
}
