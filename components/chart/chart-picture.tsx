import { type PictureAddress, pictureHref } from '@/lib/charts/address'
import type { Tone } from '@/lib/charts/frame'
import { LAYOUTS, type Layout, SIZES } from '@/lib/charts/sizes'
import type { Theme } from '@/lib/view'

export interface ChartPictureProps extends Omit<PictureAddress, 'size' | 'tone'> {
  layout: Layout
  theme: Theme
  /** One sentence that says what the picture shows. */
  alt: string
  /** Is it in view when the page opens? Others load as the reader nears them. */
  eager?: boolean
}

/** A chart as a picture, in the size of the viewport and the tone of the theme, its room kept before it is there. */
export function ChartPicture({ layout, theme, alt, eager = false, ...address }: ChartPictureProps) {
  const choices = LAYOUTS[layout].map(({ size, fromPx }) => ({
    size,
    media: fromPx > 0 ? `(min-width:${fromPx}px)` : '',
  }))
  const tone: Tone = theme === 'dark' ? 'dark' : 'light'
  const last = choices[choices.length - 1]
  if (last === undefined) throw new RangeError(`layout ${layout} has no size`)
  const dark = theme === 'auto' ? choices.map((choice) => ({ ...choice, tone: 'dark' as const })) : []
  const plain = choices.slice(0, -1).map((choice) => ({ ...choice, tone }))
  return (
    <picture>
      {[...dark, ...plain].map((source) => (
        <source
          key={source.tone + source.size}
          media={mediaOf(source.media, source.tone !== tone)}
          srcSet={pictureHref({ ...address, size: source.size, tone: source.tone })}
          width={SIZES[source.size].widthPx}
          height={SIZES[source.size].heightPx}
        />
      ))}
      <img
        src={pictureHref({ ...address, size: last.size, tone })}
        width={SIZES[last.size].widthPx}
        height={SIZES[last.size].heightPx}
        alt={alt}
        loading={eager ? 'eager' : 'lazy'}
        decoding="async"
        data-tone={tone}
        className="block h-auto max-w-full"
      />
    </picture>
  )
}

/** Paper is white: the dark picture is for screens. */
function mediaOf(width: string, isDark: boolean): string {
  return [isDark ? 'screen and (prefers-color-scheme:dark)' : '', width].filter(Boolean).join(' and ')
}
