import { useMemo, useState } from 'react'
import type { Frame } from '@/lib/charts/frame'
import { liveSeriesOption } from '@/lib/figures/options/live-series-option'
import type { SeriesRows } from '@/lib/figures/rows/rows'
import { LiveFoot } from './live-foot'
import { type Chart, LiveSurface } from './live-surface'
import type { LiveCanvasProps, PeriodChoice } from './live-types'
import { PeriodSelector } from './period-selector'
import { useZoom } from './use-zoom'

interface LiveSeriesProps extends Pick<LiveCanvasProps, 'words' | 'keys' | 'group' | 'onClose'> {
  rows: SeriesRows
  address: string
  reading: NonNullable<PeriodChoice['reading']>
  frame: Frame
}

/** Shows a series over a period: values by day, zoom, and a selection by drag or keys. */
export function LiveSeries({ rows, address, reading, frame, words, keys, group, onClose }: LiveSeriesProps) {
  const [chart, setChart] = useState<Chart | null>(null)
  const zoom = useZoom(rows.dates)
  const { window, isZoomed } = zoom
  const option = useMemo(() => liveSeriesOption(rows, frame, window), [rows, frame, window])
  const last = rows.dates.length - 1
  return (
    <>
      <PeriodSelector
        rows={rows}
        words={reading}
        chart={chart}
        address={address}
        keys={keys}
        onZoom={(factor, centre) => zoom.zoomBy(chart, factor, centre)}
        onLeave={() => {
          if (isZoomed) zoom.zoomTo(chart, 0, last)
          return isZoomed ? 'used' : 'left'
        }}
      >
        <LiveSurface
          option={option}
          frame={frame}
          group={group}
          onZoom={() => zoom.readWindow(chart, option, frame)}
          onDoubleClick={() => zoom.zoomTo(chart, 0, last)}
          onReady={setChart}
        />
      </PeriodSelector>
      <LiveFoot
        dates={rows.dates}
        window={window}
        isZoomed={isZoomed}
        address={address}
        words={words}
        onClose={onClose}
      />
    </>
  )
}
