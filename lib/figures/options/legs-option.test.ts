import { describe, expect, it } from 'vitest'
import { renderSvg } from '@/lib/charts/render-svg'
import { paletteOf } from '@/lib/charts/theme'
import { SIZES } from '@/lib/figures/rows/sizes'
import { drawnTexts } from '@/lib/testing/charts/drawn-texts'
import { syntheticBars } from '@/lib/testing/charts/synthetic-rows'
import { type BarRole, legsOption } from './legs-option'

const palette = paletteOf('light', 'red')
const frame = { ...SIZES.bars, palette }

/** Returns left and right end of each filled bar, in drawing order. */
function barsOf(svg: string) {
  return [...svg.matchAll(/<path d="M([\d.]+) [\d.]+l(-?[\d.]+) 0l0 (?:9|10)l[^"]*" fill="(#\w+)"/g)].map(
    ([, x, length, fill]) => ({
      from: Number(x),
      to: Number(x) + Number(length),
      fill,
    }),
  )
}

function draw(values: (number | null)[][], hidden?: ReadonlySet<BarRole>) {
  const svg = renderSvg(legsOption(syntheticBars(values), frame, hidden), SIZES.bars)
  return { svg, bars: barsOf(svg), text: (text: string) => drawnTexts(svg).find((drawn) => drawn.text === text) }
}

describe('legsOption', () => {
  it('has zero at the left when all values are positive, and gives the bars the width', () => {
    const { bars, text } = draw([[0.0307, 0.0298, 0.0009]])
    const [leg, against, net] = bars
    expect(leg?.from).toBe(net?.from)
    expect(leg && leg.to - leg.from).toBeGreaterThan(180)
    expect(against?.fill).toBe(palette.bg)
    expect(net?.fill).toBe(palette.accent)
    expect(text('+3.07')?.left).toBeGreaterThan(leg?.to ?? Number.POSITIVE_INFINITY)
  })

  it('has zero at the right when all values are negative, each value beyond the end of its bar', () => {
    const { bars, text } = draw([[-0.2414, -0.2231, -0.0183]])
    expect(bars[0]?.from).toBe(frame.widthPx - 1)
    expect(text('−24.14')?.right).toBeLessThan(bars[0]?.to ?? Number.NaN)
    expect(text('−1.83')?.right).toBeLessThan(bars[2]?.to ?? Number.NaN)
  })

  it('gives each window its own scale', () => {
    const { bars } = draw([
      [0.01, 0.02, -0.01],
      [0.1, 0.2, -0.1],
    ])
    const lengths = bars.map(({ from, to }) => to - from)
    expect(lengths.slice(0, 3)).toEqual(lengths.slice(3))
  })

  it('colours a value by its sign after rounding', () => {
    const { svg } = draw([[0.00004, null, -0.00005]])
    expect(svg).toContain(`fill="${palette.ink2}">0.00<`)
    expect(svg).toContain(`fill="${palette.ink3}">—<`)
    expect(svg).toContain(`fill="${palette.down}">−0.01<`)
  })

  it('shows a bar for the smallest value with a sign', () => {
    const { bars } = draw([[1, 1, 0.0001]])
    expect(bars[2] && bars[2].to - bars[2].from).toBeCloseTo(1, 0)
  })

  it('scales to the bars that are not hidden', () => {
    const { bars, text } = draw([[0.0307, 0.0298, 0.0009]], new Set<BarRole>(['leg', 'against']))
    const net = bars.find(({ fill }) => fill === palette.accent)
    expect(net && net.to - net.from).toBeGreaterThan(180)
    expect(text('+3.07')).toBeUndefined()
  })
})
