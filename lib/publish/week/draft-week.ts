import type { ReportDays } from '@/lib/analysis/weeks/report-days'
import type { Convention } from '@/lib/base/convention'
import { LOCALES, type Locale } from '@/lib/base/locale'
import type { WindowKind } from '@/lib/base/window-kind'
import { newestAliases } from '@/lib/db/newest-aliases'
import { getCatalogue } from '@/lib/db/queries/get-catalogue'
import type { EditionSummary } from '@/lib/editions/edition-record'
import { getEditionRows } from '@/lib/editions/get-edition-rows'
import { getWeekDraft, type WeekDraft } from '@/lib/editions/get-week-draft'
import { getReport } from '@/lib/report/build/get-report'
import type { Report } from '@/lib/report/model/report'
import { figuresOf } from '@/lib/report/text/figures-of'
import { currentScope } from '@/lib/scope/current-scope'
import { isLimited } from '@/lib/scope/read-scope'
import { type ChangedFigure, changedFigures } from './compare-editions'
import type { EditionFigures, TextsByLocale } from './contents'
import { gateOf } from './gate'
import type { GateFinding } from './gate-rules'
import { getEditionContents } from './get-edition-contents'
import { textsOf } from './texts-of'

interface WantedDraft {
  version: number
  convention: Convention
  days: ReportDays
  /** What it is of; a week when not given. */
  window?: WindowKind | undefined
  /** Last trading day of the week, the month or the quarter, one of `days`. */
  asOf: string
  /** Who would publish; null when nobody asks to. */
  publisher: string | null
}

/** A week as it would be published now. */
export interface DraftedWeek {
  texts: TextsByLocale
  figures: EditionFigures
  /** What the gate finds, in each language, in the same order. */
  gate: Record<Locale, GateFinding[]>
  /** The newest edition of the week. */
  edition: EditionSummary | null
  /** Figures that differ from it, as printed. */
  changed: ChangedFigure[]
  draft: WeekDraft | null
}

/** Returns what a week would be published with: texts, figures and what the gate finds. */
export async function draftWeek({ publisher, ...week }: WantedDraft): Promise<DraftedWeek> {
  const { asOf, days } = week
  const { market } = days
  const reports = { zh: await getReport({ ...week, locale: 'zh' }), en: await getReport({ ...week, locale: 'en' }) }
  const before = await getBefore({ market, window: week.window, asOf }, reports.en)
  const figures = figuresOf(reports.en)
  const { written } = reports.en
  const texts = { zh: textsOf(reports.zh), en: textsOf(reports.en), ...(written && { desk: written.source }) }
  const gate: Record<Locale, GateFinding[]> = { zh: [], en: [] }
  for (const locale of LOCALES) {
    const own = { report: reports[locale], days, figures, texts: texts[locale], publisher }
    gate[locale] = await gateOf({ ...own, ...before, changed: before.changed.length })
  }
  return { texts, figures, gate, edition: before.edition, changed: before.changed, draft: before.draft }
}

/** What a week has been before. */
interface Before {
  /** The newest edition of any window of this kind of the market. */
  last: EditionSummary | null
  /** The newest edition of the week. */
  edition: EditionSummary | null
  /** Figures of its last edition with documents that differ from the report, as printed. */
  changed: ChangedFigure[]
  draft: WeekDraft | null
}

/** Returns the editions before a report of a week, and what it changes of its own last one under the same convention, as far as the scope goes. */
export async function getBefore(
  week: { market: string; window?: WindowKind | undefined; asOf: string },
  report: Report,
): Promise<Before> {
  const [rows, draft, { codes }] = await Promise.all([
    getEditionRows({ market: week.market, window: week.window }),
    getWeekDraft(week),
    newestAliases(),
  ])
  const own = rows.filter(({ asOf }) => asOf === week.asOf)
  const shown = own.find(({ state, convention }) => state !== 'withdrawn' && convention === report.convention)
  const contents = shown ? (await getEditionContents([shown.id])).get(shown.id) : undefined
  const all = contents ? changedFigures(contents.figures, figuresOf(report), codes) : []
  const changed = await figuresInScope(all, report.version)
  return { last: rows[0] ?? null, edition: own[0] ?? null, changed, draft }
}

/** Leaves out changes of series that the current scope does not have: a report of fewer series lacks the others, and has not changed them. */
async function figuresInScope(changed: ChangedFigure[], version: number): Promise<ChangedFigure[]> {
  if (!isLimited(currentScope())) return changed
  const { factors, portfolios, indices } = await getCatalogue({ version })
  const known = new Set([...factors, ...portfolios, ...indices].map(({ code }) => code))
  return changed.filter(({ code }) => known.has(code))
}
