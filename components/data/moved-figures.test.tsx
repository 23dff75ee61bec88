import { renderToStaticMarkup } from 'react-dom/server'
import { expect, it } from 'vitest'
import { parseView, type View } from '@/lib/address/view'
import type { Catalogue } from '@/lib/report/model/inputs'
import type { MovedCell } from '@/lib/workbench/versions/moved-cells'
import { MovedFigures } from './moved-figures'

const CELLS: MovedCell[] = [
  { asOf: '2024-08-30', code: 'skewness', measure: 'longShort', column: 'week', before: '+0.09', after: '+1.36' },
  { asOf: '2024-08-30', code: 'skewness', measure: 'longShort', column: 'wins', before: '6/8', after: '7/8' },
]

it.each([
  ['en', false, '2 cells changed at two decimals, returns in %'],
  ['en', true, '2 cells change at two decimals, returns in %'],
  ['zh', false, '2 个单元格在两位小数下有变化，收益单位 %'],
  ['zh', true, '2 个单元格在两位小数下有变化，收益单位 %'],
] as const)('figures that a load moves have their unit: %s, planned %s', (locale, isPlanned, note) => {
  const view = parseView(locale, 'v3of8.00000000-arithmetic-family-auto-red') as View
  const catalogue = { factors: [], portfolios: [], indices: [] } as Partial<Catalogue> as Catalogue
  const markup = renderToStaticMarkup(
    <MovedFigures cells={CELLS} count={2} version={3} {...{ catalogue, isPlanned, view }} />,
  )
  expect(markup).toContain(`>${note}</span>`)
})

it.each([
  ['en', ['Long–short return, week', 'Long–short return, win rate']],
  ['zh', ['多空收益（本周）', '多空收益（胜率）']],
] as const)('name their measure and window: %s', (locale, names) => {
  const view = parseView(locale, 'v3of8.00000000-arithmetic-family-auto-red') as View
  const catalogue = { factors: [], portfolios: [], indices: [] } as Partial<Catalogue> as Catalogue
  const markup = renderToStaticMarkup(<MovedFigures cells={CELLS} count={2} version={3} {...{ catalogue, view }} />)
  for (const name of names) expect(markup).toContain(`<td>${name}</td>`)
})
