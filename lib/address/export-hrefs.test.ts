import { expect, it } from 'vitest'
import { COLOURS } from '@/lib/base/appearance'
import { FIGURE_NAMES, FIGURES } from '@/lib/figures/registry'
import { parseChartPath, rowsHref } from './chart-address'
import { exportHrefs } from './export-hrefs'

const shown = { code: 'a.b-c', version: 3, stamp: '5f3a9c1e', asOf: '2024-08-30', locale: 'en' } as const
const exported = FIGURE_NAMES.flatMap((kind) => {
  const { exportSize, source } = FIGURES[kind]
  return exportSize === null ? [] : [{ kind, exportSize, of: source.of }]
})

it.each(exported)('returns the files of $kind', ({ kind, exportSize, of }) => {
  for (const colours of COLOURS) {
    const terms = { from: '2014-01-02', to: '2024-08-30', axis: 'log' } as const
    const ownParameters = {
      ...(of !== 'series' && of !== 'factors' && { terms }),
      ...((of === 'comparison' || of === 'pair') && { code: 'a.b-c,d' }),
    }
    const request = { ...shown, kind, convention: 'geometric', ...ownParameters } as const
    const hrefs = exportHrefs(rowsHref(request), exportSize, colours)
    const read = (href: string) => parseChartPath(href.slice('/charts/'.length).split('/'))
    expect(read(hrefs.svg)).toMatchObject({ form: 'figure', file: 'svg', request, tone: 'light', colours })
    expect(read(hrefs.png)).toMatchObject({ form: 'figure', file: 'png', request, tone: 'light', colours })
    expect(read(hrefs.csv)).toEqual({ form: 'rows', file: 'csv', request })
    expect(read(hrefs.xlsx)).toEqual({ form: 'rows', file: 'xlsx', request })
  }
})

it('throws for an address that is not of a figure', () => {
  expect(() => exportHrefs('/charts/x.svg', 'broad', 'red')).toThrow('/charts/x.svg')
})
