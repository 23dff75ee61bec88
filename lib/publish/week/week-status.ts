import type { ReportDays } from '@/lib/analysis/weeks/report-days'
import type { EditionSummary } from '@/lib/editions/edition-record'
import { publishesItself } from '@/lib/editions/get-editions'
import type { WeekDraft } from '@/lib/editions/get-week-draft'
import type { WeekState } from '@/lib/editions/states'
import type { Report } from '@/lib/report/model/report'
import { figuresOf } from '@/lib/report/text/figures-of'
import { currentScope } from '@/lib/scope/current-scope'
import { getBefore } from './draft-week'
import { gateOf } from './gate'
import { blocks } from './gate-rules'
import { textsOf } from './texts-of'

/** What the page of a week says of its publication. */
export interface WeekStatus {
  state: WeekState
  /** The newest edition; null before the first. */
  edition: EditionSummary | null
  draft: WeekDraft | null
  /** How many figures of the edition differ on a page of newer data; null when the page has no newer data. */
  newer: { changed: number } | null
  /** How many findings of the gate block and warn, for the desk where something is still to be published; else null. */
  gate: { blocks: number; warnings: number } | null
}

/** Returns the state of a week. A review counts only until the edition that follows it. */
export function weekState(
  edition: Pick<EditionSummary, 'state'> | null,
  draft: Pick<WeekDraft, 'state'> | null,
): WeekState {
  return draft?.state === 'in-review' ? 'in-review' : (edition?.state ?? 'draft')
}

/**
 * Returns what the page of a week says of its publication; null where weeks are published by themselves, and this one was
 * not published by hand. Readers who see no drafts learn of editions alone: a week without one is history to them.
 * @param editions what the view says of editions: absent while the store has neither edition nor draft
 */
export async function getWeekStatus(
  report: Report,
  { days, editions }: { days: ReportDays; editions: string | undefined },
): Promise<WeekStatus | null> {
  // The page of a share link says itself which edition it shows.
  if (currentScope().share !== undefined || (publishesItself() && editions === undefined)) return null
  const { version } = report
  const { drafts } = currentScope()
  const before = await getBefore({ market: days.market, window: report.window, asOf: report.week.asOf }, report)
  const { edition, changed } = before
  const draft = drafts ? before.draft : null
  if (!drafts && edition === null) return null
  const state = weekState(edition, draft)
  if (publishesItself() && state === 'draft') return null
  const isNewer = edition !== null && edition.state !== 'withdrawn' && version > edition.version
  const isOpen = edition === null || isNewer || state === 'in-review' || state === 'withdrawn'
  const gated = { ...before, report, days, texts: textsOf(report), figures: figuresOf(report) }
  const gate = drafts && isOpen ? await gateOf({ ...gated, changed: changed.length, publisher: null }) : null
  const found = gate?.filter(blocks).length ?? 0
  return {
    state,
    edition,
    draft,
    newer: isNewer ? { changed: changed.length } : null,
    gate: gate && { blocks: found, warnings: gate.length - found },
  }
}
