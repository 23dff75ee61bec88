import { describe, expect, it } from 'vitest'
import { lttb, type Point } from './lttb'

const line: Point[] = Array.from({ length: 1000 }, (_, x) => [x, x === 500 ? 100 : Math.sin(x / 20)])

describe('lttb', () => {
  it('keeps as many points as asked, both ends among them', () => {
    const kept = lttb(line, 50)
    expect(kept).toHaveLength(50)
    expect(kept[0]).toEqual(line[0])
    expect(kept.at(-1)).toEqual(line.at(-1))
  })

  it('keeps a spike', () => {
    expect(lttb(line, 50)).toContainEqual([500, 100])
  })

  it('leaves a short line alone', () => {
    expect(lttb(line.slice(0, 50), 50)).toEqual(line.slice(0, 50))
    expect(lttb([], 50)).toEqual([])
  })

  it('keeps the order', () => {
    const xs = lttb(line, 77).map(([x]) => x)
    expect(xs).toEqual([...xs].sort((a, b) => a - b))
  })
})
