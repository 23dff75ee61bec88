/** What differs between two editions of a week, or between an edition and the draft: figures as printed, and texts. */
import { formatPercent, formatWinRate } from '@/lib/base/format'
import type { Locale } from '@/lib/base/locale'
import { translatorFor } from '@/lib/messages/translate'
import { phraseText } from '@/lib/report/text/phrase'
import type { EditionFigures, EditionTexts } from './contents'

/** A figure whose print changed. */
export interface ChangedFigure {
  /** Code of the series, or of a line of the market. */
  code: string
  /** longShort, longExcess, excess, absolute or market. */
  measure: string
  /** week, month, year, wins, and other columns of the tables. */
  column: string
  /** As printed; null when the edition has no such figure. */
  before: string | null
  after: string | null
}

export interface ChangedText {
  part:
    | 'title'
    | 'authors'
    | 'headline'
    | 'key-point'
    | 'commentary'
    | 'section'
    | 'related'
    | 'disclosures'
    | 'order'
    | 'hidden'
  /** Id of the section whose commentary it is; null for other texts. */
  section: string | null
  before: string | null
  after: string | null
}

/** The order in which figures are listed; others follow. The store does not keep the order of the tables. */
const MEASURES = ['longShort', 'longExcess', 'excess', 'absolute', 'market']
const COLUMNS = [
  'week',
  'month',
  'year',
  'wins',
  'lastWeek',
  'lastMonth',
  'lastQuarter',
  'change',
  'quarter',
  'oneYear',
  'drawdown',
]

/**
 * Returns the figures whose print differs, by series, measure and column.
 * @param renamed codes of renamed series by their old codes: an older edition has the old ones
 */
export function changedFigures(
  before: EditionFigures,
  after: EditionFigures,
  renamed: ReadonlyMap<string, string>,
): ChangedFigure[] {
  const [old, now] = [printed(before, renamed), printed(after, renamed)]
  const changed = [...new Set([...now.keys(), ...old.keys()])].flatMap((id) => {
    const [was, is] = [old.get(id) ?? null, now.get(id) ?? null]
    return was === is ? [] : [{ ...partsOf(id), before: was, after: is }]
  })
  return changed.sort(byPlace)
}

function byPlace(one: ChangedFigure, other: ChangedFigure): number {
  if (one.code !== other.code) return one.code < other.code ? -1 : 1
  const measures = MEASURES.indexOf(one.measure) - MEASURES.indexOf(other.measure)
  return measures === 0 ? COLUMNS.indexOf(one.column) - COLUMNS.indexOf(other.column) : measures
}

/** Returns each figure as printed, by the id of its cell under the series' newest code. */
function printed({ cells, winRates }: EditionFigures, renamed: ReadonlyMap<string, string>): Map<string, string> {
  const idOf = (id: string) => {
    const { code, measure, column } = partsOf(id)
    return [renamed.get(code) ?? code, measure, column].join('.')
  }
  return new Map([
    ...Object.entries(cells).map(([id, value]) => [idOf(id), formatPercent(value)] as const),
    ...Object.entries(winRates).map(([id, winRate]) => [idOf(`${id}.wins`), formatWinRate(winRate)] as const),
  ])
}

/** Splits the id of a cell; a code may contain dots. */
export function partsOf(id: string): Pick<ChangedFigure, 'code' | 'measure' | 'column'> {
  const parts = id.split('.')
  const [measure = '', column = ''] = parts.slice(-2)
  return { code: parts.slice(0, -2).join('.'), measure, column }
}

/** Returns the texts that differ, in one language. Key points that stand in both are left out, wherever they stand. */
export function changedTexts(before: EditionTexts, after: EditionTexts, locale: Locale): ChangedText[] {
  const [oldPoints, newPoints] = [pointsOf(before, locale), pointsOf(after, locale)]
  const gone = oldPoints.filter((line) => !newPoints.includes(line))
  const come = newPoints.filter((line) => !oldPoints.includes(line))
  const points = Array.from({ length: Math.max(gone.length, come.length) }, (_, index) => ({
    part: 'key-point' as const,
    section: null,
    before: gone[index] ?? null,
    after: come[index] ?? null,
  }))
  const listed = (texts: readonly string[] | undefined) => (texts?.length ? texts.join('\n') : null)
  const whole: Omit<ChangedText, 'section'>[] = [
    { part: 'title', before: before.title, after: after.title },
    { part: 'authors', before: listed(before.authors), after: listed(after.authors) },
    { part: 'headline', before: before.headline.join(''), after: after.headline.join('') },
    { part: 'commentary', before: before.commentary, after: after.commentary },
    { part: 'related', before: listed(before.related), after: listed(after.related) },
    { part: 'disclosures', before: before.disclosures ?? null, after: after.disclosures ?? null },
    { part: 'order', before: listed(before.sectionOrder), after: listed(after.sectionOrder) },
    { part: 'hidden', before: listed(before.hiddenSections), after: listed(after.hiddenSections) },
  ]
  const changed = whole.filter((text) => text.before !== text.after).map((text) => ({ ...text, section: null }))
  return [...changed, ...points, ...changedSections(before, after)]
}

function changedSections(before: EditionTexts, after: EditionTexts): ChangedText[] {
  const [old, now] = [before.sectionCommentary ?? {}, after.sectionCommentary ?? {}]
  return [...new Set([...Object.keys(old), ...Object.keys(now)])].flatMap((section) => {
    const [was, is] = [old[section] ?? null, now[section] ?? null]
    return was === is ? [] : [{ part: 'section' as const, section, before: was, after: is }]
  })
}

function pointsOf({ keyPoints }: EditionTexts, locale: Locale): string[] {
  const t = translatorFor(locale)
  return keyPoints.map(({ label, text }) => t('publish.keyPoint', { label, text: phraseText(text) }))
}
