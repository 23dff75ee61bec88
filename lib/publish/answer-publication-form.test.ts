import { createHash } from 'node:crypto'
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import type { Reader, Role } from '@/lib/access/reader'
import { forReader } from '@/lib/access/request-reader'
import { forgetLatestVersion } from '@/lib/db/known-version'
import { latestVersion } from '@/lib/db/latest-version'
import { getEditions } from '@/lib/editions/get-editions'
import { sampleStore } from '@/lib/testing/database/test-store'
import { factorCsv } from '@/lib/testing/import/sample-files'
import { openPage } from '@/lib/testing/pages/open-page'
import { loadPlain, plainReturns, WEEK } from '@/lib/testing/publish/publishable-week'
import { answerPublicationForm } from './answer-publication-form'
import { textsChecksum } from './week/texts-checksum'

const store = sampleStore()
const PAGE = `/en/weeks/${WEEK}/editions`

beforeAll(() => loadPlain(store, plainReturns()))
beforeEach(() => vi.stubEnv('PUBLISHING', 'desk'))
afterEach(() => {
  vi.unstubAllEnvs()
  forgetLatestVersion()
})

const OWN = { 'sec-fetch-site': 'same-origin' }

/** Sends the form as a browser without script does, and returns where it leads. */
async function send(fields: Record<string, string>, headers: Record<string, string> = OWN): Promise<string> {
  const shown = { market: 'CN', convention: 'arithmetic', against: String((await latestVersion()).id) }
  const edition = String((await getEditions({ market: 'CN', asOf: WEEK }))[0]?.number ?? 0)
  const request = new Request(`http://desk.example/api/publications/${WEEK}?locale=en`, {
    method: 'POST',
    headers,
    body: new URLSearchParams({ ...shown, edition, texts: textsChecksum(null), ...fields }),
  })
  const make = async (order: unknown) => new Uint8Array(createHash('sha256').update(JSON.stringify(order)).digest())
  const answer = await answerPublicationForm(request, WEEK, make)
  return answer.status === 303 ? (answer.headers.get('location') ?? '') : String(answer.status)
}

/** Returns a reason for each warning that a page asks to waive. */
function waivedIn(html: string): Record<string, string> {
  return Object.fromEntries([...html.matchAll(/name="(waive-[a-z-]+)"/g)].map(([, name = '']) => [name, 'Checked.']))
}

/** Sends it as somebody with an account. */
function sendAs(role: Role, name: string, fields: Record<string, string>): Promise<string> {
  vi.stubEnv('AUTH', 'accounts')
  const reader: Reader = { kind: 'person', id: name, name, role, grants: null, tokenScopes: null }
  return forReader(reader, () => send(fields))
}

const states = async () =>
  (await getEditions({ market: 'CN', asOf: WEEK })).map(({ state, publishedBy }) => [state, publishedBy])

describe('the form of a week', () => {
  it('is on its page, with what will be frozen, in both languages', async () => {
    for (const locale of ['en', 'zh'] as const) {
      const html = await openPage(PAGE.slice(3), locale)
      expect(html).toContain(`action="/api/publications/${WEEK}?locale=${locale}&amp;convention=arithmetic"`)
      expect(html).toMatch(/name="against" value="3"/)
      expect(html).toContain(locale === 'en' ? 'freezes data version 3' : '冻结数据版本 3')
    }
    vi.stubEnv('PUBLISHING', 'automatic')
    expect(await openPage(PAGE.slice(3))).toMatch(/<details[^>]*><summary[^>]*>Publish this week by hand/)
  })

  it.each([{}, { origin: 'http://evil.example' }, { 'sec-fetch-site': 'cross-site' }])(
    'is refused from another site: %j',
    async (headers) => {
      expect(await send({ do: 'publish' }, headers as Record<string, string>)).toBe('403')
      expect(await states()).toEqual([])
    },
  )

  it('publishes what the page showed, and nothing else', async () => {
    expect(await send({ do: 'publish', against: '2' })).toBe(`${PAGE}?problem=meanwhile`)
    expect(await send({ do: 'publish', edition: '1' })).toBe(`${PAGE}?problem=meanwhile`)
    expect(await send({ do: 'publish', texts: 'others' })).toBe(`${PAGE}?problem=meanwhile`)
    expect(await send({ do: 'publish', convention: 'harmonic' })).toBe(`${PAGE}?problem=bad-form`)
    expect(await send({ do: 'delete' })).toBe(`${PAGE}?problem=bad-form`)
    expect(await states()).toEqual([])
    expect(await send({ do: 'publish' })).toBe(`${PAGE}?done=publish`)
    expect(await states()).toEqual([['published', expect.any(String)]])
    expect(await openPage(`${PAGE.slice(3)}?done=publish`)).toContain('Published as edition 1.')
    expect(await send({ do: 'publish', reason: 'x' })).toBe(`${PAGE}?problem=same`)
  })

  it('corrects with a reason, each warning waived by name', async () => {
    await store.load(factorCsv('2024-08-28,skewness,0.0123,0.002,0.003'))
    forgetLatestVersion()
    const html = await openPage(PAGE.slice(3))
    expect(html).toContain('name="waive-restated"')
    expect(await send({ do: 'publish' })).toBe(`${PAGE}?problem=no-reason`)
    expect(await send({ do: 'publish', reason: 'A day.' })).toBe(`${PAGE}?problem=gate`)
    const waived = { 'waive-restated': 'Checked.', 'waive-outlying': 'Checked.' }
    expect(await send({ do: 'publish', reason: 'A day.', ...waived, 'waive-first-week': 'x' })).toContain('idle-waiver')
    expect(await send({ do: 'publish', reason: 'A day.', ...waivedIn(html) })).toBe(`${PAGE}?done=publish`)
    expect((await states())[0]?.[0]).toBe('corrected')
  })

  it('withdraws with a reason', async () => {
    expect(await send({ do: 'withdraw' })).toBe(`${PAGE}?problem=no-reason`)
    expect(await send({ do: 'withdraw', withdrawal: 'Wrong universe.' })).toBe(`${PAGE}?done=withdraw`)
    expect(await send({ do: 'withdraw', withdrawal: 'x' })).toBe(`${PAGE}?problem=withdrawn`)
    expect(await openPage(`${PAGE.slice(3)}?problem=withdrawn`, 'zh')).toContain('本周周报已撤回。')
  })

  it('lets editors submit a week, and somebody else publish', async () => {
    vi.stubEnv('REVIEW', 'two-people')
    const again = { do: 'publish', reason: 'Again.' }
    expect(await sendAs('researcher', 'zhao', { do: 'review' })).toBe('403')
    expect(await sendAs('editor', 'wang', again)).toBe(`${PAGE}?problem=not-publisher`)
    expect(await sendAs('publisher', 'li', again)).toBe(`${PAGE}?problem=review`)
    expect(await sendAs('publisher', 'li', { do: 'review' })).toBe(`${PAGE}?done=review`)
    expect(await sendAs('publisher', 'li', again)).toBe(`${PAGE}?problem=review`)
    expect(await sendAs('editor', 'wang', { do: 'review' })).toBe(`${PAGE}?done=review`)
    vi.stubEnv('AUTH', 'off')
    const waived = waivedIn(await openPage(PAGE.slice(3)))
    expect(await sendAs('publisher', 'li', { ...again, ...waived })).toBe(`${PAGE}?done=publish`)
    expect((await states())[0]).toEqual(['corrected', 'li'])
  })
})
