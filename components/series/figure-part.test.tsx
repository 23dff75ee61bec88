import { renderToStaticMarkup } from 'react-dom/server'
import { expect, it } from 'vitest'
import { parseChartPath } from '@/lib/address/chart-address'
import { parseView, type View } from '@/lib/address/view'
import { FIGURES, type FigureName, isFigureName } from '@/lib/figures/registry'
import { LAYOUTS } from '@/lib/figures/rows/sizes'
import { synthetic } from '@/lib/testing/workbench/sample-histories'
import { SERIES_DEFINITIONS, type SeriesDefinition } from './definitions'
import { FigurePart } from './figure-part'

/** Contributions have a part of their own. */
type PartName = Exclude<Extract<FigureName, SeriesDefinition['name']>, 'contributions'>

const PARTS = SERIES_DEFINITIONS.map(({ name }) => name).filter(
  (name): name is PartName => isFigureName(name) && name !== 'contributions',
)

it.each(PARTS)('shows pictures of %s at addresses that the server answers', (kind) => {
  const view = parseView('en', 'v3of3.5f3a9c1e-geometric-family-auto-red') as View
  const history = synthetic(Array.from({ length: 300 }, (_, day) => ((day % 7) - 3) / 1000))
  const coefficients = [{ date: '2023-07-31', ic: 0.02, rankIc: 0.03, rankMae: 0.31 }]
  const [layout] = FIGURES[kind].layouts
  if (layout === undefined) throw new Error('the figure has no layout')
  const props = { kind, layout, history, coefficients, name: 'Skewness', view, from: '2023-06-01' }
  const markup = renderToStaticMarkup(<FigurePart {...props} />)
  const paths = [...markup.matchAll(/\/charts\/([^"\s&]+)/g)].map(([, path]) => path ?? '')
  expect(paths.length).toBeGreaterThanOrEqual(LAYOUTS[layout].length)
  for (const path of paths) expect(parseChartPath(path.split('/')), path).not.toBeNull()
})
