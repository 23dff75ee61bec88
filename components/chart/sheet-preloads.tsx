import { sheetHref } from '@/lib/charts/address'
import { LAYOUTS, type SizeName } from '@/lib/charts/sizes'
import type { SheetRequest } from '@/lib/report/figure'
import type { View } from '@/lib/view'

/** Sheets of the first sixteen series: what most reports hold. Later ones load as the reader nears them. */
export const EAGER_PARTS = 2

const SHAPES = [
  { shape: 'lines', layout: 'line' },
  { shape: 'bars', layout: 'bars' },
] as const

/** Sheets are drawn of the usual market alone; another one's figures come each by itself. */
export function hasSheets({ market }: View): boolean {
  return market === undefined
}

/** Asks for the first sheets at the very top of the page: before the scripts, which share the connection. */
export function SheetPreloads({ view, asOf, parts }: { view: View; asOf: string; parts: number }) {
  if (!hasSheets(view)) return null
  const { version, stamp, locale, convention, colours, theme } = view
  const shown = { version, stamp, asOf, locale, convention }
  const tones = theme === 'auto' ? (['light', 'dark'] as const) : [theme]
  const wanted = Array.from({ length: Math.min(parts, EAGER_PARTS) }, (_, part) => part)
  return SHAPES.flatMap(({ shape, layout }) =>
    wanted.flatMap((part) =>
      tones.flatMap((tone) =>
        choicesOf(layout).map(({ size, widths }) => {
          const request: SheetRequest = { ...shown, shape, part }
          const href = sheetHref({ request, size, tone, colours })
          const scheme = theme === 'auto' ? ` and (prefers-color-scheme:${tone})` : ''
          const media = `screen and ${widths}${scheme}`
          return <link key={href} rel="preload" as="image" href={href} media={media} fetchPriority="high" />
        }),
      ),
    ),
  )
}

/** Each size of a layout with the widths of the viewport at which it is shown. */
function choicesOf(layout: 'line' | 'bars'): { size: SizeName; widths: string }[] {
  const widestFirst: readonly { size: SizeName; fromPx: number }[] = LAYOUTS[layout]
  return widestFirst.map(({ size, fromPx }, place) => {
    const wider = widestFirst[place - 1]
    const below = wider ? ` and (max-width:${wider.fromPx - 0.02}px)` : ''
    return { size, widths: `(min-width:${fromPx}px)${below}` }
  })
}
