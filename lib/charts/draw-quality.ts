import { decimalYear } from '@/lib/dates'
import { formatSigned } from '@/lib/format'
import type { QualityRows } from '@/lib/report/figure'
import type { Frame } from './frame'
import { percentScale } from './percent-scale'
import { bottomMarks, px, sheetOf, textAt } from './svg-marks'
import { textWidthPx } from './text-width'
import { timeTicks } from './time-ticks'

const TOP_PX = 12
const BOTTOM_PX = 28
const WIDEST_PX = 10
/** Of a bar in its pitch. */
const SHARE = 0.7
/** A coefficient's axis spans at least this. */
const LEAST_SPAN = 0.04

/** A bar for each rebalancing, up from zero or down; a dashed line at the mean, which is named at its end. */
export function drawQuality(rows: QualityRows, frame: Frame): string {
  const { widthPx, heightPx, palette } = frame
  const { dates, mean } = rows
  const values = rows.lines[0]?.values ?? []
  const known = values.filter((value) => value !== null)
  const [first, last] = [dates[0], dates.at(-1)]
  if (first === undefined || last === undefined) throw new RangeError('a chart needs at least one date')
  const bottom = heightPx - BOTTOM_PX
  const scale = percentScale(Math.min(0, ...known), Math.max(0, ...known), bottom - TOP_PX, { leastSpan: LEAST_SPAN })
  const y = (value: number) => TOP_PX + ((scale.high - value) / (scale.high - scale.low)) * (bottom - TOP_PX)
  const marks = scale.ticks.map(({ at }) => ({ at, label: coefficient(at) }))
  const left = Math.max(...marks.map(({ label }) => textWidthPx(label, 11))) + 12
  const end = mean && `${mean.label} ${formatSigned(mean.value, 3)}`
  const right = widthPx - Math.max(46, end === null ? 0 : textWidthPx(end, 12, 'bold') + 12)
  const half = barPx(dates, right - left) / 2
  const [start, span] = [decimalYear(first), decimalYear(last) - decimalYear(first)]
  const xOfYear = (year: number) => left + half + ((year - start) / (span || 1)) * (right - left - 2 * half)
  const bars = values.flatMap((value, at) => {
    if (value === null) return []
    const [top, height] = [Math.min(y(value), y(0)), Math.abs(y(value) - y(0))]
    const x = xOfYear(decimalYear(dates[at] ?? first)) - half
    return `<rect x="${px(x)}" y="${px(top)}" width="${px(2 * half)}" height="${px(Math.max(0.5, height))}" fill="${palette.leg}"/>`
  })
  const ticks = timeTicks(first, last, right - left, widthPx < 400 ? 64 : 84)
  return sheetOf(frame, [
    ...marks.flatMap(({ at, label }) => [
      `<path d="M${px(left)} ${px(y(at))}H${px(right)}" stroke="${at === 0 ? palette.ink3 : palette.grid}"/>`,
      textAt({ x: left - 8, y: y(at) + 4, text: label, fill: palette.ink3, anchor: 'end' }),
    ]),
    ...bars,
    ...(mean && end !== null
      ? [
          `<path d="M${px(left)} ${px(y(mean.value))}H${px(right)}" stroke="${palette.accent}" stroke-width="1.25" stroke-dasharray="5 3"/>`,
          textAt({
            x: right + 8,
            y: y(mean.value) + 4,
            text: end,
            fill: palette.accent,
            anchor: 'start',
            size: 12,
            isBold: true,
          }),
        ]
      : []),
    `<path d="M${px(left)} ${px(bottom)}H${px(right)}" stroke="${palette.line}"/>`,
    ...bottomMarks(
      ticks.map(({ at, label }) => ({ at: xOfYear(at), label })),
      bottom,
      frame,
    ),
  ])
}

/** As wide as the closest of its dates allow on an even axis. */
function barPx({ length }: readonly string[], plotPx: number): number {
  return Math.min(WIDEST_PX, Math.max(0.8, (plotPx / length) * SHARE))
}

/** As short as it is exact: "0.05", "−0.1". */
function coefficient(at: number): string {
  return String(Number(at.toPrecision(6))).replace('-', '−')
}
