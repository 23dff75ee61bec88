import { formatPercent } from '@/lib/format'
import type { DistributionRows } from '@/lib/report/figure'
import type { Frame } from './frame'
import { linearScale } from './linear-scale'
import { percentScale } from './percent-scale'
import { bottomMarks, px, sheetOf, textAt } from './svg-marks'
import { textWidthPx } from './text-width'

const TOP_PX = 22
const BOTTOM_PX = 26
const RIGHT_PX = 10

/** A bar for each bin, its height the number of weeks; the last week's bin in the accent, with the week's return above. */
export function drawDistribution(rows: DistributionRows, frame: Frame): string {
  const { widthPx, heightPx, palette } = frame
  const { counts, from, width, last } = rows
  const bottom = heightPx - BOTTOM_PX
  const most = Math.max(1, ...counts)
  const marks = linearScale(0, most, bottom - TOP_PX).ticks.filter(({ at }) => at >= 0 && at <= most)
  const whole = marks.filter(({ at }) => Number.isInteger(at))
  const left = Math.max(...whole.map(({ label }) => textWidthPx(label, 11))) + 12
  const right = widthPx - RIGHT_PX
  const [low, high] = [from, from + counts.length * width]
  const x = (value: number) => left + ((value - low) / (high - low)) * (right - left)
  const y = (weeks: number) => bottom - (weeks / most) * (bottom - TOP_PX)
  const bars = counts.map((weeks, bin) => {
    if (weeks === 0) return ''
    const [start, end] = [x(from + bin * width), x(from + (bin + 1) * width)]
    const fill = bin === last?.bin ? palette.accent : palette.leg
    return `<rect x="${px(start + 0.5)}" y="${px(y(weeks))}" width="${px(Math.max(0.5, end - start - 1))}" height="${px(bottom - y(weeks))}" fill="${fill}"/>`
  })
  const ticks = percentScale(low, high, right - left, { mostTicks: widthPx < 400 ? 5 : 9 }).ticks.filter(
    ({ at }) => at >= low && at <= high,
  )
  return sheetOf(frame, [
    ...whole.flatMap(({ at, label }) => [
      `<path d="M${px(left)} ${px(y(at))}H${px(right)}" stroke="${palette.grid}"/>`,
      textAt({ x: left - 8, y: y(at) + 4, text: label, fill: palette.ink3, anchor: 'end' }),
    ]),
    ...bars,
    ...(low < 0 && high > 0
      ? [`<path d="M${px(x(0))} ${TOP_PX}V${px(bottom)}" stroke="${palette.ink3}" stroke-dasharray="2 3"/>`]
      : []),
    `<path d="M${px(left)} ${px(bottom)}H${px(right)}" stroke="${palette.line}"/>`,
    ...bottomMarks(
      ticks.map(({ at, label }) => ({ at: x(at), label })),
      bottom,
      frame,
    ),
    ...(last ? [lastMark(last, x(from + (last.bin + 0.5) * width), { left, right }, frame)] : []),
  ])
}

/** Says which week is lit, as near to its bar as the sheet's edges allow. */
function lastMark(
  { value, label }: NonNullable<DistributionRows['last']>,
  middle: number,
  { left, right }: { left: number; right: number },
  { palette }: Frame,
): string {
  const text = `${label} ${formatPercent(value)}%`
  const half = textWidthPx(text, 11, 'bold') / 2
  const x = Math.min(Math.max(middle, left + half), right - half)
  return textAt({ x, y: 12, text, fill: palette.accent, anchor: 'middle', isBold: true })
}
