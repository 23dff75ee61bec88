import type { Step } from '@/lib/search/search-index'

const LINKS: Record<Step, string> = {
  previousWeek: 'a[data-week="previous"]',
  nextWeek: 'a[data-week="next"]',
  previousSeries: 'a[data-neighbour="previous"]',
  nextSeries: 'a[data-neighbour="next"]',
}

/** The link of the page that leads to what lies beside it, where it has one. */
export function stepLink(step: Step): HTMLAnchorElement | null {
  return document.querySelector<HTMLAnchorElement>(LINKS[step])
}
