import { afterEach, beforeAll, beforeEach, expect, it, vi } from 'vitest'
import { prisma } from '@/lib/db/client'
import { answerFrozen } from '@/lib/publish/answer-frozen'
import { sampleStore } from '@/lib/testing/database/test-store'
import { segmentOf } from '@/lib/testing/pages/in-process'
import { loadPlain, plainReturns, WEEK } from '@/lib/testing/publish/publishable-week'
import { runPublishCli } from './publish'

const store = sampleStore()
let printed: string
let complained: string

beforeAll(() => loadPlain(store, plainReturns()))
beforeEach(() => {
  printed = complained = ''
  vi.spyOn(console, 'log').mockImplementation((text: string) => {
    printed += `${text}\n`
  })
  vi.spyOn(console, 'error').mockImplementation((text: string) => {
    complained += text
  })
  vi.spyOn(process.stderr, 'write').mockImplementation((text) => {
    complained += text.toString()
    return true
  })
})
afterEach(() => vi.restoreAllMocks())

it('shows what the gate finds, and publishes only with --write, with PDFs that are sent as they were frozen', async () => {
  expect(await runPublishCli(['--week', '2024-08-28'])).toBe(0)
  expect(printed).toBe(`Dry run, nothing was written: edition 1 of the week of CN as of 2024-08-30, data version 3
The gate finds nothing.
Add --write to publish it.
`)
  expect(await prisma.edition.count()).toBe(0)
  expect(await runPublishCli(['--week', WEEK, '--write'])).toBe(0)
  expect(printed).toContain('Edition 1 of the week of CN as of 2024-08-30, data version 3\n')
  const { documents } = await prisma.edition.findUniqueOrThrow({ where: { id: 1 }, select: { documents: true } })
  const path = { locale: 'en', view: await segmentOf(''), date: WEEK, number: '1' }
  const ask = (headers = {}, own = {}) =>
    answerFrozen(new Request('http://desk', { headers }), { ...path, ...own }, 'one-page')
  const answer = await ask()
  const bytes = new Uint8Array(await answer.arrayBuffer())
  expect(new TextDecoder().decode(bytes.slice(0, 5))).toBe('%PDF-')
  const etag = answer.headers.get('etag') ?? ''
  expect(documents).toContainEqual(
    expect.objectContaining({ form: 'one-page', locale: 'en', sha256: etag.replaceAll('"', ''), bytes: bytes.length }),
  )
  expect(answer.headers.get('content-disposition')).toContain('factor-weekly-2024-08-30-edition-1-one-page-en.pdf')
  expect((await ask({ 'if-none-match': etag })).status).toBe(304)
  expect([(await ask({}, { number: '2' })).status, (await ask({}, { date: '2024-08-23' })).status]).toEqual([404, 404])
})

it.each([
  [1, ['--week', '2024-09-06'], 'There is no report for the week of 2024-09-06. Nearest reports: 2024-08-30.'],
  [1, ['--week', WEEK, '--market', 'XX'], 'There is no market "XX" with data. Markets: CN.'],
  [
    1,
    ['--week', '2024-08-23', '--waive', 'outlying=none'],
    'The gate finds nothing under outlying: there is nothing to waive.',
  ],
  [1, ['--week', '2024-08-23', '--withdraw', '--reason', 'x'], 'there is nothing to withdraw.'],
  [2, ['--week', '30/08/2024'], '--week: '],
  [2, ['--week', WEEK, '--waive', 'series-missing=x'], '--waive.0.rule: '],
  [2, ['--week', WEEK, '--waive', 'outlying'], 'Write a rule and a reason'],
  [2, ['--week', WEEK, '--withdraw'], 'A withdrawal needs a reason.'],
])('exits with %i for %j', async (code, argv, message) => {
  expect(await runPublishCli(argv)).toBe(code)
  expect(complained).toContain(message)
  expect(await prisma.edition.count()).toBe(1)
})
