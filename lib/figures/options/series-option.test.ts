import { gzipSync } from 'node:zlib'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { renderSvg } from '@/lib/charts/render-svg'
import { paletteOf } from '@/lib/charts/theme'
import type { SeriesRows } from '@/lib/figures/rows/rows'
import { SIZES, type SizeName } from '@/lib/figures/rows/sizes'
import { drawdowns } from '@/lib/metrics/risk/drawdown'
import { drawdownEpisodes } from '@/lib/metrics/risk/drawdown-episodes'
import { type DrawnText, drawnTexts, faults } from '@/lib/testing/charts/drawn-texts'
import { syntheticLine } from '@/lib/testing/charts/synthetic-rows'
import { sizeOfRun } from '@/lib/testing/run/run-mode'
import { seriesOption } from './series-option'

const palette = paletteOf('light', 'red')
const SIZE_NAMES = ['panels', 'panelsbroad', 'panelsmid', 'panelsphone'] as const

function rowsOf(days: number, growth: number, change: Partial<SeriesRows> = {}): SeriesRows {
  const { dates, values } = syntheticLine(days, growth)
  const known = values.map(Number)
  const falls = drawdownEpisodes(known)
    .sort((a, b) => a.depth - b.depth)
    .slice(0, 3)
  const legs = (['leg', 'against', 'benchmark'] as const).map((role, index) => ({
    role,
    label: ['Long', 'Short', 'Benchmark'][index] ?? '',
    values: known.map((value) => value ** (index / 2)),
  }))
  return {
    shape: 'series',
    unit: 'ratio',
    axis: 'log',
    daysPerYear: 252,
    dates,
    lines: [{ role: 'net', label: 'Long–short', values }, ...legs],
    drawdown: { label: 'Drawdown', values: drawdowns(values), falls },
    ...change,
  }
}

function draw(rows: SeriesRows, size: SizeName = 'panels', window?: { from: string; to: string }): string {
  return renderSvg(seriesOption(rows, { ...SIZES[size], palette }, window), SIZES[size])
}

const named = (svg: string, name: RegExp): DrawnText[] => drawnTexts(svg).filter(({ text }) => name.test(text))
const decade = rowsOf(2600, 1.0003)

describe('seriesOption', () => {
  it('names each line with its last value at its end, and has the drawdown below', () => {
    const svg = draw(decade)
    const ends = decade.lines.map(({ label, values }) => `${label} ${values.at(-1)?.toFixed(2)}`)
    expect(drawnTexts(svg).map(({ text }) => text)).toEqual(expect.arrayContaining([...ends, 'Drawdown %']))
  })

  it('distinguishes lines by dash as well as by colour', () => {
    const svg = draw(decade)
    expect(svg).toMatch(/stroke-dasharray="5,3"/)
    expect(svg).toMatch(/stroke-dasharray="1\.5,2\.5"/)
  })

  it('shades the falls through both panels, with their depths above', () => {
    const svg = draw(decade)
    const shades = [...svg.matchAll(/<path d="M[\d.]+ (\d+)L[^"]*"[^>]*fill-opacity="0\.13"/g)]
    expect(svg.match(/fill-opacity="0\.13"/g)).toHaveLength(3)
    for (const [, top] of shades) expect(Number(top)).toBe(20)
    for (const { depth } of decade.drawdown?.falls ?? [])
      expect(named(svg, new RegExp(`^−${Math.abs(depth * 100).toFixed(1)}%$`))).not.toEqual([])
  })

  it('has one panel without a drawdown', () => {
    const svg = draw({ ...decade, drawdown: null }, 'full')
    expect(named(svg, /Drawdown|%$/)).toEqual([])
  })

  it('marks returns in percent on either axis', () => {
    for (const axis of ['log', 'linear'] as const)
      expect(named(draw({ ...decade, unit: 'earned', axis }), /^\+\d+$/)).not.toEqual([])
  })

  it('puts the end labels of a zoomed chart at the edge of the view', () => {
    const [from, to] = ['2016-03-01', '2017-02-28']
    const svg = draw(decade, 'panels', { from, to })
    const value = decade.lines[0]?.values[decade.dates.indexOf(to)]
    expect(named(svg, /^Long–short/).map(({ text }) => text)).toEqual([`Long–short ${value?.toFixed(2)}`])
  })

  it('throws for a ratio that a log axis cannot show', () => {
    const broken = { ...decade, lines: [{ role: 'net' as const, label: 'Net', values: decade.dates.map(() => 0) }] }
    expect(() => draw(broken)).toThrow(RangeError)
  })

  it('stays within the size limit', () => {
    expect(gzipSync(draw(decade)).length).toBeLessThan(24_000)
    expect(gzipSync(draw({ ...decade, lines: decade.lines.slice(0, 1) }, 'panelsphone')).length).toBeLessThan(6_000)
  })

  it('has no overlapping or cut texts, for any series at any size', { timeout: 120_000 }, () => {
    const series = fc.record({
      days: fc.integer({ min: 2, max: 4000 }),
      growth: fc.double({ min: 0.997, max: 1.003, noNaN: true }),
      unit: fc.constantFrom('ratio' as const, 'earned' as const),
      axis: fc.constantFrom('log' as const, 'linear' as const),
      count: fc.integer({ min: 1, max: 4 }),
    })
    fc.assert(
      fc.property(series, fc.constantFrom(...SIZE_NAMES), ({ days, growth, unit, axis, count }, size) => {
        const rows = rowsOf(days, growth, { unit, axis })
        // Depths of adjacent falls have only two rows, and may overlap there.
        const svg = draw({ ...rows, lines: rows.lines.slice(0, count), drawdown: oneFall(rows) }, size)
        expect(svg).not.toMatch(/NaN|Infinity/)
        expect(faults(drawnTexts(svg), SIZES[size])).toEqual([])
      }),
      { numRuns: sizeOfRun({ usual: 20, long: 200 }) },
    )
  })
})

function oneFall({ drawdown }: SeriesRows): SeriesRows['drawdown'] {
  return drawdown && { ...drawdown, falls: drawdown.falls.slice(0, 1) }
}
