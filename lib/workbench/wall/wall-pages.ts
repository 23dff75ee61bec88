import type { WallParameters } from '@/lib/address/parameters/wall-parameters'

/** Series on one page, as small multiples or rows; more of them would make every screen slower to load. */
const PAGE_CELLS = 80

/** The part of a wall that is on one page. */
export interface WallPart {
  /** From 1. */
  page: number
  pages: number
  /** Indexes among all series: the first, and the one after the last. */
  from: number
  to: number
}

/** Returns the part of `count` series on a page; a page after the last one gives the last. */
export function partOf(count: number, { page = '1' }: Pick<WallParameters, 'page'>): WallPart {
  const pages = Math.max(1, Math.ceil(count / PAGE_CELLS))
  const shown = Math.min(Number(page), pages)
  return { page: shown, pages, from: (shown - 1) * PAGE_CELLS, to: Math.min(count, shown * PAGE_CELLS) }
}

/** Returns the groups with only the series of the page. */
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
