import { useState, type WheelEvent } from 'react'
import type { ChartOption, Frame } from '@/lib/charts/frame'
import { chartLibrary } from './chart-library'
import { SizedChart } from './sized-chart'

export type Chart = ReturnType<typeof chartLibrary.init>

interface LiveSurfaceProps {
  option: ChartOption
  frame: Frame
  /** Charts with the same name move together: their pointers and their zoom. */
  group?: string | undefined
  onReady?: (chart: Chart) => void
  onZoom?: () => void
  onDoubleClick?: () => void
  /** Position of the pointer, in pixels from the chart's top left; null when it has left. */
  onPoint?: (at: { x: number; y: number } | null) => void
}

/**
 * Shows an option at the size of its frame. The picture below stays visible until it is drawn. ECharts finds the
 * element under the pointer itself, so the browser need not test each line at each move.
 */
export function LiveSurface({ option, frame, group, onReady, onZoom, onDoubleClick, onPoint }: LiveSurfaceProps) {
  const [isDrawn, setDrawn] = useState(false)
  const size = { width: frame.widthPx, height: frame.heightPx }
  return (
    <div
      role="presentation"
      aria-hidden="true"
      data-live={isDrawn}
      className={`[touch-action:pan-y] [&_svg_*]:pointer-events-none ${isDrawn ? 'bg-bg' : 'opacity-0'}`}
      onDoubleClick={onDoubleClick}
      onWheelCapture={passToPage}
      onPointerMove={
        onPoint &&
        (({ currentTarget, clientX, clientY }) => {
          const box = currentTarget.getBoundingClientRect()
          onPoint({ x: clientX - box.left, y: clientY - box.top })
        })
      }
      onPointerLeave={() => onPoint?.(null)}
    >
      <SizedChart
        echarts={chartLibrary}
        option={option}
        opts={{ renderer: 'svg', ...size }}
        style={size}
        autoResize={false}
        onChartReady={(chart: Chart) => {
          setDrawn(true)
          if (group !== undefined) connectTo(chart, group)
          onReady?.(chart)
        }}
        {...(onZoom && { onEvents: { datazoom: onZoom } })}
      />
    </div>
  )
}

function connectTo(chart: Chart, group: string) {
  chart.group = group
  chartLibrary.connect(group)
}

/** Passes wheel events to the page, since ECharts would stop all of them over a plot. */
function passToPage(event: WheelEvent) {
  if (!event.ctrlKey) event.stopPropagation()
}
