/** Compares the painters of still charts with ECharts, which draws the same options. */
import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { ChartOption, Size } from '@/lib/charts/frame'
import { renderSvg } from '@/lib/charts/render-svg'
import { paintBars } from '@/lib/charts/still/paint-bars'
import { paintLine } from '@/lib/charts/still/paint-line'
import { printPalette } from '@/lib/charts/theme'
import type { LineRows } from '@/lib/figures/rows/rows'
import { PRINT_SIZES } from '@/lib/figures/rows/sizes'
import { syntheticBars, syntheticLine } from '@/lib/testing/charts/synthetic-rows'
import { IS_LONG_RUN, sizeOfRun } from '@/lib/testing/run/run-mode'
import { cumulativeExcessOption } from './cumulative-excess-option'
import { drawdownOption } from './drawdown-option'
import { legsOption } from './legs-option'
import { relativeStrengthOption } from './relative-strength-option'

const FONT = 'Noto Sans SC'
const palette = printPalette('red', '#1b3a66')
const runs = { numRuns: sizeOfRun({ usual: 30, long: 300 }) }
const documents = fc.constantFrom(...Object.values(PRINT_SIZES))
type Sizes = (typeof PRINT_SIZES)[keyof typeof PRINT_SIZES]

function expectSame(paint: typeof paintLine, option: ChartOption, size: Size): void {
  expect(paint(option, size, FONT)).toBe(renderSvg(option, size, FONT))
}

/** Compares both panels of a line in a document. */
function expectSameLine(rows: LineRows, sizes: Sizes): void {
  const frame = { palette, minGutters: { leftPx: 36, rightPx: 66 } }
  const option = rows.measure === 'cumulative-excess' ? cumulativeExcessOption : relativeStrengthOption
  expectSame(paintLine, option(rows, { ...sizes.line, ...frame }), sizes.line)
  expectSame(paintLine, drawdownOption(rows, 'Fall & "rise", %', { ...sizes.drawdown, ...frame }), sizes.drawdown)
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
    fc.property(days, scales, measures, documents, (growths, scale, measure, sizes) =>
      expectSameLine(lineOf(growths, scale, measure), sizes),
    ),
    runs,
  )
})

it('draws eleven years of days, a line that does not move, and one with nothing but gaps with the bytes of ECharts', () => {
  for (const sizes of IS_LONG_RUN ? Object.values(PRINT_SIZES) : [PRINT_SIZES.report]) {
    expectSameLine(syntheticLine(2_700, 1.0004), sizes)
    expectSameLine(lineOf(Array<number>(300).fill(1), 1, 'cumulative-excess'), sizes)
    expectSameLine(lineOf([1, null, null, 1, null], 1, 'relative-strength'), sizes)
    expectSameLine(lineOf([null, null, 1.02, 1.01], 1, 'relative-strength'), sizes)
    expectSameLine(lineOf([null, null, null], 1, 'relative-strength'), sizes)
  }
})

it('draws any rows of bars with the bytes of ECharts', () => {
  const values = fc.oneof(
    fc.integer({ min: -400_000, max: 400_000 }).map((millionths) => millionths / 1e6),
    fc.constantFrom(null, 0, 0.00004, -0.9),
  )
  const triple = fc.array(values, { minLength: 3, maxLength: 3 })
  fc.assert(
    fc.property(fc.array(triple, { minLength: 1, maxLength: 3 }), documents, (windows, { bars }) =>
      expectSame(paintBars, legsOption(syntheticBars(windows), { ...bars, palette }), bars),
    ),
    runs,
  )
})

it('refuses an option with a setting that it does not know', () => {
  const size = PRINT_SIZES.report.line
  const rows = syntheticLine(30, 1.01)
  const live = relativeStrengthOption(rows, { ...size, palette }, { from: '2014-01-05', to: '2014-01-20' })
  expect(() => paintLine(live, size, FONT)).toThrow('clip')
  expect(() => paintBars(live, size, FONT)).toThrow('series')
  expect(() =>
    paintLine({ ...relativeStrengthOption(rows, { ...size, palette }), legend: {} } as ChartOption, size, FONT),
  ).toThrow('legend')
})
