import { hasAccounts } from '@/lib/access/has-accounts'
import { pathWith } from '@/lib/address/parameters/packed'
import { addressOf, type View } from '@/lib/address/view'
import { LOCALES } from '@/lib/base/locale'
import type { EditedWeek } from '@/lib/editor/find-week'
import { readWriting } from '@/lib/editor/kept-writing'
import { byLocale } from '@/lib/editor/merge/by-locale'
import { mergeTexts } from '@/lib/editor/merge/merge-texts'
import type { Conflict, SavedBy } from '@/lib/editor/merge/session'
import { tidyTexts } from '@/lib/editor/merge/tidy-texts'
import type { EditorModel } from '@/lib/editor/model/editor-model'
import { type DeskTexts, NO_TEXTS } from '@/lib/texts/desk-texts'
import { listWeekTexts } from '@/lib/texts/list-week-texts'
import { readTexts } from '@/lib/texts/read-texts'
import type { WeekText } from '@/lib/texts/week-text'
import { draftedOf } from './drafted-of'
import { getDraftedReports } from './drafted-reports'
import { figureNotes, problemNotes } from './field-notes'
import { bindableOf } from './known-cells'

interface Shown {
  week: EditedWeek
  view: View
  /** Who writes. */
  by: string
  /** Name of kept texts that could not be saved. */
  kept?: string | undefined
  /** The revision to look at. */
  revision?: number | undefined
  done?: 'saved' | undefined
}

/** What the page says above the form. */
export type EditorNotice = 'saved' | 'refused' | 'conflict' | 'gone' | 'no-revision'

/** Returns what the page that edits the texts of a week shows, with a notice about kept texts or a wanted revision. */
export async function getEditorModel(shown: Shown): Promise<{ model: EditorModel; notice: EditorNotice | null }> {
  const { week, view } = shown
  const { asOf, market } = week
  const { locale } = view
  const [history, drafts] = await Promise.all([listWeekTexts({ market, asOf }), getDraftedReports(week)])
  const { drafted, sections } = draftedOf(drafts)
  const newest = history[0]
  const base = { revision: newest?.revision ?? 0, content: newest?.content ?? NO_TEXTS }
  const written = await writingOf(shown, history)
  const content = written?.content ?? base.content
  const looked = history.find(({ revision }) => revision === shown.revision) ?? null
  const here = addressOf(`/weeks/${asOf}/edit`, view)
  const path = `/weeks/${asOf}`
  const forms = { page: '', pdf: '/report.pdf', onePage: '/one-page.pdf', mail: '/mail.html', picture: '/summary.png' }
  const query = new URLSearchParams({ locale, market, convention: week.convention })
  return {
    notice: noticeOf(shown, written, looked),
    model: {
      ...{ market, asOf, locale, here, base, content, drafted, sections },
      address: `/api/texts/${asOf}?${query}`,
      conflicts: written?.conflicts ?? [],
      history: history.map(savedByOf),
      looked: looked && { by: savedByOf(looked), content: looked.content },
      notes: [...(written?.notes ?? []), ...figureNotes(content, drafts, locale)],
      ...bindableOf(drafts, locale, textsIn([content, looked?.content ?? NO_TEXTS], drafted)),
      previews: (Object.keys(forms) as (keyof typeof forms)[]).map((name) => ({
        name,
        addresses: byLocale((each) => addressOf(`${path}${forms[name]}`, { ...view, locale: each })),
      })),
      signIn: hasAccounts() ? addressOf(pathWith('/sign-in', { to: here }), view) : null,
    },
  }
}

/** Returns who saved a revision, and when. */
export function savedByOf({ revision, savedBy, savedAt, version }: WeekText): SavedBy {
  return { revision, savedBy, savedAt, version }
}

type Written = Pick<EditorModel, 'content' | 'conflicts' | 'notes'>

/** Returns texts that could not be saved, merged with what somebody else has saved meanwhile; null when none are kept. */
async function writingOf({ week, view, by, kept }: Shown, history: WeekText[]): Promise<Written | null> {
  const writing = kept === undefined ? null : await readWriting(kept, by)
  if (writing === null || writing.market !== week.market || writing.asOf !== week.asOf) return null
  const read = readTexts(writing.content)
  const notes = 'problems' in read ? problemNotes(read.problems, view.locale) : []
  const [newest] = history
  const mine: DeskTexts = writing.content
  if (newest === undefined || newest.revision === writing.base) return { content: mine, conflicts: [], notes }
  const base = history.find(({ revision }) => revision === writing.base)?.content ?? NO_TEXTS
  const { merged, conflicts } = mergeTexts({ base, mine: tidyTexts(mine), theirs: newest.content })
  const named = conflicts.map((field): Conflict => ({ field, by: savedByOf(newest), theirs: newest.content }))
  return { content: merged, conflicts: named, notes }
}

function noticeOf(
  { kept, revision, done }: Shown,
  written: Written | null,
  looked: WeekText | null,
): EditorNotice | null {
  if (kept !== undefined) {
    if (written === null) return 'gone'
    return written.notes.length > 0 ? 'refused' : 'conflict'
  }
  return revision !== undefined && looked === null ? 'no-revision' : (done ?? null)
}

/** Returns all texts that may have marks. */
function textsIn(contents: readonly DeskTexts[], drafted: EditorModel['drafted']): string[] {
  const own = contents.flatMap(({ languages }) => LOCALES.map((locale) => languages[locale]))
  const all = [...own, ...LOCALES.map((locale) => ({ ...drafted[locale], commentary: '', sectionCommentary: {} }))]
  return all.flatMap(({ headline, keyPoints, commentary, sectionCommentary }) => [
    headline ?? '',
    ...(keyPoints ?? []).map(({ text }) => text),
    commentary,
    ...Object.values(sectionCommentary),
  ])
}
