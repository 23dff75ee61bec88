import type { WallQuestion } from '@/lib/parameters/wall-parameters'
import { translatorFor } from '@/lib/translate'
import type { View } from '@/lib/view'
import { To } from '../layout/to'
import { wallPath } from './wall-path'

/** So many small multiples stand on one page: more would make every screen wait for those that nobody looks at. */
const PAGE_CELLS = 120

interface Part {
  /** From 1. */
  page: number
  pages: number
  /** Places among all, the first and the one after the last. */
  from: number
  to: number
}

/** The part of so many series that a page shows; one beyond the last is the last. */
export function partOf(count: number, { page = '1' }: WallQuestion): Part {
  const pages = Math.max(1, Math.ceil(count / PAGE_CELLS))
  const shown = Math.min(Number(page), pages)
  return { page: shown, pages, from: (shown - 1) * PAGE_CELLS, to: Math.min(count, shown * PAGE_CELLS) }
}

/** The groups as far as they stand on the page. */
export function groupsOnPage<Group extends { series: readonly unknown[] }>(
  groups: readonly Group[],
  part: Part,
): Group[] {
  let passed = 0
  return groups.flatMap((group) => {
    const series = group.series.slice(Math.max(0, part.from - passed), Math.max(0, part.to - passed))
    passed += group.series.length
    return series.length > 0 ? [{ ...group, series }] : []
  })
}

interface WallPagesProps {
  part: Part
  count: number
  view: View
  path: string
  question: WallQuestion
}

/** Which series of all are shown, and links to those before and after; nothing where all are. */
export function WallPages({ part: { page, pages, from, to }, count, view, path, question }: WallPagesProps) {
  if (pages === 1) return null
  const t = translatorFor(view.locale)
  const at = (other: number) => wallPath(path, question, { page: other === 1 ? undefined : String(other) })
  return (
    <nav aria-label={t('wall.pages')} className="no-print mt-4 flex flex-wrap gap-x-5 text-note">
      <span className="py-1 text-ink-2">{t('wall.part', { from: from + 1, to, count })}</span>
      {page > 1 && (
        <To path={at(page - 1)} view={view} className="link py-1">
          ‹ {t('wall.before')}
        </To>
      )}
      {page < pages && (
        <To path={at(page + 1)} view={view} className="link py-1">
          {t('wall.after')} ›
        </To>
      )}
    </nav>
  )
}
