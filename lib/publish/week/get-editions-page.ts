import type { ReportDays } from '@/lib/analysis/weeks/report-days'
import type { Convention } from '@/lib/base/convention'
import type { Locale } from '@/lib/base/locale'
import type { WindowKind } from '@/lib/base/window-kind'
import { newestAliases } from '@/lib/db/newest-aliases'
import { wasDemoLoaded } from '@/lib/db/queries/versions/was-demo-loaded'
import type { EditionSummary } from '@/lib/editions/edition-record'
import { editionOf, getEditions, publishesItself } from '@/lib/editions/get-editions'
import type { WeekDraft } from '@/lib/editions/get-week-draft'
import type { WeekState } from '@/lib/editions/states'
import { currentScope } from '@/lib/scope/current-scope'
import { type ChangedFigure, type ChangedText, changedFigures, changedTexts } from './compare-editions'
import { draftWeek } from './draft-week'
import type { GateFinding } from './gate-rules'
import { getEditionContents } from './get-edition-contents'
import { textsChecksum } from './texts-checksum'
import { weekState } from './week-status'

/** An edition, and what it changed of the one before it that was not a withdrawal. */
export interface ListedEdition extends EditionSummary {
  /** Number of the edition that it is compared with; null for a first one and for a withdrawal. */
  comparedWith: number | null
  figures: ChangedFigure[]
  texts: ChangedText[]
}

export interface EditionsPage {
  asOf: string
  window: WindowKind
  market: string
  state: WeekState
  isDemo: boolean
  /** Are weeks published by themselves? */
  publishesItself: boolean
  /** Does the week count as published without an edition in the store? */
  isAutomatic: boolean
  /** Newest first. */
  editions: ListedEdition[]
  /** What would be published as of the shown data version; null for readers who see no drafts. */
  draft: DraftSection | null
}

/** Returns the number of the newest edition; 0 before the first. */
export function newestNumber({ editions: [newest] }: Pick<EditionsPage, 'editions'>): number {
  return newest === undefined ? 0 : newest.number
}

export interface DraftSection {
  version: number
  gate: GateFinding[]
  /** Figures that differ from the newest edition. */
  changed: ChangedFigure[]
  /** Texts in the language of the page that differ from it. */
  changedTexts: ChangedText[]
  submission: WeekDraft | null
  /** SHA-256 of what the desk wrote of the week. */
  textsSha256: string
}

interface Shown {
  version: number
  locale: Locale
  convention: Convention
  days: ReportDays
  /** What they are of; a week when not given. */
  window?: WindowKind | undefined
  /** Last trading day of the week, the month or the quarter, one of `days`. */
  asOf: string
}

/**
 * Returns the editions of a week, a month or a quarter with what each one changed, and what the gate finds in its draft for those who
 * see drafts.
 */
export async function getEditionsPage({ locale, ...week }: Shown): Promise<EditionsPage> {
  const { asOf, version, window = 'week' } = week
  const { market } = week.days
  const [rows, draft, edition, isDemo] = await Promise.all([
    getEditions({ market, window, asOf }),
    currentScope().drafts ? draftSection({ ...week, locale }) : null,
    editionOf({ market, window, asOf }),
    wasDemoLoaded({ version }),
  ])
  return {
    asOf,
    window,
    market,
    isDemo,
    state: weekState(edition, draft?.submission ?? null),
    publishesItself: publishesItself(),
    isAutomatic: edition !== null && edition.row === null,
    editions: await withChanges(rows, locale),
    draft,
  }
}

async function draftSection({ locale, ...week }: Shown): Promise<DraftSection> {
  const { gate, changed, texts, edition, draft: submission } = await draftWeek({ ...week, publisher: null })
  const before =
    edition && edition.state !== 'withdrawn' ? (await getEditionContents([edition.id])).get(edition.id) : undefined
  return {
    version: week.version,
    gate: gate[locale],
    changed,
    changedTexts: before ? changedTexts(before.texts[locale], texts[locale], locale) : [],
    submission,
    textsSha256: textsChecksum(texts.desk),
  }
}

/** Adds to editions, newest first, what each one changed. Conventions differ in their figures, so they are not compared. */
async function withChanges(rows: EditionSummary[], locale: Locale): Promise<ListedEdition[]> {
  const contents = await getEditionContents(rows.map(({ id }) => id))
  const { codes } = await newestAliases()
  return rows.map((row, index) => {
    const before = rows.slice(index + 1).find(({ state }) => state !== 'withdrawn')
    const [own, old] = [contents.get(row.id), before && contents.get(before.id)]
    if (!before || !own || !old || row.state === 'withdrawn')
      return { ...row, comparedWith: null, figures: [], texts: [] }
    return {
      ...row,
      comparedWith: before.number,
      figures: row.convention === before.convention ? changedFigures(old.figures, own.figures, codes) : [],
      texts: changedTexts(old.texts[locale], own.texts[locale], locale),
    }
  })
}
