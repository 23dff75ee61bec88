import { gzipSync } from 'node:zlib'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { paletteOf } from '@/lib/charts/theme'
import { drawnTexts, faults } from '@/lib/testing/charts/drawn-texts'
import { syntheticBars, syntheticLine } from '@/lib/testing/charts/synthetic-rows'
import { sizeOfRun } from '@/lib/testing/run/run-mode'
import { drawFigure } from './draw-figure'
import { sizesOf } from './registry'
import type { BarRows, LineRows } from './rows/rows'
import { SIZES, type SizeName } from './rows/sizes'

const palette = paletteOf('light', 'red')

function draw(rows: LineRows | BarRows, size: SizeName): string {
  const kind = rows.shape === 'bars' ? 'legs' : kindOf(rows)
  return drawFigure({ kind: sizesOf(kind).includes(size) ? kind : 'outline', rows }, { ...SIZES[size], palette })
}

function kindOf({ measure }: LineRows) {
  if (measure === 'correlation') return 'pair-correlation'
  return measure === 'drawdown' ? 'outline-drawdown' : measure
}

const LINE_SIZES = ['wide', 'medium', 'phone', 'full', 'broad', 'tall'] as const
const decade = syntheticLine(2600, 1.0003)

describe('renderSvg', () => {
  it('returns the same bytes whatever was drawn before', () => {
    const first = draw(decade, 'wide')
    draw(syntheticBars([[0.01, 0.02, -0.01]]), 'bars')
    expect(draw(decade, 'wide')).toBe(first)
  })

  it('draws at the requested size, with finite numbers only', () => {
    const svg = draw(decade, 'medium')
    expect(svg).toMatch(/^<svg [^>]*width="544" height="296"/)
    expect(svg).not.toMatch(/NaN|Infinity|undefined/)
  })

  it('stays within the size limit', () => {
    const gzipped = (svg: string) => gzipSync(svg).length
    expect(gzipped(draw(decade, 'wide'))).toBeLessThan(4000)
    expect(gzipped(draw(decade, 'phone'))).toBeLessThan(2500)
    expect(gzipped(draw(decade, 'cell'))).toBeLessThan(2000)
    expect(
      gzipped(
        draw(
          syntheticBars([
            [0.0307, 0.0298, 0.0009],
            [-0.0245, -0.0302, 0.0057],
            [-0.2414, -0.2231, -0.0183],
          ]),
          'bars',
        ),
      ),
    ).toBeLessThan(1500)
  })

  it('escapes a name', () => {
    const rows = syntheticBars([[0.01, 0.02, -0.01]])
    for (const bar of rows.windows[0]?.bars ?? []) bar.label = '<b>&"'
    expect(draw(rows, 'bars')).toContain('&lt;b&gt;&amp;&quot;')
  })
})

describe('texts of a picture', () => {
  const measures = [
    'relative-strength',
    'cumulative-excess',
    'rolling-return',
    'rolling-volatility',
    'rolling-ratio',
  ] as const
  const line = fc.record({
    days: fc.integer({ min: 1, max: 6000 }),
    growth: fc.double({ min: 0.995, max: 1.006, noNaN: true }),
    measure: fc.constantFrom(...measures),
    gap: fc.integer({ min: 0, max: 6000 }),
    gapDays: fc.integer({ min: 0, max: 400 }),
  })

  it('do not overlap and are not cut, for any line at any size', { timeout: 120_000 }, () => {
    fc.assert(
      fc.property(line, fc.constantFrom(...LINE_SIZES), ({ days, growth, measure, gap, gapDays }, size) => {
        const rows = syntheticLine(days, growth, measure)
        rows.values.fill(null, gap, gap + gapDays)
        const svg = draw(rows, size)
        expect(svg).not.toMatch(/NaN|Infinity/)
        expect(faults(drawnTexts(svg), SIZES[size])).toEqual([])
      }),
      { numRuns: sizeOfRun({ usual: 30, long: 200 }) },
    )
  })

  it('do not overlap and are not cut, for any outline', { timeout: 120_000 }, () => {
    fc.assert(
      fc.property(line, fc.constantFrom('cell' as const, 'cellphone' as const), ({ days, growth, measure }, size) => {
        const svg = draw(syntheticLine(days, growth, measure), size)
        expect(faults(drawnTexts(svg), SIZES[size])).toEqual([])
      }),
      { numRuns: sizeOfRun({ usual: 30, long: 200 }) },
    )
  })

  it('do not overlap and are not cut, for any bars', { timeout: 120_000 }, () => {
    const value = fc.option(
      fc.oneof(fc.double({ min: -0.99, max: 15, noNaN: true }), fc.constantFrom(0, 0.00001, -0.00001)),
    )
    const triple = fc.array(value, { minLength: 3, maxLength: 3 })
    fc.assert(
      fc.property(
        fc.array(triple, { minLength: 1, maxLength: 3 }),
        fc.constantFrom('bars' as const, 'barsphone' as const),
        (values, size) => {
          const texts = drawnTexts(draw(syntheticBars(values), size))
          expect(texts).toHaveLength(values.length * 7)
          expect(faults(texts, SIZES[size])).toEqual([])
        },
      ),
      { numRuns: sizeOfRun({ usual: 50, long: 300 }) },
    )
  })
})
