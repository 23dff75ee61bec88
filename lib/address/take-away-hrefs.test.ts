import { expect, it } from 'vitest'
import { COLOURS } from '@/lib/base/appearance'
import { FIGURE_KINDS, isOutline } from '@/lib/figures/figure'
import { parseChartPath, rowsHref } from './chart-address'
import { takeAwayHrefs } from './take-away-hrefs'

const shown = { code: 'a.b-c', version: 3, stamp: '5f3a9c1e', asOf: '2024-08-30', locale: 'en' } as const
const kinds = FIGURE_KINDS.filter((kind) => !isOutline(kind))

it.each(kinds)('leads to the files of %s', (kind) => {
  for (const colours of COLOURS) {
    const isCompared = kind === 'comparison' || kind.startsWith('pair-')
    const terms = { from: '2014-01-02', to: '2024-08-30', axis: 'log' } as const
    const isOver = ['series-chart', 'leg-split', 'distribution', 'ic'].includes(kind)
    const asked = { ...(isOver && { terms }), ...(isCompared && { code: 'a.b-c,d', terms }) }
    const request = { ...shown, kind, convention: 'geometric', ...asked } as const
    const hrefs = takeAwayHrefs(rowsHref(request), colours)
    const read = (href: string) => parseChartPath(href.slice('/charts/'.length).split('/'))
    expect(read(hrefs.svg)).toMatchObject({ form: 'figure', file: 'svg', request, tone: 'light', colours })
    expect(read(hrefs.png)).toMatchObject({ form: 'figure', file: 'png', request, tone: 'light', colours })
    expect(read(hrefs.csv)).toEqual({ form: 'rows', file: 'csv', request })
    expect(read(hrefs.xlsx)).toEqual({ form: 'rows', file: 'xlsx', request })
  }
})

it('refuses what is no figure', () => {
  expect(() => takeAwayHrefs('/charts/x.svg', 'red')).toThrow('/charts/x.svg')
})
