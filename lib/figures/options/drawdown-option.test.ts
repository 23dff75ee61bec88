import { describe, expect, it } from 'vitest'
import { renderSvg } from '@/lib/charts/render-svg'
import { printPalette } from '@/lib/charts/theme'
import { PRINT_SIZES } from '@/lib/figures/rows/sizes'
import { drawnTexts, faults } from '@/lib/testing/charts/drawn-texts'
import { syntheticLine } from '@/lib/testing/charts/synthetic-rows'
import { drawdownOption } from './drawdown-option'

const size = PRINT_SIZES.report.drawdown
const frame = { ...size, palette: printPalette('red', '#1b3a66'), minGutters: { leftPx: 36, rightPx: 66 } }

function textsOf(values: (number | null)[], measure: 'relative-strength' | 'cumulative-excess') {
  const rows = { ...syntheticLine(values.length, 1, measure), values }
  const svg = renderSvg(drawdownOption(rows, '回撤，%', frame), size)
  expect(svg).not.toMatch(/NaN|Infinity|undefined|<text[^>]* x="[^"]*"[^>]* x="/)
  return drawnTexts(svg)
}

describe('drawdownOption', () => {
  it('shows the last depth below the peak and the label without overlap', () => {
    const texts = textsOf([1, 1.25, 1.5, 1.2], 'relative-strength')
    expect(texts.map(({ text }) => text)).toEqual(expect.arrayContaining(['回撤，%', '0', '−20.00']))
    expect(faults(texts, size)).toEqual([])
  })

  it('reads an excess as the ratio minus 1', () => {
    const texts = textsOf([0, 0.5, 0.2], 'cumulative-excess')
    expect(texts.map(({ text }) => text)).toContain('−20.00')
  })

  it('has no last depth when the line ends in a gap, and draws a line without values', () => {
    expect(textsOf([1, 1.5, 1.2, null], 'relative-strength').map(({ text }) => text)).not.toContain('−20.00')
    expect(textsOf([1, null, null], 'relative-strength').map(({ text }) => text)).toContain('回撤，%')
  })
})
