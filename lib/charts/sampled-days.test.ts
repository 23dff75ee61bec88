import { describe, expect, it } from 'vitest'
import { createRandom } from '@/prisma/demo/random'
import { renderSvg } from './render-svg'
import { sampledDays } from './sampled-days'

const WIDTH = 300
/** 95 years of days: a wave with a peak and a trough of one day each, and two gaps around a day alone. */
const long = Array.from({ length: 26_000 }, (_, day) => {
  if (day === 7_003) return 9
  if (day === 19_111) return -9
  const isGap = day >= 12_000 && day < 12_500 && day !== 12_250
  return isGap ? null : Math.sin(day / 300)
})

function walkOf(days: number, seed: string): number[] {
  const random = createRandom(seed)
  let value = 0
  return Array.from({ length: days }, () => {
    value += random.uniform() - 0.5
    return value
  })
}

function pictureOf(data: [number, number | null][], days: number, sampling?: 'lttb'): string {
  const bare = { left: 0, right: 0, top: 0, bottom: 0, outerBoundsMode: 'none' as const }
  const axis = { type: 'value' as const, show: false }
  return renderSvg(
    {
      animation: false,
      grid: bare,
      xAxis: { ...axis, min: 0, max: days - 1 },
      yAxis: { ...axis, scale: true },
      series: [{ type: 'line', data, symbol: 'none', ...(sampling && { sampling }) }],
    },
    { widthPx: WIDTH, heightPx: 100 },
  )
}

it.each([11, 449, 451, 1_000, 2_601, 7_777])('draws a line of %i days as ECharts samples it', (days) => {
  const ys = walkOf(days, `walk of ${days}`)
  const ours = sampledDays(ys, WIDTH).map((day): [number, number | null] => [day, ys[day] ?? null])
  const all = ys.map((y, day): [number, number | null] => [day, y])
  expect(pictureOf(ours, days)).toBe(pictureOf(all, days, 'lttb'))
  expect(pictureOf(ours, days)).toContain('<path')
})

describe('a long line', () => {
  const kept = sampledDays(long, WIDTH)

  it('has about a day a pixel, in order, with its ends, its peak and its trough', () => {
    expect(kept.length).toBeGreaterThan(WIDTH - 5)
    expect(kept.length).toBeLessThan(WIDTH + 5)
    expect(kept).toEqual([...new Set(kept)].sort((a, b) => a - b))
    expect(kept).toEqual(expect.arrayContaining([0, 7_003, 19_111, 25_999]))
  })

  it('breaks at its gaps, and keeps a day alone between two', () => {
    const shown = kept.map((day) => long[day] ?? null)
    const breaks = shown.filter((y, index) => y === null && shown[index - 1] != null)
    expect(breaks).toHaveLength(2)
    expect(kept).toContain(12_250)
  })
})

it.each([
  [10, 3],
  [400, 300],
])('a line of %i days on %i pixels has all of them', (days, px) => {
  const ys = walkOf(days, 'short')
  expect(sampledDays(ys, px)).toEqual([...ys.keys()])
})
