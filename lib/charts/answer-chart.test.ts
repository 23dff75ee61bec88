import { describe, expect, it, vi } from 'vitest'
import type { FigureRequest } from '@/lib/report/figure'
import { answerChart } from './answer-chart'
import { SIZES } from './sizes'
import { syntheticBars, syntheticLine } from './synthetic-rows'

const bars = syntheticBars([[0.0307, 0.0298, 0.0009]])

const noSheet = async () => null

function path(code: string, file = 'bars-light-red-zh-arithmetic.svg', kind = 'legs') {
  return ['v12.5f3a9c1e', '2024-08-30', kind, code, file]
}

function ask(segments: string[], headers: Record<string, string> = {}, rowsOf = async () => bars) {
  return answerChart(new Request('http://localhost/charts', { headers }), segments, { figure: rowsOf, sheet: noSheet })
}

describe('answerChart', () => {
  it('answers with a picture that may be kept for ever', async () => {
    const response = await ask(path('picture'))
    expect(response.status).toBe(200)
    expect(response.headers.get('content-type')).toBe('image/svg+xml; charset=utf-8')
    expect(response.headers.get('cache-control')).toBe('public, max-age=31536000, immutable')
    expect(response.headers.get('content-security-policy')).toContain("default-src 'none'")
    expect(await response.text()).toMatch(/^<svg .*\+3\.07.*<\/svg>$/)
  })

  it('asks for the rows that the address names, once', async () => {
    const rowsOf = vi.fn(async (_: FigureRequest) => bars)
    await answerChart(new Request('http://localhost/'), path('once'), { figure: rowsOf, sheet: noSheet })
    await answerChart(new Request('http://localhost/'), path('once'), { figure: rowsOf, sheet: noSheet })
    expect(rowsOf.mock.calls).toEqual([
      [
        {
          version: 12,
          stamp: '5f3a9c1e',
          asOf: '2024-08-30',
          kind: 'legs',
          code: 'once',
          locale: 'zh',
          convention: 'arithmetic',
        },
      ],
    ])
  })

  it('answers 304 to who has it', async () => {
    const etag = (await ask(path('known'))).headers.get('etag') ?? ''
    expect(etag).toMatch(/^"[\w-]{22}"$/)
    expect((await ask(path('known'), { 'if-none-match': etag })).status).toBe(304)
    expect((await ask(path('known'), { 'if-none-match': '"other"' })).status).toBe(200)
  })

  it('gives the rows to a live chart, short of digits that it cannot show', async () => {
    const response = await answerChart(
      new Request('http://localhost/'),
      path('line', 'en-geometric.json', 'relative-strength'),
      { figure: async () => ({ ...syntheticLine(2, 1), values: [1, 1.123456789] }), sheet: noSheet },
    )
    expect(response.headers.get('content-type')).toBe('application/json; charset=utf-8')
    expect(await response.json()).toMatchObject({ dates: ['2013-12-31', '2014-01-01'], values: [1, 1.123457] })
  })

  it('answers 404 to what does not exist, and 200 once it does', async () => {
    const missing = await answerChart(new Request('http://localhost/'), path('later'), {
      figure: async () => null,
      sheet: noSheet,
    })
    expect(missing.status).toBe(404)
    expect(missing.headers.get('cache-control')).toBe('no-store')
    expect((await ask(path('later'))).status).toBe(200)
  })

  it('puts the figures of a sheet under each other, each in a place of its own', async () => {
    const sheet = vi.fn(async () => [bars, null, bars])
    const segments = ['v12.5f3a9c1e', '2024-08-30', 'sheet', 'bars-1', 'bars-light-red-zh-arithmetic.svg']
    const response = await answerChart(new Request('http://localhost/'), segments, { figure: async () => null, sheet })
    const svg = await response.text()
    const { widthPx, heightPx } = SIZES.bars
    expect(svg).toContain(`width="${widthPx}" height="${3 * heightPx}"`)
    expect([...svg.matchAll(/<svg y="(\d+)"/g)].map(([, top]) => Number(top))).toEqual([0, 2 * heightPx])
    expect(sheet).toHaveBeenCalledWith(expect.objectContaining({ shape: 'bars', part: 1, asOf: '2024-08-30' }))
  })

  it('answers 404 to nonsense', async () => {
    expect((await ask(['..', '..', 'etc', 'passwd'])).status).toBe(404)
    expect((await ask(path('x'.repeat(10_000)))).status).toBe(404)
  })
})
