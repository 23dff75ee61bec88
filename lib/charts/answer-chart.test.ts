import { describe, expect, it, vi } from 'vitest'
import type { FigureRequest } from '@/lib/report/figure'
import { answerChart } from './answer-chart'
import { syntheticBars, syntheticLine } from './synthetic-rows'

const bars = syntheticBars([[0.0307, 0.0298, 0.0009]])

function path(code: string, file = 'bars-light-red-zh-arithmetic.svg', kind = 'legs') {
  return ['v12.5f3a9c1e', '2024-08-30', kind, code, file]
}

function ask(segments: string[], headers: Record<string, string> = {}, rowsOf = async () => bars) {
  return answerChart(new Request('http://localhost/charts', { headers }), segments, rowsOf)
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
    await answerChart(new Request('http://localhost/'), path('once'), rowsOf)
    await answerChart(new Request('http://localhost/'), path('once'), rowsOf)
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
      async () => ({ ...syntheticLine(2, 1), values: [1, 1.123456789] }),
    )
    expect(response.headers.get('content-type')).toBe('application/json; charset=utf-8')
    expect(await response.json()).toMatchObject({ dates: ['2013-12-31', '2014-01-01'], values: [1, 1.123457] })
  })

  it('answers 404 to what does not exist, and 200 once it does', async () => {
    const missing = await answerChart(new Request('http://localhost/'), path('later'), async () => null)
    expect(missing.status).toBe(404)
    expect(missing.headers.get('cache-control')).toBe('no-store')
    expect((await ask(path('later'))).status).toBe(200)
  })

  it('answers 404 to nonsense', async () => {
    expect((await ask(['..', '..', 'etc', 'passwd'])).status).toBe(404)
    expect((await ask(path('x'.repeat(10_000)))).status).toBe(404)
  })
})
