import { type PictureAddress, pictureHref, sheetHref } from '@/lib/address/chart-address'
import type { Theme } from '@/lib/base/appearance'
import { LAYOUTS, type Layout, SIZES, type SizeName } from '@/lib/figures/rows/sizes'
import type { SheetPosition } from '@/lib/figures/sheet'

export interface ChartPictureProps extends Omit<PictureAddress, 'size' | 'tone'> {
  layout: Layout
  theme: Theme
  /** One sentence that says what the picture shows. */
  alt: string
  /** Is it in view when the page opens? Others load as the reader nears them, those on sheets once the page is painted. */
  eager?: boolean
  /** Where the figure stands on a sheet of figures; null for a picture of its own. */
  sheet?: SheetPosition | null
}

/** A chart as a picture, in the size of the viewport and the tone of the theme, its room kept before it is there. */
export function ChartPicture({ layout, theme, alt, eager = false, sheet = null, ...address }: ChartPictureProps) {
  const hrefOf = (size: SizeName, tone: 'light' | 'dark') =>
    sheet ? sheetHref({ ...onSheet(address, sheet), size, tone }) : pictureHref({ ...address, size, tone })
  const choices = LAYOUTS[layout].map(({ size, fromPx }) => ({
    size,
    media: fromPx > 0 ? `(min-width:${fromPx}px)` : '',
  }))
  const tone = theme === 'dark' ? 'dark' : 'light'
  const last = choices[choices.length - 1]
  if (last === undefined) throw new RangeError(`layout ${layout} has no size`)
  const dark = theme === 'auto' ? choices.map((choice) => ({ ...choice, tone: 'dark' as const })) : []
  const plain = choices.slice(0, -1).map((choice) => ({ ...choice, tone }) as const)
  return (
    <picture>
      {[...dark, ...plain].map((source) => (
        <source
          key={source.tone + source.size}
          media={mediaOf(source.media, source.tone !== tone)}
          srcSet={hrefOf(source.size, source.tone)}
          width={SIZES[source.size].widthPx}
          height={SIZES[source.size].heightPx}
        />
      ))}
      <img
        src={hrefOf(last.size, tone)}
        width={SIZES[last.size].widthPx}
        height={SIZES[last.size].heightPx}
        alt={alt}
        loading={eager ? 'eager' : 'lazy'}
        fetchPriority={sheet ? 'high' : undefined}
        // sheets-after-paint.tsx may have asked for it before React came.
        suppressHydrationWarning={sheet !== null}
        decoding="async"
        className={sheet ? `chart-window ${layout}-window` : 'block h-auto max-w-full'}
        style={sheet ? { objectPosition: `0 ${windowPercent(sheet)}%` } : undefined}
      />
    </picture>
  )
}

function onSheet(address: Omit<PictureAddress, 'size' | 'tone'>, { shape, part }: SheetPosition) {
  const { kind: _, code: __, ...shown } = address.request
  return { request: { ...shown, shape, part }, colours: address.colours }
}

/** How far the sheet is pushed up in the window: 0 shows its first place, 100 its last. */
function windowPercent({ index, count }: SheetPosition): number {
  return count === 1 ? 0 : Math.round((index / (count - 1)) * 1e6) / 1e4
}

/** Paper is white: the dark picture is for screens. */
function mediaOf(width: string, isDark: boolean): string {
  return [isDark ? 'screen and (prefers-color-scheme:dark)' : '', width].filter(Boolean).join(' and ')
}
