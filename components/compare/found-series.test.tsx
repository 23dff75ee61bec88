import { renderToStaticMarkup } from 'react-dom/server'
import { expect, it } from 'vitest'
import { parseView, type View } from '@/lib/address/view'
import type { ComparePage, SeriesName } from '@/lib/workbench/compare/get-compare-page'
import { CompareChoice } from './compare-controls'
import type { CompareState } from './compare-path'
import { FoundSeries } from './found-series'

const view = sampleView()

const STATE: CompareState = { codes: ['f7'], from: null, to: null, axis: 'log', pair: null }

function sampleView(): View {
  const parsed = parseView('en', 'v1.00000000-arithmetic-family-auto-red')
  if (!parsed) throw new TypeError('the view is wrong')
  return parsed
}

function catalogueOf(count: number): SeriesName[] {
  return Array.from({ length: count }, (_, index) => ({
    code: `f${index + 1}`,
    kind: 'factor' as const,
    name: `Factor ${index + 1}`,
    shortName: `Short ${index + 1}`,
    ended: null,
  }))
}

/** Returns the form by which a series is added to the first of so many. */
function formOf(count: number): string {
  const catalogue = catalogueOf(count)
  const page: ComparePage = {
    catalogue,
    chosen: catalogue.slice(6, 7),
    unknown: [],
    inceptions: [],
    comparison: null,
    series: [],
    restated: [],
    isDemo: false,
    market: undefined,
  }
  return renderToStaticMarkup(<CompareChoice page={page} state={STATE} view={view} find="" />)
}

const addedBy = (markup: string) => [...markup.matchAll(/series=f7,(\w+)["&]/g)].map(([, code]) => code)
const found = (find: string, count = 5_000) =>
  renderToStaticMarkup(<FoundSeries catalogue={catalogueOf(count)} state={STATE} view={view} find={find} />)

it('lists few series, and has a field to find one of many', () => {
  expect(formOf(201).match(/<option /g)).toHaveLength(201)
  expect(formOf(202)).not.toContain('<option')
  expect(formOf(202)).toContain('name="find"')
})

it('offers the series whose name or code has the text, but for those that are compared', () => {
  expect(addedBy(found(' SHORT 499 '))).toEqual(['f499', ...Array.from({ length: 10 }, (_, digit) => `f499${digit}`)])
  expect(addedBy(found('f7'))).not.toContain('f7')
})

it('says how many it leaves out, and when there is none', () => {
  const markup = found('factor')
  expect(addedBy(markup)).toHaveLength(40)
  expect(markup).toContain('4,959 more series match')
  expect(found('momentum')).toContain('No other series has “momentum” in its name or code.')
})
