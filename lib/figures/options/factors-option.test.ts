import { gzipSync } from 'node:zlib'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { paletteOf } from '@/lib/charts/theme'
import { drawFigure } from '@/lib/figures/draw-figure'
import { sizesOf } from '@/lib/figures/registry'
import type { FactorRows } from '@/lib/figures/rows/rows'
import { SIZES, type SizeName } from '@/lib/figures/rows/sizes'
import { drawnTexts, faults } from '@/lib/testing/charts/drawn-texts'
import { syntheticFactors } from '@/lib/testing/charts/synthetic-rows'
import { sizeOfRun } from '@/lib/testing/run/run-mode'

const palette = paletteOf('light', 'red')

function draw(rows: FactorRows, size: SizeName): string {
  return drawFigure({ kind: `week-${rows.shape}`, rows }, { ...SIZES[size], palette })
}

const textsOf = (svg: string) => drawnTexts(svg).map(({ text }) => text)

const fourteen: [number | null, number | null][] = Array.from({ length: 14 }, (_, index) => [
  (7.5 - index) / 2000,
  index === 13 ? null : (index % 5) / 100 - 0.02,
])

describe('columns of all factors', () => {
  it('print both figures of each factor, with a dash for a missing one', () => {
    for (const size of ['columns', 'columnsmid', 'rows', 'rowsphone'] as const) {
      const texts = textsOf(draw(syntheticFactors('columns', fourteen, '因子'), size))
      expect(texts.filter((text) => /^[+−]?\d+\.\d\d$/.test(text))).toHaveLength(27)
      expect(texts.filter((text) => text === '—')).toHaveLength(1)
      expect(texts).toEqual(expect.arrayContaining(['Week', 'Aug', '+0.38', '−0.28']))
    }
  })

  it('show numbers for names and an axis for figures with forty columns', () => {
    const forty = Array.from({ length: 40 }, (_, index): [number, number] => [(20 - index) / 1000, index / 1000])
    const texts = textsOf(draw(syntheticFactors('columns', forty, 'A rather long name'), 'columns'))
    expect(texts).toEqual(expect.arrayContaining(['1', '40', 'Week', 'Aug']))
    expect(texts.filter((text) => text.includes('.')).length).toBeLessThan(14)
  })

  it('have the colour of their sign', () => {
    const svg = draw(syntheticFactors('columns', [[0.01, -0.01]]), 'columns')
    expect(svg).toContain(`fill="${palette.up}"`)
    expect(svg).toContain(`fill="${palette.down}"`)
    expect(draw(syntheticFactors('columns', [[0.01, 0.02]]), 'columns')).not.toContain(`fill="${palette.down}"`)
  })

  it('stay within the size limit', () => {
    expect(gzipSync(draw(syntheticFactors('columns', fourteen), 'columns')).length).toBeLessThan(3000)
    expect(gzipSync(draw(syntheticFactors('scatter', fourteen), 'points')).length).toBeLessThan(2500)
  })
})

describe('points of all factors', () => {
  const spread: [number | null, number | null][] = [
    [0.08, 0.001],
    [-0.05, -0.003],
    [0.01, 0.004],
    [0.02, null],
  ]

  it('are drawn and named when both values are known', () => {
    const svg = draw(syntheticFactors('scatter', spread), 'points')
    expect(textsOf(svg).filter((text) => text.startsWith('Factor'))).toHaveLength(3)
    expect(textsOf(svg)).not.toContain('Factor 2')
  })
})

describe('texts of a picture of all factors', () => {
  const value = fc.option(
    fc.oneof(fc.double({ min: -0.3, max: 0.3, noNaN: true }), fc.constantFrom(0, 0.00001, -0.00001, 1.5)),
    { freq: 8 },
  )
  const name = fc.constantFrom('因子', '大单净买入强度与尾盘成交占比', 'Factor', 'Large net buying strength')
  const sizes = [...sizesOf('week-columns'), ...sizesOf('week-scatter')]

  it('do not overlap and are not cut, for any factors at any size', { timeout: 120_000 }, () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(value, value), { maxLength: 80 }),
        name,
        fc.constantFrom(...sizes),
        (values, named, size) => {
          const shape = sizesOf('week-scatter').includes(size) ? 'scatter' : 'columns'
          const svg = draw(syntheticFactors(shape, values, named), size)
          expect(svg).not.toMatch(/NaN|Infinity|undefined/)
          expect(faults(drawnTexts(svg), SIZES[size])).toEqual([])
        },
      ),
      { numRuns: sizeOfRun({ usual: 50, long: 600 }) },
    )
  })
})
