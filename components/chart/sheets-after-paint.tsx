import type { View } from '@/lib/address/view'

/** Windows of the first sixteen series: what most reports hold. Later ones load as the reader nears them. */
const SOON_WINDOWS = 32

/**
 * Pictures of the report are lazy, and asked for once the first screen stands: sooner, the browser would read their
 * drawings before it paints. Without JavaScript no browser waits with a picture: all load at once.
 */
const ASK = `requestAnimationFrame(() => setTimeout(() => {
  for (const picture of [...document.querySelectorAll('.chart-window')].slice(0, ${SOON_WINDOWS})) picture.loading = 'eager'
}))`

/** Sheets are drawn of the usual market alone; another one's figures come each by itself. */
export function hasSheets({ market }: View): boolean {
  return market === undefined
}

export function SheetsAfterPaint({ view }: { view: View }) {
  // The script is the one above, never of data.
  return hasSheets(view) && <script {...{ dangerouslySetInnerHTML: { __html: ASK } }} />
}
