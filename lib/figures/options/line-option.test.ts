import { describe, expect, it } from 'vitest'
import { renderSvg } from '@/lib/charts/render-svg'
import { paletteOf } from '@/lib/charts/theme'
import type { LineRows } from '@/lib/figures/rows/rows'
import { SIZES } from '@/lib/figures/rows/sizes'
import { drawnTexts } from '@/lib/testing/charts/drawn-texts'
import { syntheticLine } from '@/lib/testing/charts/synthetic-rows'
import { cumulativeExcessOption } from './cumulative-excess-option'
import { outlineOption } from './outline-option'
import { relativeStrengthOption } from './relative-strength-option'

const palette = paletteOf('light', 'red')
const frame = { ...SIZES.wide, palette }

function rows(measure: LineRows['measure'], values: (number | null)[]): LineRows {
  const dates = ['2021-12-31', '2022-12-30', '2023-12-29', '2024-08-30']
  return { shape: 'line', measure, label: 'Line', dates, values }
}

const texts = (svg: string) => drawnTexts(svg).map(({ text }) => text)

describe('relativeStrengthOption', () => {
  const svg = renderSvg(relativeStrengthOption(rows('relative-strength', [1, 1.4, 2, 1.97]), frame), SIZES.wide)

  it('shows years, ratios and the last value', () => {
    expect(texts(svg)).toEqual(['1', '1.5', '2', '2022', '2023', '2024', '1.97'])
  })

  it('is logarithmic: the distance from 1 to 1.5 is larger than from 1.5 to 2', () => {
    const [one = Number.NaN, half = Number.NaN, two = Number.NaN] = drawnTexts(svg).map(({ top }) => top)
    expect((one - half) / (half - two)).toBeCloseTo(Math.log(1.5) / Math.log(2 / 1.5), 1)
  })

  it('draws the base line darker than the grid, and the line above both', () => {
    const strokes = [...svg.matchAll(/ stroke="(#\w+)"/g)].map(([, colour]) => colour)
    expect(strokes.filter((colour) => colour === palette.ink3)).toHaveLength(1)
    expect(strokes.lastIndexOf(palette.grid)).toBeLessThan(strokes.indexOf(palette.accent))
  })

  it('throws for a ratio that a log axis cannot show', () => {
    expect(() => relativeStrengthOption(rows('relative-strength', [1, 0, 1, 1]), frame)).toThrow(RangeError)
  })
})

describe('cumulativeExcessOption', () => {
  it('is in percent, with signs', () => {
    const svg = renderSvg(cumulativeExcessOption(rows('cumulative-excess', [0, 0.1, -0.05, 0.2787]), frame), SIZES.wide)
    expect(texts(svg)).toEqual(['0', '+10', '+20', '+30', '2022', '2023', '2024', '+27.87'])
  })

  it('fits its axes to a window', () => {
    const line = syntheticLine(900, 1.0004, 'cumulative-excess')
    const option = cumulativeExcessOption(line, frame, { from: '2015-03-02', to: '2015-05-29' })
    expect(texts(renderSvg(option, SIZES.wide)).filter((text) => text.startsWith('20'))).toEqual(['2015-04', '2015-05'])
  })
})

describe('a gap', () => {
  it('breaks the line', () => {
    const whole = renderSvg(relativeStrengthOption(rows('relative-strength', [1, 1.1, 1.2, 1.3]), frame), SIZES.wide)
    const long = { ...syntheticLine(400, 1.001) }
    const broken = { ...long, values: long.values.map((value, day) => (day > 100 && day < 200 ? null : value)) }
    const strokes = (svg: string) => new RegExp(`<path d="([^"]*)"[^>]*stroke="${palette.accent}"`).exec(svg)?.[1]
    expect(strokes(whole)?.match(/M/g)).toHaveLength(1)
    expect(strokes(renderSvg(relativeStrengthOption(broken, frame), SIZES.wide))?.match(/M/g)).toHaveLength(2)
  })
})

describe('outlineOption', () => {
  const shared = { from: '2013-12-31', low: 0.9, high: 5 }
  const cell = { ...SIZES.cell, palette }

  it('shares its axes: the same ratio has the same height in every cell', () => {
    const heights = [1.0004, 0.9999].map((growth) => {
      const svg = renderSvg(
        outlineOption(syntheticLine(2000, growth), { ...cell, outline: { shared, hasLabels: true } }),
        SIZES.cell,
      )
      return drawnTexts(svg).map(({ text, top, left }) => [text, top, left])
    })
    expect(heights[0]).toEqual(heights[1])
  })

  it('draws a cumulative excess as its ratio', () => {
    const frame = { ...cell, outline: { shared, hasLabels: true } }
    const ratio = outlineOption(syntheticLine(500, 1.001), frame)
    const excess = outlineOption(syntheticLine(500, 1.001, 'cumulative-excess'), frame)
    expect(renderSvg(excess, SIZES.cell)).toBe(renderSvg(ratio, SIZES.cell))
  })

  it('keeps the space of hidden labels', () => {
    const bare = renderSvg(
      outlineOption(syntheticLine(2000, 1), { ...cell, outline: { shared, hasLabels: false } }),
      SIZES.cell,
    )
    const named = renderSvg(
      outlineOption(syntheticLine(2000, 1), { ...cell, outline: { shared, hasLabels: true } }),
      SIZES.cell,
    )
    expect(texts(bare)).toEqual(texts(named).filter((text) => text.startsWith('20')))
    expect(/<path d="M([\d.]+) /.exec(bare)?.[1]).toBe(/<path d="M([\d.]+) /.exec(named)?.[1])
  })
})
