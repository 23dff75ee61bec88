import { formatCount, formatPercent, type Sign, signOf } from '@/lib/base/format'
import type { Locale } from '@/lib/base/locale'
import { type Translator, translatorFor } from '@/lib/messages/translate'
import { listsEvery } from '@/lib/pdf/document/tables/appendix'
import { marketTable } from '@/lib/pdf/document/tables/market-table'
import { windowCells } from '@/lib/pdf/document/tables/report-tables'
import { textCell } from '@/lib/pdf/document/tables/table-spec'
import type { Report, WindowRow } from '@/lib/report/model/report'
import { periodName } from '@/lib/report/text/period-name'
import type { ReportJob } from './job'
import { phraseParts } from './phrase-parts'

/** With more factors than this only the best and worst are shown. */
const RANKED_MAX = 16

interface Head {
  title: string
  /** First and last day of the week. */
  span: string
  fingerprint: string
}

/**
 * Returns the first page: headline, market, key points, facts of the issue, factors by long-short return of the week, people.
 */
export function coverOf({ report, publisher }: ReportJob, { title, span, fingerprint }: Head) {
  const { locale, issue, week, convention, version, window } = report
  const t = translatorFor(locale, window)
  const factors = (report.many?.families ?? report.table1).flatMap(({ rows }): WindowRow[] => rows)
  const ranking = rankingOf(factors)
  return {
    headline: report.headline,
    subtitle: `${title}${t('pdf.separator')}${periodName(report, t)}${t('pdf.separator')}${span}`,
    demo: report.isDemo ? t('demo.label') : null,
    market: marketTable(report),
    'points-title': t('keyPoints.title'),
    points: report.keyPoints.map(({ label, text }) => ({ label, parts: phraseParts(text) })),
    'facts-title': t('pdf.facts'),
    facts: [
      ...(window === 'week' ? [[t('pdf.issueDate'), issue?.issueDate ?? t('pdf.notIssued')]] : []),
      [t('pdf.week'), span],
      [t('week.asOf'), week.asOf],
      [t('week.convention'), t(`week.${convention}`)],
      [t('week.version'), String(version)],
      ...provisionalFact(report),
      [t('pdf.fingerprint'), fingerprint],
    ],
    'rank-title': t('pdf.ranking', { window: report.labels.week }),
    unit: t('tables.unit'),
    ...ranking,
    portfolios: {
      title: t('pdf.portfolioRanking'),
      heads: ['', report.labels.week, report.labels.month, report.labels.year],
      rows: report.table2.map((row) => [textCell(row.shortName), ...windowCells(row.primary)]),
    },
    rest: restOf(report, factors.length - RANKED_MAX, t),
    'related-title': t('footer.related'),
    related: (issue?.related ?? []).map(({ title: own, date, url }) => ({
      date: date ?? '',
      title: own,
      ...(url && { url }),
    })),
    'authors-title': t('footer.authors'),
    authors: peopleOf(issue?.authors ?? [], publisher, locale),
    contact: publisher.contact[locale],
  }
}

/** Returns the fact that trading days are provisional, if they are. */
function provisionalFact({ provisionalYears, locale }: Report): [name: string, fact: string][] {
  if (provisionalYears.length === 0) return []
  const t = translatorFor(locale)
  return [[t('pdf.tradingDays'), t('pdf.provisional', { years: provisionalYears.join(t('keyPoints.comma')) })]]
}

/** Returns the authors that only the issue names, then the publisher's authors with their contact details. */
function peopleOf(named: string[], publisher: ReportJob['publisher'], locale: Locale) {
  const known = publisher.authors.map(({ name, role, email, phone }) => ({
    name: name[locale],
    lines: [role?.[locale] ?? null, email, phone].filter((line) => line !== null && line !== ''),
  }))
  const others = named.filter((name) => known.every((author) => author.name !== name))
  return [...others.map((name) => ({ name, lines: [] })), ...known]
}

/** Says where the factors are that the ranking leaves out; null when it leaves out none. */
function restOf({ many }: Report, left: number, t: Translator): string | null {
  if (left <= 0) return null
  const count = formatCount(left)
  if (many === null) return t('pdf.rankRest', { count })
  return t(listsEvery(many) ? 'many.inAppendix' : 'many.inFiles', { count })
}

interface Ranked {
  name: string
  value: string
  tone: Sign
  /** Start and length of the bar, as shares of the width. */
  from: number
  length: number
}

/** Ranks factors by the week's value, highest first, missing ones last. Bars begin at `zero`, a share of the width. */
function rankingOf(factors: WindowRow[]): { ranked: Ranked[]; zero: number } {
  const weekOf = (row: WindowRow) => row.primary.week.value
  const sorted = factors.toSorted((a, b) => (weekOf(b) ?? LAST) - (weekOf(a) ?? LAST))
  const half = RANKED_MAX / 2
  const shown = sorted.length > RANKED_MAX ? [...sorted.slice(0, half), ...sorted.slice(-half)] : sorted
  const values = shown.map(weekOf).filter((value) => value !== null)
  const [low, high] = [Math.min(0, ...values), Math.max(0, ...values)]
  const share = (value: number) => (high > low ? value / (high - low) : 0)
  const zero = share(-low)
  const ranked = shown.map((row) => {
    const value = weekOf(row)
    const length = value === null ? 0 : share(value)
    const bar = { from: zero + Math.min(0, length), length: Math.abs(length) }
    return { name: row.shortName, value: formatPercent(value), tone: signOf(value), ...bar }
  })
  return { ranked, zero }
}

const LAST = Number.NEGATIVE_INFINITY
