/** For tests: checks the wording of a report, and its sentences against its tables. */
import { expect } from 'vitest'
import type { Cell } from '@/lib/analysis/cell'
import { formatPercent } from '@/lib/base/format'
import type { Locale } from '@/lib/base/locale'
import type { Phrase, Report, SummaryRow } from '@/lib/report/model/report'
import { phraseText } from '@/lib/report/text/phrase'
import { countWord } from '@/lib/report/text/wording'

/** Fails unless a report reads well and agrees with its tables. */
export function expectGoodWording(report: Report): void {
  const { asOf } = report.week
  expectGoodSentences(report)
  expect(looseNumbers(report), asOf).toEqual([])
  expect(wrongFacts(report), asOf).toEqual([])
  expect(report.weekStrip.at(-1), asOf).toMatchObject({ asOf, up: tally(report).up })
  expect(figureNumbers(report), asOf).toEqual(Array.from({ length: 32 }, (_, index) => index + 1))
}

/** Fails unless every text of a report, which may be of a month or a quarter, reads well and has the figures of its cells. */
export function expectGoodSentences(report: Report): void {
  const { asOf } = report.week
  expect(faults(report), asOf).toEqual([])
  expect(unboundFigures(report), asOf).toEqual([])
}

/** Patterns that no text of a report may match. */
const FAULTS = {
  'a value that is none': /undefined|NaN|null|Infinity|\[object/,
  'a mark or a brace': /[\uE000-\uF8FF{}]/,
  'two spaces': /[ \u00A0]{2}/,
  'two punctuation marks': /[，。；：、,;:.!?][，。；：、,;:.!?]/,
  'a space before punctuation': /[ \u00A0][，。；：、,;:.!?）)]/,
  'a space within Chinese text': /\p{Script=Han}[ \u00A0]\p{Script=Han}/u,
  'no word': /^[^\p{L}\p{N}—−]*$/u,
}

function faults(report: Report): string[] {
  return textsOf(report).flatMap(({ where, text }) =>
    Object.entries(FAULTS).flatMap(([fault, pattern]) => (pattern.test(text) ? [`${where}: ${fault}: ${text}`] : [])),
  )
}

/**
 * Returns every string of a report with its path: a phrase as plain text, the headline as one line, without TeX and
 * authors.
 */
function textsOf(node: unknown, where = ''): { where: string; text: string }[] {
  if (typeof node === 'string') return [{ where, text: node }]
  if (typeof node !== 'object' || node === null) return []
  if (isPhrase(node)) return [{ where, text: phraseText(node) }]
  return Object.entries(node).flatMap(([key, child]) => {
    if (key === 'objective' || key === 'symbol' || key === 'authors' || isAbsent(key, node)) return []
    return textsOf(key === 'headline' ? child.join('') : child, `${where}.${key}`)
  })
}

/** Is it the note of a figure that has nothing to draw? Such a figure shows no note. */
function isAbsent(key: string, node: object): boolean {
  return key === 'note' && 'emptyReason' in node && node.emptyReason !== null
}

function isPhrase(node: object): node is Phrase {
  return (
    Array.isArray(node) &&
    node.length > 0 &&
    node.every((part) => typeof part === 'object' && 'kind' in part && isPartKind(part.kind))
  )
}

function isPartKind(kind: string): boolean {
  return kind === 'text' || kind === 'name' || kind === 'figure' || kind === 'fact'
}

/** Returns the figures in sentences that differ from the value of the cell that they name. */
function unboundFigures(report: Report): string[] {
  const values = new Map(cellsOf(report).map(({ id, value }) => [id, value]))
  const figures = phrasesOf(report)
    .flat()
    .filter((part) => part.kind === 'figure')
  expect(figures.length).toBeGreaterThan(16)
  return figures.filter(({ cell, value }) => !values.has(cell) || values.get(cell) !== value).map(({ cell }) => cell)
}

/** Numbers that a sentence may contain without a mark: names of the windows, and fixed rules. */
const RULES = ['5%–95%', '5th to 95th', '52']

/** Returns numbers of key points, in digits or words, that have no mark in the text. */
function looseNumbers({ keyPoints, labels }: Report): string[] {
  return keyPoints.flatMap(({ text }) => {
    const running = text.map((part) => (part.kind === 'text' ? part.text : '|')).join('')
    const free = [...RULES, labels.month, labels.year].reduce((left, rule) => left.replaceAll(rule, ''), running)
    return /\d|[零一二两三四五六七八九十百]/.test(free) ? [running] : []
  })
}

/** Returns facts of key points that differ from the rows. The oracles of claims check facts from history. */
function wrongFacts(report: Report): string[] {
  const facts = report.keyPoints.flatMap(({ text }) => text.filter((part) => part.kind === 'fact'))
  return facts.flatMap(({ text, of }) => {
    const expected = factOf(of, report)
    return expected === null || expected === text ? [] : [`${of}: ${text}, not ${expected}`]
  })
}

/** Returns a fact computed from the rows by other code; null for a fact from history. */
function factOf(of: string, report: Report): string | null {
  const [kind = '', subject = ''] = of.split(':')
  const rows: SummaryRow[] = [...report.table1.flatMap((family) => family.rows), ...report.table2]
  const row = rows.find(({ code }) => code === subject.split('.')[0])
  const rankOf = (share: number) => rankText(Math.min(99, Math.max(1, Math.round(share * 100))), report.locale)
  if (kind === 'up' || kind === 'down' || kind === 'flat')
    return countWord(report.locale, countOf(kind, subject, report))
  if (kind === 'percentile') {
    const share = Number(row?.primary.week.percentile)
    return share === 0 || share === 1 ? rankText(share * 100, report.locale) : rankOf(share)
  }
  if (kind === 'record') return recordOf(row?.primary.week.percentile, report.locale, RECORD)
  if (kind === 'high' || kind === 'low') {
    const share = Number(row?.primary.year.percentile)
    if (share === 0 || share === 1) return recordOf(share, report.locale, YEAR_RECORD)
    expect(share < 0.05 ? 'low' : share > 0.95 ? 'high' : 'usual').toBe(kind)
    return rankOf(share)
  }
  if (kind === 'zScore') {
    const score = Number(row?.standing.zScore)
    const digits = Math.abs(score).toFixed(1)
    return `${digits === '0.0' ? '' : score > 0 ? '+' : '−'}${digits}`
  }
  if (kind === 'streak') return countWord(report.locale, Math.abs(Number(row?.standing.streak)))
  if (kind === 'wins')
    return [row?.primary.winRate.wins, row?.primary.winRate.periods].join(report.locale === 'zh' ? '/' : ' of ')
  expect(HISTORY_FACTS).toContain(kind)
  return null
}

/** Kinds of facts that the oracles of claims check against the daily data. */
const HISTORY_FACTS = [
  ...['together', 'sinceHigh', 'highDay', 'deeper', 'recordLowDay', 'recordLow'],
  ...['others', 'unusual', 'young'],
]

const RECORD = { zh: ['有数据以来最低', '有数据以来最高'], en: ['its lowest on record', 'its highest on record'] }
const YEAR_RECORD = {
  zh: ['历史同长区间中最低', '历史同长区间中最高'],
  en: ['the lowest of all periods of this length', 'the highest of all periods of this length'],
}

/** Formats a rank: "46%" in Chinese, "46th" in English. */
function rankText(rank: number, locale: Locale): string {
  if (locale === 'zh') return `${rank}%`
  const isTeen = rank > 10 && rank < 14
  return `${rank}${(isTeen ? null : [null, 'st', 'nd', 'rd'][rank % 10]) ?? 'th'}`
}

/** Returns the words for the lowest (0) or highest (1) share; any other share is no record. */
function recordOf(share: number | null | undefined, locale: Locale, words: typeof RECORD): string {
  return (share === 0 || share === 1 ? words[locale][share] : undefined) ?? 'no record'
}

/** Counts the factors of a family, or of all in a window, that print a gain, a loss or zero. */
function countOf(side: 'up' | 'down' | 'flat', subject: string, { table1 }: Report): number {
  const isWindow = subject === 'week' || subject === 'month' || subject === 'year'
  const rows = table1.filter(({ code }) => isWindow || code === subject).flatMap((family) => family.rows)
  const window = isWindow ? subject : 'week'
  const printed = rows.map(({ primary }) => formatPercent(primary[window].value))
  return printed.filter((figure) => figure.startsWith({ up: '+', down: '−', flat: '0' }[side])).length
}

function phrasesOf({ keyPoints, sections }: Report): Phrase[] {
  const commentaries = sections.flatMap((section) => {
    if (section.kind === 'factor') return [section.commentary]
    return section.kind === 'portfolios' ? section.parts.map(({ commentary }) => commentary) : []
  })
  return [...keyPoints.map(({ text }) => text), ...commentaries]
}

function cellsOf({ table1, table2 }: Report): Cell[] {
  const rows: SummaryRow[] = [...table1.flatMap((family) => family.rows), ...table2]
  return rows.flatMap(({ primary, longExcess, standing }) => [
    ...[primary, ...(longExcess ? [longExcess] : [])].flatMap(({ week, month, year }) => [week, month, year]),
    standing.drawdown,
  ])
}

interface Tally {
  up: number
  down: number
  flat: number
}

/** Counts the signs of the week's long-short returns, as printed and as the families count them. */
function tally({ table1 }: Report): Tally {
  const printed = table1.flatMap(({ rows }) => rows.map(({ primary }) => formatPercent(primary.week.value)))
  const count = (sign: RegExp) => printed.filter((figure) => sign.test(figure)).length
  const signs = { up: count(/^\+/), down: count(/^−/), flat: count(/^0/) }
  const families = (sign: 'up' | 'down') => table1.reduce((sum, family) => sum + family[sign], 0)
  expect([families('up'), families('down')]).toEqual([signs.up, signs.down])
  return signs
}

function figureNumbers({ sections }: Report): number[] {
  return sections.flatMap((section) => {
    if (section.kind === 'risk') return []
    const figures = section.kind === 'factor' ? section.figures : section.parts.flatMap((part) => part.figures)
    return figures.map(({ number }) => number)
  })
}
