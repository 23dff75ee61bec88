import { useMemo, useRef } from 'react'
import { paletteOf } from '@/lib/charts/theme'
import { LiveBars } from './live-bars'
import { LiveLine } from './live-line'
import { LiveSeries } from './live-series'
import type { LiveCanvasProps } from './live-types'
import { useBox } from './use-box'
import { useTone } from './use-tone'

/** Shows the live chart above the picture, at the same size. */
export function LiveCanvas({ rows, theme, colours, words, keys, period, group, onClose }: LiveCanvasProps) {
  const canvas = useRef<HTMLDivElement>(null)
  const box = useBox(canvas)
  const tone = useTone(theme)
  const frame = useMemo(() => box && { ...box, palette: paletteOf(tone, colours) }, [box, tone, colours])
  const connected = group && 'dates' in rows ? [group, rows.dates[0], rows.dates.at(-1)].join() : undefined
  const shared = { words, keys, address: period?.address, group: connected, onClose }
  return (
    <div ref={canvas} className="absolute inset-0">
      {frame && rows.shape === 'bars' && <LiveBars rows={rows} frame={frame} keys={keys} />}
      {frame && (rows.shape === 'line' || rows.shape === 'lines') && <LiveLine {...shared} rows={rows} frame={frame} />}
      {frame && rows.shape === 'series' && period?.reading && (
        <LiveSeries {...shared} rows={rows} frame={frame} address={period.address} reading={period.reading} />
      )}
    </div>
  )
}
