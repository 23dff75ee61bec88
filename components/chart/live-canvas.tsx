import { type KeyboardEvent, type RefObject, useMemo, useRef } from 'react'
import type { FigureRows } from '@/lib/report/figure'
import { paletteOf } from '@/lib/theme'
import type { Colours, Theme } from '@/lib/view'
import { LiveBars } from './live-bars'
import type { LiveWords } from './live-chart'
import { LiveLine } from './live-line'
import type { KeyAnswer } from './load-live'
import { useBox } from './use-box'
import { useTone } from './use-tone'

export interface LiveCanvasProps {
  rows: FigureRows
  theme: Theme
  colours: Colours
  words: LiveWords
  /** Where the chart leaves its answer to keys. */
  keys: RefObject<((event: KeyboardEvent) => KeyAnswer) | null>
  onClose: () => void
}

/** The live chart, laid over the picture at the size of the picture. */
export function LiveCanvas({ rows, theme, colours, words, keys, onClose }: LiveCanvasProps) {
  const place = useRef<HTMLDivElement>(null)
  const box = useBox(place)
  const tone = useTone(theme)
  const frame = useMemo(() => box && { ...box, palette: paletteOf(tone, colours) }, [box, tone, colours])
  return (
    <div ref={place} className="absolute inset-0">
      {frame && rows.shape === 'bars' && <LiveBars rows={rows} frame={frame} keys={keys} />}
      {frame && rows.shape === 'line' && (
        <LiveLine rows={rows} frame={frame} words={words} keys={keys} onClose={onClose} />
      )}
    </div>
  )
}
