import type { WallQuestion } from '@/lib/address/parameters/wall-parameters'

/** So many small multiples stand on one page: more would make every screen wait for those that nobody looks at. */
const PAGE_CELLS = 80

/** The part of a wall that a page shows. */
export interface WallPart {
  /** From 1. */
  page: number
  pages: number
  /** Places among all, the first and the one after the last. */
  from: number
  to: number
}

/** The part of so many series that a page shows; one beyond the last is the last. */
export function partOf(count: number, { page = '1' }: Pick<WallQuestion, 'page'>): WallPart {
  const pages = Math.max(1, Math.ceil(count / PAGE_CELLS))
  const shown = Math.min(Number(page), pages)
  return { page: shown, pages, from: (shown - 1) * PAGE_CELLS, to: Math.min(count, shown * PAGE_CELLS) }
}

/** The groups as far as they stand on the page. */
export function groupsOnPage<Group extends { series: readonly unknown[] }>(
  groups: readonly Group[],
  part: WallPart,
): Group[] {
  let passed = 0
  return groups.flatMap((group) => {
    const series = group.series.slice(Math.max(0, part.from - passed), Math.max(0, part.to - passed))
    passed += group.series.length
    return series.length > 0 ? [{ ...group, series }] : []
  })
}
