import { describe, expect, it } from 'vitest'
import { textWidthPx } from '@/lib/charts/text-width'
import { paletteOf } from '@/lib/charts/theme'
import { wrapText } from '@/lib/charts/wrap-text'
import { drawnTexts, faults } from '@/lib/testing/charts/drawn-texts'
import { composeFigure } from './compose-figure'

const picture = '<svg xmlns="http://www.w3.org/2000/svg" width="368" height="232" viewBox="0 0 368 232"></svg>'

function compose(title: string, source: string, demo: string | null = '演示数据') {
  const caption = { title, note: '%，各区间纵轴不同', source, demo }
  return composeFigure({ picture, size: { widthPx: 368, heightPx: 232 }, caption, palette: paletteOf('light', 'red') })
}

function sizeOf(svg: string) {
  const [, width, height] = /width="(\d+)" height="(\d+)"/.exec(svg) ?? []
  return { widthPx: Number(width), heightPx: Number(height) }
}

describe('a figure that stands alone', () => {
  it.each([
    ['日内偏度因子：多头、空头与多空收益', '资料来源：因子周报编辑室。数据截至 2024-08-30，数据版本 3，算术口径'],
    ['A factor whose name is very long indeed '.repeat(4), 'Source: a desk with a long name, '.repeat(6)],
    ['长名称'.repeat(40), '来源'.repeat(60)],
  ])('fits all its texts: %s', (title, source) => {
    const svg = compose(title, source)
    expect(faults(drawnTexts(svg), sizeOf(svg))).toEqual([])
    const texts = drawnTexts(svg).map(({ text }) => text)
    expect(texts.join('').replaceAll(' ', '')).toContain(title.replaceAll(' ', ''))
    expect(texts).toContain('演示数据')
  })

  it('has no mark when the data are not synthetic', () => {
    expect(compose('A', 'B', null)).not.toContain('演示数据')
  })

  it('escapes markup in a name', () => {
    expect(compose('</text><script>alert(1)</script>', '"&')).not.toMatch(/<script|"&"/)
  })
})

describe('wrapText', () => {
  it('breaks at spaces and between Chinese characters, within the width', () => {
    const lines = wrapText('多空相对强弱 relative strength of a factor，起点为一', 100, 12)
    expect(lines.length).toBeGreaterThan(2)
    for (const line of lines) expect(textWidthPx(line, 12)).toBeLessThanOrEqual(100)
    expect(lines.join('').replaceAll(' ', '')).toBe('多空相对强弱relativestrengthofafactor，起点为一')
  })

  it('begins no line with a closing mark, and does not break a word that is too long', () => {
    for (const line of wrapText('一二三，四五六，七八九。', 38, 12)) expect(line).not.toMatch(/^[，。]/)
    expect(wrapText('abcdefghijklmnopqrstuvwxyz a', 40, 12)).toEqual(['abcdefghijklmnopqrstuvwxyz', 'a'])
    expect(wrapText('', 40, 12)).toEqual([])
  })
})
