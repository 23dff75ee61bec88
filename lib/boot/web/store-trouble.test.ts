import { expect, it } from 'vitest'
import { noteFailure } from '@/lib/db/store-health'
import type { Answer } from '@/lib/http/kept-answers'
import { withAge, withFailure } from './store-trouble'

const PAGE = '<!doctype html><html><body class="中"><main>因子</main></body></html>'

function answerOf(type: string, status = 200): Answer {
  return { status, headers: { 'content-type': type, etag: '"page"' }, body: Buffer.from(PAGE) }
}

it.each([
  ['/', 40_000, '截至 40 秒前'],
  ['/weeks/2024-08-30', 600_000, '截至 10 分钟前'],
  ['/en', 40_000, 'the newest data of 40 s ago'],
  ['/en/factors?line=drawdown', 600_000, 'the newest data of 10 min ago'],
])('a page at %s says that it is %i ms old', (path, age, said) => {
  const { headers, body } = withAge(answerOf('text/html; charset=utf-8'), path, Date.now() - age)
  expect(Number(headers.age)).toBeCloseTo(age / 1_000, -1)
  expect(headers.warning).toContain('110')
  expect(headers.etag).toBeUndefined()
  const [, notice = '', rest] =
    /^<!doctype html><html><body class="中">(<store-notice.*<\/store-notice>)(.*)$/.exec(body.toString()) ?? []
  expect(notice).toContain(said)
  expect(rest).toBe('<main>因子</main></body></html>')
})

it('changes no other body', () => {
  const { headers, body } = withAge(answerOf('application/json'), '/', Date.now())
  expect(body.toString()).toBe(PAGE)
  expect([headers.age, headers.etag]).toEqual(['0', '"page"'])
})

it('says on a page that could not be made that the database does not answer, and no age', () => {
  const { headers, body } = withAge(answerOf('text/html', 503), '/', Date.now())
  expect(headers.age).toBeUndefined()
  expect(body.toString()).toContain('页面无法显示')
})

it.each([
  [500, true, 503],
  [500, false, 500],
  [404, true, 404],
])('the status %i when the database failed (%s) becomes %i', (status, hasFailed, sent) => {
  const begun = performance.now()
  if (hasFailed) noteFailure()
  const answer = withFailure(answerOf('text/html', status), begun)
  expect(answer.status).toBe(sent)
  expect(answer.headers['retry-after']).toBe(sent === 503 ? '5' : undefined)
})
