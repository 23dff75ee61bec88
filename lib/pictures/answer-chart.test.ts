import { describe, expect, it, vi } from 'vitest'
import type { FigureRequest } from '@/lib/figures/figure-request'
import { SIZES } from '@/lib/figures/rows/sizes'
import { pngSize, pngTones } from '@/lib/testing/charts/read-png'
import { syntheticBars, syntheticLine } from '@/lib/testing/charts/synthetic-rows'
import { answerChart, type ChartSource } from './answer-chart'

const bars = syntheticBars([[0.0307, 0.0298, 0.0009]])

const source: ChartSource = {
  figure: async () => bars,
  sheet: async () => null,
  caption: async () => ({ title: 'Skew <b>', note: '%', source: 'Source: a desk. Data version 12', demo: 'Demo data' }),
  table: async (request, _, file) => new TextEncoder().encode(`${request.kind} as ${file}`),
}

const plain = () => new Request('http://localhost/')

function path(code: string, file = 'bars-light-red-zh-arithmetic.svg', kind = 'legs') {
  return ['v12.5f3a9c1e', '2024-08-30', kind, code, file]
}

function answerTo(segments: string[], headers: Record<string, string> = {}, rowsOf = async () => bars) {
  return answerChart(new Request('http://localhost/charts', { headers }), segments, { ...source, figure: rowsOf })
}

describe('answerChart', () => {
  it('returns a picture that can be cached without limit', async () => {
    const response = await answerTo(path('picture'))
    expect(response.status).toBe(200)
    expect(response.headers.get('content-type')).toBe('image/svg+xml; charset=utf-8')
    expect(response.headers.get('cache-control')).toBe('public, max-age=31536000, immutable')
    expect(response.headers.get('content-security-policy')).toContain("default-src 'none'")
    expect(await response.text()).toMatch(/^<svg .*\+3\.07.*<\/svg>$/)
  })

  it('reads the rows of the address', async () => {
    const rowsOf = vi.fn(async (_: FigureRequest) => bars)
    await answerChart(plain(), path('skewness'), { ...source, figure: rowsOf })
    expect(rowsOf.mock.calls).toEqual([
      [
        {
          version: 12,
          stamp: '5f3a9c1e',
          asOf: '2024-08-30',
          kind: 'legs',
          code: 'skewness',
          locale: 'zh',
          convention: 'arithmetic',
        },
      ],
    ])
  })

  it('returns 304 when the client has the picture', async () => {
    const etag = (await answerTo(path('known'))).headers.get('etag') ?? ''
    expect(etag).toMatch(/^"[\w-]{22}"$/)
    expect((await answerTo(path('known'), { 'if-none-match': etag })).status).toBe(304)
    expect((await answerTo(path('known'), { 'if-none-match': '"other"' })).status).toBe(200)
  })

  it('returns the rows for a live chart without digits that it cannot show', async () => {
    const response = await answerChart(plain(), path('line', 'en-geometric.json', 'relative-strength'), {
      ...source,
      figure: async () => ({ ...syntheticLine(2, 1), values: [1, 1.123456789] }),
    })
    expect(response.headers.get('content-type')).toBe('application/json; charset=utf-8')
    expect(await response.json()).toMatchObject({ dates: ['2013-12-31', '2014-01-01'], values: [1, 1.123457] })
  })

  it('returns 404 for a missing version, and 200 once it exists', async () => {
    const missing = await answerChart(plain(), path('later'), { ...source, figure: async () => null })
    expect(missing.status).toBe(404)
    expect(missing.headers.get('cache-control')).toBe('no-store')
    expect((await answerTo(path('later'))).status).toBe(200)
  })

  it('draws the figures of a sheet one below the other without overlap', async () => {
    const sheet = vi.fn(async () => [
      { kind: 'legs' as const, rows: bars },
      null,
      { kind: 'legs' as const, rows: bars },
    ])
    const segments = ['v12.5f3a9c1e', '2024-08-30', 'sheet', 'bars-1', 'bars-light-red-zh-arithmetic.svg']
    const response = await answerChart(plain(), segments, { ...source, sheet })
    const svg = await response.text()
    const { widthPx, heightPx } = SIZES.bars
    expect(svg).toContain(`width="${widthPx}" height="${3 * heightPx}"`)
    expect([...svg.matchAll(/<svg y="(\d+)"/g)].map(([, top]) => Number(top))).toEqual([0, 2 * heightPx])
    expect(sheet).toHaveBeenCalledWith(expect.objectContaining({ shape: 'bars', part: 1, asOf: '2024-08-30' }))
  })

  it('adds caption, source and mark to an exported figure', async () => {
    const response = await answerTo(path('away', 'bars-light-red-zh-arithmetic.figure.svg'))
    expect(response.headers.get('content-disposition')).toBe('inline; filename="away-legs-2024-08-30-v12.svg"')
    const svg = await response.text()
    expect(svg).toContain('Skew &lt;b&gt;')
    for (const text of ['Source: a desk. Data version 12', 'Demo data', '+3.07']) expect(svg).toContain(text)
    expect(svg).not.toContain('undefined')
  })

  it('draws the same figure as a PNG of twice its size', async () => {
    const svg = await (await answerTo(path('png', 'bars-dark-red-zh-arithmetic.figure.svg'))).text()
    const response = await answerTo(path('png', 'bars-dark-red-zh-arithmetic.figure.png'))
    expect(response.headers.get('content-type')).toBe('image/png')
    const png = Buffer.from(await response.arrayBuffer())
    const [, width, height] = /width="(\d+)" height="(\d+)"/.exec(svg) ?? []
    expect(pngSize(png)).toEqual({ widthPx: 2 * Number(width), heightPx: 2 * Number(height) })
    expect(pngTones(png)).toBeGreaterThan(20)
    const again = await answerChart(plain(), path('png-again', 'bars-dark-red-zh-arithmetic.figure.png'), source)
    expect(Buffer.from(await again.arrayBuffer()).equals(png)).toBe(true)
  })

  it('returns the rows as a file for a spreadsheet', async () => {
    const response = await answerTo(path('file', 'zh-arithmetic.xlsx'))
    expect(response.headers.get('content-disposition')).toBe('inline; filename="file-legs-2024-08-30-v12.xlsx"')
    expect(await response.text()).toBe('legs as xlsx')
  })

  it('returns 404 for an invalid address', async () => {
    expect((await answerTo(['..', '..', 'etc', 'passwd'])).status).toBe(404)
    expect((await answerTo(path('x'.repeat(10_000)))).status).toBe(404)
  })
})
