import type { ReportDays } from '@/lib/analysis/weeks/report-days'
import { yearOf } from '@/lib/base/dates'
import { LOCALES } from '@/lib/base/locale'
import { readEnv } from '@/lib/db/env'
import { newestAliases } from '@/lib/db/newest-aliases'
import type { EditionSummary } from '@/lib/editions/edition-record'
import { isComplete } from '@/lib/editions/get-editions'
import type { WeekDraft } from '@/lib/editions/get-week-draft'
import { translatorFor } from '@/lib/messages/translate'
import { textFaults } from '@/lib/report/bind/text-faults'
import type { QualityFinding, Report } from '@/lib/report/model/report'
import { getWeekText } from '@/lib/texts/get-week-text'
import type { EditionFigures, EditionTexts } from './contents'
import { blocks, type GateFinding } from './gate-rules'
import { unboundFigures } from './unbound-figures'
import { weekDataFindings } from './week-data'

export interface Gated {
  report: Report
  days: ReportDays
  texts: EditionTexts
  figures: EditionFigures
  /** The newest edition of any window of its kind of the market; null before the first. */
  last: EditionSummary | null
  /** How many figures of this week's own last edition changed; 0 without one. */
  changed: number
  /** What was submitted of the week. */
  draft: WeekDraft | null
  /** Who would publish; null when nobody asks to. */
  publisher: string | null
}

/** Returns what the gate finds in a week, in the language of its report: what blocks first, then what warns. */
export async function gateOf(week: Gated): Promise<GateFinding[]> {
  const { report, days } = week
  const { asOf } = report.week
  const ofData = await weekDataFindings({
    version: report.version,
    locale: report.locale,
    days,
    window: report.window,
    asOf,
  })
  const found = [
    ...(await incomplete(week)),
    ...ofData,
    ...unknownCalendar(week),
    ...ofTexts(week),
    ...(await ofWrittenTexts(week)),
    ...(await ofReview(week)),
    ...outlying(week),
    ...restated(week),
  ]
  return [...found.filter(blocks), ...found.filter((finding) => !blocks(finding))]
}

async function incomplete({ report, days }: Gated): Promise<GateFinding[]> {
  const { asOf } = report.week
  if (await isComplete(days, asOf, report.version, report.window)) return []
  return [
    general('week-incomplete', translatorFor(report.locale, report.window)('publish.finding-incomplete', { asOf })),
  ]
}

function unknownCalendar({ report, days }: Gated): GateFinding[] {
  const { firstDay, asOf } = report.week
  const years = days.provisionalYears.filter((year) => [yearOf(firstDay), yearOf(asOf)].includes(year))
  if (years.length === 0) return []
  return [
    general(
      'calendar-unknown',
      translatorFor(report.locale, report.window)('quality.provisional', { years: years.join(', ') }),
    ),
  ]
}

function ofTexts({ report, texts, figures }: Gated): GateFinding[] {
  const t = translatorFor(report.locale, report.window)
  return unboundFigures(texts, figures).map(({ written, cell, reason }) =>
    general('text-figure', t(`publish.finding-${reason === 'unbound' ? 'noCell' : reason}`, { figure: written, cell })),
  )
}

/** Returns the figures of what the desk wrote, in both languages, that the report does not have. */
async function ofWrittenTexts({ report }: Gated): Promise<GateFinding[]> {
  if (report.written === null) return []
  const t = translatorFor(report.locale)
  const { codes } = await newestAliases()
  const { source } = report.written
  return LOCALES.flatMap((locale) =>
    textFaults(source, report, codes, locale).map(({ field, index, section, written, reason }) => {
      const part = t(`publish.part-${field === 'keyPoint' ? 'key-point' : field}`)
      const name = index === null ? part : `${part} ${index + 1}`
      const place = `${t(`publish.language-${locale}`)}${t('pdf.separator')}${name}`
      return {
        rule: 'text-figure',
        code: section?.startsWith(':') ? null : section,
        text: t(`publish.finding-${reason}`, { place, figure: written }),
      }
    }),
  )
}

/** Returns why two people have not yet seen this data version; nothing where one may publish alone. */
async function ofReview({ report, days, draft, publisher }: Gated): Promise<GateFinding[]> {
  if (readEnv(process.env).REVIEW === 'one-person') return []
  const t = translatorFor(report.locale, report.window)
  if (draft === null || draft.state !== 'in-review') return [general('review', t('publish.finding-notSubmitted'))]
  const { draftedBy, version } = draft
  if (version !== report.version) return [general('review', t('publish.finding-otherVersion', { version }))]
  const saved = await getWeekText({ market: days.market, asOf: report.week.asOf, version })
  if (saved !== null && new Date(saved.savedAt) > draft.draftedAt) {
    return [general('review', t('publish.finding-otherTexts'))]
  }
  if (publisher !== draftedBy) return []
  return [general('review', t('publish.finding-samePerson', { name: draftedBy }))]
}

function outlying({ report }: Gated): GateFinding[] {
  const isOutlier = ({ kind }: QualityFinding) => kind === 'outlying'
  return report.dataQuality.findings.filter(isOutlier).map(({ code, text }) => ({ rule: 'outlying', code, text }))
}

/** Returns restatements in the days of the report since the last edition, and how many figures of the week's own changed. */
function restated({ report, last, changed }: Gated): GateFinding[] {
  if (last === null) return []
  const t = translatorFor(report.locale, report.window)
  const isLater = ({ kind, version }: QualityFinding) =>
    kind === 'restated' && version !== null && version > last.version && version <= report.version
  const values = report.dataQuality.findings
    .filter(isLater)
    .map(({ code, text }): GateFinding => ({ rule: 'restated', code, text }))
  return changed === 0 ? values : [general('restated', t('publish.finding-moved', { count: changed })), ...values]
}

function general(rule: GateFinding['rule'], text: string): GateFinding {
  return { rule, code: null, text }
}
