import { describe, expect, it } from 'vitest'
import { addDays } from '@/lib/base/dates'
import { renderSvg } from '@/lib/charts/render-svg'
import { paletteOf } from '@/lib/charts/theme'
import type { LinesRows } from '@/lib/figures/rows/rows'
import { SIZES, type SizeName } from '@/lib/figures/rows/sizes'
import { drawnTexts, faults } from '@/lib/testing/charts/drawn-texts'
import { comparisonOption } from './comparison-option'

/** Returns lines that almost meet at their ends. */
function rowsOf(count: number, axis: LinesRows['axis'] = 'log'): LinesRows {
  const dates = Array.from({ length: 900 }, (_, day) => addDays('2022-01-01', day))
  const lines = Array.from({ length: count }, (_, line) => ({
    code: `f${line}`,
    label: `示例因子 ${line}`,
    values: dates.map((_, day) => 1 + (day / 900) * (0.5 + line / 1000)),
  }))
  return { shape: 'lines', axis, dates, lines }
}

const draw = (rows: LinesRows, size: SizeName) =>
  renderSvg(comparisonOption(rows, { ...SIZES[size], palette: paletteOf('light', 'red') }), SIZES[size])

describe('comparisonOption', () => {
  for (const size of ['full', 'broad', 'medium', 'phone', 'tall'] as const) {
    for (const axis of ['log', 'linear'] as const) {
      it(`keeps the names of eight lines apart on a ${size} sheet, ${axis}`, () => {
        const texts = drawnTexts(draw(rowsOf(8, axis), size))
        expect(faults(texts, SIZES[size])).toEqual([])
        const labels = texts.map(({ text }) => text).filter((text) => /^[A-H] /.test(text))
        expect(labels).toHaveLength(8)
        expect(labels).toContain(size === 'phone' || size === 'tall' ? 'A 1.50' : 'A 示例因子 0 1.50')
      })
    }
  }

  it('draws a picture with about one point per pixel, and a live chart with every day', () => {
    const frame = { ...SIZES.phone, palette: paletteOf('light', 'red') }
    const rows = rowsOf(1)
    const zigzag = rows.lines.map((line) => ({ ...line, values: line.values.map((_, day) => 1 + (day % 2) / 10) }))
    const pointsOf = (window?: { from: string; to: string }) => {
      const svg = renderSvg(comparisonOption({ ...rows, lines: zigzag }, frame, window), SIZES.phone)
      const [, line = ''] = new RegExp(`d="([^"]*)"[^>]*stroke="${frame.palette.accent}"`).exec(svg) ?? []
      return (line.match(/[Ml]/g) ?? []).length
    }
    expect(pointsOf()).toBeGreaterThan(SIZES.phone.widthPx / 2)
    expect(pointsOf()).toBeLessThanOrEqual(SIZES.phone.widthPx)
    expect(pointsOf({ from: '2022-01-01', to: '2024-06-18' })).toBe(900)
  })

  it('draws the highlighted line over the others, with its name even where lines have no label', () => {
    const frame = { ...SIZES.full, palette: paletteOf('light', 'red') }
    const plain = { from: '2022-01-01', to: '2024-06-18' }
    const seriesOf = (highlighted: number | null) =>
      [comparisonOption(rowsOf(12), frame, plain, highlighted).series].flat()
    const lineOf = (highlighted: number | null, id: string) => seriesOf(highlighted).find((each) => each?.id === id)
    expect(lineOf(9, 'line-9')).toMatchObject({ lineStyle: { width: 1.75, opacity: 1 }, z: 3 })
    expect(lineOf(9, 'line-0')).toMatchObject({ lineStyle: { width: 2, opacity: 0.25 }, z: 2 })
    expect(lineOf(9, 'end-9')).toBeDefined()
    expect(lineOf(null, 'end-9')).toBeUndefined()
    expect(lineOf(null, 'line-0')).toMatchObject({ lineStyle: { width: 2, opacity: 1 } })
  })

  it('draws further lines thin and without a label', () => {
    const { series } = comparisonOption(rowsOf(12), { ...SIZES.full, palette: paletteOf('light', 'red') })
    const ids = [series].flat().map((each) => each?.id)
    expect(ids.filter((id) => String(id).startsWith('line-'))).toHaveLength(12)
    expect(ids.filter((id) => String(id).startsWith('end-'))).toHaveLength(8)
  })

  it('gives each labelled line its own stroke', () => {
    const { series } = comparisonOption(rowsOf(8), { ...SIZES.full, palette: paletteOf('dark', 'cvd') })
    const strokes = [series]
      .flat()
      .flatMap((each) => (String(each?.id).startsWith('line-') ? [JSON.stringify(each)] : []))
    const looks = strokes.map((text) => /"lineStyle":({.*?})/.exec(text)?.[1])
    expect(new Set(looks).size).toBe(8)
  })

  it('draws a single line, a line with a gap, and one without a value', () => {
    const rows = rowsOf(3)
    const [first, second] = rows.lines
    if (!first || !second) throw new Error('no lines')
    const lines = [
      { ...first, values: first.values.map((value, day) => (day > 400 ? null : value)) },
      { ...second, values: second.values.map(() => null) },
    ]
    const texts = drawnTexts(draw({ ...rows, lines }, 'broad')).map(({ text }) => text)
    expect(texts).toContain('A 示例因子 0 1.22')
    expect(texts.some((text) => text.startsWith('B '))).toBe(false)
  })
})
