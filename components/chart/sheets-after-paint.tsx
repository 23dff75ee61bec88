import type { View } from '@/lib/address/view'

/** Pictures of the first sixteen series, enough for most reports. Later ones load when they are near the view. */
const SOON_WINDOWS = 32

/**
 * Loads the report's pictures after the first screen is painted; earlier, the browser would parse them before it
 * paints. Without JavaScript browsers ignore lazy loading, and all pictures load at once.
 */
const ASK = `requestAnimationFrame(() => setTimeout(() => {
  for (const picture of [...document.querySelectorAll('.chart-window')].slice(0, ${SOON_WINDOWS})) picture.loading = 'eager'
}))`

/** Does the market have sheets? Only the default market has; figures of other markets are separate pictures. */
export function hasSheets({ market }: View): boolean {
  return market === undefined
}

export function SheetsAfterPaint({ view }: { view: View }) {
  // The script is the constant above and contains no data.
  return hasSheets(view) && <script {...{ dangerouslySetInnerHTML: { __html: ASK } }} />
}
