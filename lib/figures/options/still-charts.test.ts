/** Compares the painters of still charts with ECharts, which draws the same options. */
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { type ChartOption, type Frame, type Size, TONES } from '@/lib/charts/frame'
import { renderSvg } from '@/lib/charts/render-svg'
import { paintBars } from '@/lib/charts/still/paint-bars'
import { paintLine } from '@/lib/charts/still/paint-line'
import { paletteOf, printPalette } from '@/lib/charts/theme'
import type { LineRows } from '@/lib/figures/rows/rows'
import { PRINT_SIZES, SIZES } from '@/lib/figures/rows/sizes'
import { syntheticBars, syntheticLine } from '@/lib/testing/charts/synthetic-rows'
import { IS_LONG_RUN, sizeOfRun } from '@/lib/testing/run/run-mode'
import { cumulativeExcessOption } from './cumulative-excess-option'
import { drawdownOption } from './drawdown-option'
import { legsOption } from './legs-option'
import { relativeStrengthOption } from './relative-strength-option'

const FONT = 'Noto Sans SC'
const runs = { numRuns: sizeOfRun({ usual: 30, long: 300 }) }

/** The frames of the figures in a document, or on a page in one of its colours. */
interface Frames {
  line: Frame
  drawdown: Frame
  bars: Frame
}

const printed = printPalette('red', '#1b3a66')
const minGutters = { leftPx: 36, rightPx: 66 }
const IN_DOCUMENTS = Object.values(PRINT_SIZES).map(
  ({ line, drawdown, bars }): Frames => ({
    line: { ...line, palette: printed, minGutters },
    drawdown: { ...drawdown, palette: printed, minGutters },
    bars: { ...bars, palette: printed },
  }),
)
const ON_PAGES = Object.values(SIZES).flatMap((size) =>
  TONES.map((tone): Frames => {
    const palette = paletteOf(tone, 'green')
    const frame = { ...size, palette }
    return { line: frame, drawdown: frame, bars: { ...SIZES.barsphone, palette } }
  }),
)
const places = fc.oneof(fc.constantFrom(...IN_DOCUMENTS), fc.constantFrom(...ON_PAGES))

function expectSame(paint: typeof paintLine, option: ChartOption, size: Size): void {
  expect(paint(option, size, FONT)).toBe(renderSvg(option, size, FONT))
}

/** Compares a line and the panel of its drawdown. */
function expectSameLine(rows: LineRows, { line, drawdown }: Frames): void {
  const option = rows.measure === 'cumulative-excess' ? cumulativeExcessOption : relativeStrengthOption
  expectSame(paintLine, option(rows, line), line)
  expectSame(paintLine, drawdownOption(rows, 'Fall & "rise", %', drawdown), drawdown)
}

/** Returns a line of ratios that grow by a factor each day; null is a gap. */
function lineOf(growths: readonly (number | null)[], scale: number, measure: LineRows['measure']): LineRows {
  let ratio = scale
  const values = growths.map((growth) => {
    ratio *= growth ?? 1
    if (growth === null) return null
    return measure === 'cumulative-excess' ? ratio - 1 : ratio
  })
  return { ...syntheticLine(growths.length, 1, measure), values }
}

const growth = fc.integer({ min: 900_000, max: 1_110_000 }).map((millionths) => millionths / 1e6)
const days = fc.array(fc.oneof({ weight: 12, arbitrary: growth }, { weight: 1, arbitrary: fc.constant(null) }), {
  minLength: 1,
  maxLength: 900,
  size: 'max',
})
const measures = fc.constantFrom<LineRows['measure'][]>('relative-strength', 'cumulative-excess')

it('draws any line and its drawdown with the bytes of ECharts', () => {
  const scales = fc.constantFrom(1, 0.002, 70_000)
  fc.assert(
    fc.property(days, scales, measures, places, (growths, scale, measure, frames) =>
      expectSameLine(lineOf(growths, scale, measure), frames),
    ),
    runs,
  )
}, 120_000)

it('draws eleven years of days, a line that does not move, and one with nothing but gaps with the bytes of ECharts', () => {
  for (const frames of IS_LONG_RUN ? [...IN_DOCUMENTS, ...ON_PAGES] : IN_DOCUMENTS.slice(0, 1)) {
    expectSameLine(syntheticLine(2_700, 1.0004), frames)
    expectSameLine(lineOf(Array<number>(300).fill(1), 1, 'cumulative-excess'), frames)
    expectSameLine(lineOf([1, null, null, 1, null], 1, 'relative-strength'), frames)
    expectSameLine(lineOf([null, null, 1.02, 1.01], 1, 'relative-strength'), frames)
    expectSameLine(lineOf([null, null, null], 1, 'relative-strength'), frames)
  }
}, 120_000)

it('draws any rows of bars with the bytes of ECharts', () => {
  const values = fc.oneof(
    fc.integer({ min: -400_000, max: 400_000 }).map((millionths) => millionths / 1e6),
    fc.constantFrom(null, 0, 0.00004, -0.9),
  )
  const triple = fc.array(values, { minLength: 3, maxLength: 3 })
  fc.assert(
    fc.property(fc.array(triple, { minLength: 1, maxLength: 3 }), places, (windows, { bars }) =>
      expectSame(paintBars, legsOption(syntheticBars(windows), bars), bars),
    ),
    runs,
  )
}, 120_000)

it('refuses an option with a setting that it does not know', () => {
  const frame = { ...SIZES.wide, palette: printed }
  const rows = syntheticLine(30, 1.01)
  const live = relativeStrengthOption(rows, frame, { from: '2014-01-05', to: '2014-01-20' })
  expect(() => paintLine(live, frame, FONT)).toThrow('clip')
  expect(() => paintBars(live, frame, FONT)).toThrow('series')
  const withLegend = Object.assign(relativeStrengthOption(rows, frame), { legend: {} })
  expect(() => paintLine(withLegend, frame, FONT)).toThrow('legend')
})
