import { type PictureAddress, pictureHref, sheetHref } from '@/lib/address/chart-address'
import type { Theme } from '@/lib/base/appearance'
import { LAYOUTS, type Layout, SIZES, type SizeName } from '@/lib/figures/rows/sizes'
import type { SheetPosition } from '@/lib/figures/sheet'
import { SentOnce } from '../text/sent-once'

export interface ChartPictureProps extends Omit<PictureAddress, 'size' | 'tone'> {
  layout: Layout
  theme: Theme
  /** One sentence that describes the picture. */
  alt: string
  /**
   * Is it in view when the page opens? Others load when they are near the view; those on sheets load after the first
   * paint.
   */
  eager?: boolean
  /** Position of the figure on a sheet of figures; null for a separate picture. */
  sheet?: SheetPosition | null
}

/** Shows a chart as a picture for the viewport's size and the theme's tone; its space is reserved before it loads. */
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
    <SentOnce as="picture">
      {[...dark, ...plain].map((source) => (
        <source
          key={source.tone + source.size}
          media={mediaOf(source.media, source.tone !== tone)}
          srcSet={hrefOf(source.size, source.tone)}
          width={SIZES[source.size].widthPx}
          height={SIZES[source.size].heightPx}
        />
      ))}
      {/* biome-ignore lint/performance/noImgElement: it is in a picture element */}
      <img
        src={hrefOf(last.size, tone)}
        width={SIZES[last.size].widthPx}
        height={SIZES[last.size].heightPx}
        alt={alt}
        loading={eager ? 'eager' : 'lazy'}
        fetchPriority={sheet ? 'high' : undefined}
        decoding="async"
        className={sheet ? `chart-window ${layout}-window` : 'block h-auto max-w-full'}
        style={sheet ? { objectPosition: `0 ${windowPercent(sheet)}%` } : undefined}
      />
    </SentOnce>
  )
}

function onSheet(address: Omit<PictureAddress, 'size' | 'tone'>, { shape, part }: SheetPosition) {
  const { kind: _, code: __, ...shown } = address.request
  return { request: { ...shown, shape, part }, colours: address.colours }
}

/** Returns how far the sheet is moved up: 0 shows its first figure, 100 its last. */
function windowPercent({ index, count }: SheetPosition): number {
  return count === 1 ? 0 : Math.round((index / (count - 1)) * 1e6) / 1e4
}

/** Returns the media query of a picture; dark pictures are for screens only, since paper is white. */
function mediaOf(width: string, isDark: boolean): string {
  return [isDark ? 'screen and (prefers-color-scheme:dark)' : '', width].filter(Boolean).join(' and ')
}
