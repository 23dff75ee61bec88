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

/**
 * Gives a print a lazy picture that nobody sees. Chromium takes pictures that became eager outside of the view for lazy ones, and a
 * print waits until lazy ones have loaded: with none that is still to load it waits two seconds.
 */
const PRINT_AT_ONCE = `addEventListener('beforeprint', () => {
  const src = 'data:image/svg+xml,<svg xmlns="http://www.w3.org/2000/svg"/>'
  const lazy = Object.assign(new Image(), { loading: 'lazy', hidden: true, src })
  document.body.append(lazy)
  addEventListener('afterprint', () => lazy.remove(), { once: true })
})`

/** Does the market have sheets? Only the default market has; figures of other markets are separate pictures. */
export function hasSheets({ market }: View): boolean {
  return market === undefined
}

export function SheetsAfterPaint({ view }: { view: View }) {
  // The script consists of the constants above and contains no data.
  return hasSheets(view) && <script {...{ dangerouslySetInnerHTML: { __html: `${ASK}\n${PRINT_AT_ONCE}` } }} />
}
