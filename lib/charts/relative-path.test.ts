import { describe, expect, it } from 'vitest'
import { relativePath } from './relative-path'

describe('relativePath', () => {
  it('writes steps in tenths', () => {
    expect(relativePath('M10 20L11.04 20.5L11.5 18')).toBe('M10 20l1 .5l.5-2.5')
  })

  it('does not add up rounding errors', () => {
    const points = Array.from({ length: 1000 }, (_, index) => `L${(index * 0.04).toFixed(2)} 0`)
    const steps = relativePath(`M0 0${points.join('')}`).match(/l[^l]+/g) ?? []
    const end = steps.reduce((sum, step) => sum + Number.parseFloat(step.slice(1)), 0)
    expect(end).toBeCloseTo(40, 1)
  })

  it('starts again after a gap and leaves out points that do not move', () => {
    expect(relativePath('M0 0L1 1L1.01 1M5 5L6 6')).toBe('M0 0l1 1M5 5l1 1')
  })

  it('only rounds the numbers of other shapes', () => {
    expect(relativePath('M1 0A1 1 0 1 1 1 -0.12')).toBe('M1 0A1 1 0 1 1 1 -.1')
  })
})
