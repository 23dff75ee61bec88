import type { Step } from '@/lib/search/search-index'

const LINKS: Record<Step, string> = {
  previousWeek: 'a[data-week="previous"]',
  nextWeek: 'a[data-week="next"]',
  previousSeries: 'a[data-neighbour="previous"]',
  nextSeries: 'a[data-neighbour="next"]',
}

/** Returns the page's link to its previous or next page; null when there is none. */
export function stepLink(step: Step): HTMLAnchorElement | null {
  return document.querySelector<HTMLAnchorElement>(LINKS[step])
}
