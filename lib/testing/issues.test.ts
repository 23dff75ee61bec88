/**
 * Builds issues of months and quarters of the demo. Their tables are computed again by plain loops over the rows of the CSV,
 * and so are the facts of their texts; and no text speaks of a week. A long run checks every issue.
 */
import { describe, expect, it } from 'vitest'
import { issueEnds } from '@/lib/analysis/weeks/find-issue'
import { WINDOW_TERMS } from '@/lib/analysis/window-terms'
import { formatPercent } from '@/lib/base/format'
import { buildReport } from '@/lib/report/build/build-report'
import type { Phrase, Report } from '@/lib/report/model/report'
import { marketTexts } from '@/lib/report/text/market-text'
import { phraseText } from '@/lib/report/text/phrase'
import { expectGoodSentences } from './report/check-wording'
import { demoInputs, readDemo } from './report/demo-inputs'
import { type Convention, type Pair, plainSpread, plainWins, type Spread } from './report/plain-figures'
import { type Kind, type PlainIssue, plainIssue } from './report/plain-issue'
import { FIRST_DAY, pairsOf, rowsOf } from './report/plain-tables'
import { sampleOf, sizeOfRun } from './run/run-mode'

const CASES: [Kind, 'zh' | 'en', Convention][] = [
  ['month', 'zh', 'arithmetic'],
  ['month', 'en', 'geometric'],
  ['quarter', 'zh', 'geometric'],
  ['quarter', 'en', 'arithmetic'],
]
const LEAST_PAST = { month: 36, quarter: 20 }

describe.each(CASES)('a %s in %s, %s', (kind, locale, convention) => {
  it('has figures, win rates, percentiles and texts that plain loops confirm', { timeout: 600_000 }, async () => {
    const demo = await readDemo()
    const days = demo.days.filter((day) => day >= FIRST_DAY)
    const ends = issueEnds(days, kind)
    expect(ends.length).toBe(kind === 'month' ? 128 : 43)
    const pairs = pairsOf(demo, demo.rows)
    const drawn = sampleOf(`${kind}s in ${locale}`, ends, sizeOfRun({ usual: 2, long: ends.length }))
    const shown = new Set([...drawn, ends[0] ?? '', ends[5] ?? '', ends.at(-1) ?? ''])
    for (const asOf of shown) {
      const report = buildReport(demoInputs(demo, asOf, { locale, convention, window: kind }))
      const issue = plainIssue(
        days.filter((day) => day <= asOf),
        kind,
      )
      expect(report.week).toMatchObject({ firstDay: issue.running[0]?.[0], asOf })
      expectGoodSentences(report)
      expect(disagreements(report, issue, pairs), asOf).toEqual([])
      expect(untrue(report, issue, pairs), asOf).toEqual([])
      expect(otherBars(report), asOf).toEqual([])
      expect(textsOf(report).filter(speaksOfWeeks), asOf).toEqual([])
    }
  })
})

it('needs as many earlier months and quarters as its texts say', () => {
  for (const kind of ['month', 'quarter'] as const) expect(WINDOW_TERMS[kind].leastPast).toBe(LEAST_PAST[kind])
})

/** Returns cells, percentiles and win rates that differ from the plain loops. */
function disagreements(report: Report, { running, periods, past }: PlainIssue, pairs: Map<string, Pair>): string[] {
  const kind = report.window as Kind
  return rowsOf(report).flatMap(({ primary, longExcess }) =>
    [primary, ...(longExcess ? [longExcess] : [])].flatMap((measure) => {
      const { week, month, year, winRate } = measure
      const pair = pairs.get(week.id.slice(0, week.id.lastIndexOf('.'))) ?? new Map()
      const spread = (window: string[]) => plainSpread(pair, window, report.convention)
      const plain = running.map(spread)
      const cells = [week, month, year].every(({ value }, index) => isClose(value, plain[index] ?? null))
      const wins = plainWins(pair, periods, report.convention) === `${winRate.wins}/${winRate.periods}`
      const known = past.map(spread).filter((value) => value !== null)
      const share = shareBelow(plain[0] ?? null, known, LEAST_PAST[kind])
      const place = isClose(week.percentile, share)
      return cells && wins && place
        ? []
        : [`${week.id}: ${plain} ${plainWins(pair, periods, report.convention)} ${share}`]
    }),
  )
}

function isClose(value: number | null, plain: Spread): boolean {
  return value === null || plain === null ? value === plain : Math.abs(value - plain) < 1e-12
}

function shareBelow(value: Spread, past: number[], least: number): number | null {
  if (value === null || past.length < least) return null
  return past.filter((earlier) => earlier < value).length / past.length
}

/**
 * Returns claims of the key points that plain loops refute: each figure of a text, the counts of factors above and below zero,
 * the best and the worst factor, and win rates in words.
 */
function untrue(report: Report, { running, periods }: PlainIssue, pairs: Map<string, Pair>): string[] {
  const columns = { month: ['month', 'quarter', 'year'], quarter: ['quarter', 'year', 'oneYear'] }[
    report.window as Kind
  ]
  const figure = (cell: string): string | undefined => {
    const parts = cell.split('.')
    const days = running[columns.indexOf(parts.at(-1) ?? '')]
    const pair = pairs.get(parts.slice(0, -1).join('.'))
    return days && pair && formatPercent(plainSpread(pair, days, report.convention))
  }
  const parts = [...report.keyPoints, ...report.plainList].flatMap(({ text }) => text)
  const factors = [...pairs].filter(([id]) => id.endsWith('.longShort'))
  const spreads = factors.map(([, pair]) => plainSpread(pair, running[0] ?? [], report.convention))
  const printed = spreads.map((value) => formatPercent(value))
  const counts: Record<string, number> = {
    'up:week': printed.filter((text) => text.startsWith('+')).length,
    'down:week': printed.filter((text) => text.startsWith('−')).length,
  }
  const ofFigures = parts.flatMap((part) => {
    if (part.kind !== 'figure' || part.cell.endsWith('.drawdown')) return []
    return figure(part.cell) === formatPercent(part.value) ? [] : [`${part.cell} ${part.value}: ${figure(part.cell)}`]
  })
  const ofFacts = parts.flatMap((part) => {
    if (part.kind !== 'fact') return []
    const expected = part.of.startsWith('wins:') ? winsOf(part.of, report, periods, pairs) : counts[part.of]
    if (expected === undefined) return []
    return numberIn(part.text) === String(expected) ? [] : [`${part.of} ${part.text}: ${expected}`]
  })
  const bestWorst = report.keyPoints.filter(({ label }) => ['最强', 'Best', '最弱', 'Worst'].includes(label))
  const sorted = printed.filter((text) => text !== '—').toSorted((a, b) => printedValue(b) - printedValue(a))
  const ofLeaders = bestWorst.flatMap(({ label, text }) => {
    const first = text.find((part) => part.kind === 'figure')
    const expected = ['最强', 'Best'].includes(label) ? sorted[0] : sorted.at(-1)
    return first === undefined || formatPercent(first.value) === expected ? [] : [`${label}: ${expected}`]
  })
  return [...ofFigures, ...ofFacts, ...ofLeaders]
}

/** Returns factors whose bars have other windows or differences than their row. */
function otherBars({ sections, table1, labels }: Report): string[] {
  const rows = new Map(table1.flatMap((family) => family.rows).map((row) => [row.code, row.primary]))
  return sections.flatMap((section) => {
    if (section.kind !== 'factor') return []
    const { week, month, year } = rows.get(section.code) ?? {}
    const expected = [week, month, year].map((cell) => formatPercent(cell?.value ?? null))
    const shown = section.figures[1]?.table.rows ?? []
    const isSame = shown.length === 0 || shown.every((row, index) => row.at(-1) === expected[index])
    const areNamed = shown.length === 0 || shown.every(([name], index) => name === Object.values(labels)[index])
    return isSame && areNamed ? [] : [section.code]
  })
}

/** Returns "5/8"; a dash without periods. @param of "wins:code" of a portfolio, or "wins:code.measure" */
function winsOf(of: string, report: Report, periods: string[][], pairs: Map<string, Pair>): string {
  const id = of.slice('wins:'.length)
  const wins = plainWins(pairs.get(id) ?? pairs.get(`${id}.excess`) ?? new Map(), periods, report.convention)
  return wins === '0/0' ? '—' : wins
}

/** Reads "5/8", "5 of 8", "十二" and "12". */
function numberIn(text: string): string {
  const known = text.replace(' of ', '/')
  if (/^([\d/]+|—)$/.test(known)) return known
  const [tens = '', ones = ''] = known.includes('十') ? known.split('十') : ['零', known]
  const digit = (word: string, empty: number) =>
    word === '' ? empty : word === '两' ? 2 : '零一二三四五六七八九'.indexOf(word)
  return String(10 * digit(tens, 1) + digit(ones, 0))
}

function printedValue(text: string): number {
  return Number(text.replace('−', '-').replaceAll(',', ''))
}

/** Returns the sentences of an issue. */
function textsOf(report: Report): string[] {
  const ofSections = report.sections.flatMap((section): Phrase[] => {
    if (section.kind === 'factor') return [section.commentary]
    return section.kind === 'portfolios' ? section.parts.map(({ commentary }) => commentary) : []
  })
  const phrases = [...report.keyPoints, ...report.plainList, ...report.ownKeyPoints].map(({ text }) => text)
  return [
    report.headline.join(''),
    ...Object.values(report.labels),
    ...marketTexts(report),
    ...[...phrases, ...ofSections].map(phraseText),
  ]
}

/** Returns whether a text speaks of weeks, other than of how long ago a line had its last high. */
function speaksOfWeeks(text: string): boolean {
  const others = text.replaceAll(/in \d+ weeks/g, '').replaceAll(/[一二两三四五六七八九十\d\s]+周来/g, '')
  return /week|周/i.test(others)
}
