import { describe, expect, it } from 'vitest'
import { textWidthPx } from './text-width'

describe('textWidthPx', () => {
  // The wider of Noto Sans CJK SC and Arial, measured in Chromium with CanvasRenderingContext2D.measureText.
  it.each([
    ['−24.14', 12, 'normal', 37],
    ['+123.45', 12, 'bold', 46.4],
    ['多空', 12, 'bold', 24],
    ['Long–short', 12, 'bold', 67.1],
    ['Portfolio', 12, 'normal', 48.7],
    ['2024', 11, 'normal', 24.5],
  ] as const)('leaves room for %s', (text, font, weight, measured) => {
    const width = textWidthPx(text, font, weight)
    expect(width).toBeGreaterThanOrEqual(measured)
    expect(width).toBeLessThan(measured * 1.4)
  })
})
