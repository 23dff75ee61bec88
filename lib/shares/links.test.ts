import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import { getEmbedOrigins } from '@/lib/access/embeds/embed-origins'
import { shownOnceOf } from '@/lib/access/forms/once-cookie'
import { getShares } from '@/lib/access/queries/get-shares'
import { scopeOf } from '@/lib/access/scope-of'
import { findShareReader } from '@/lib/access/shares/find-share'
import { newestReadable } from '@/lib/address/readable-version'
import { findWeek } from '@/lib/analysis/weeks/find-week'
import { prisma } from '@/lib/db/client'
import { forgetLatestVersion } from '@/lib/db/known-version'
import { inScope } from '@/lib/scope/current-scope'
import { cookiesOf, formRequest, makePerson, type Person } from '@/lib/testing/access/accounts'
import { sampleStore } from '@/lib/testing/database/test-store'
import { loadPlain, plainReturns, publishPlain, WEEK } from '@/lib/testing/publish/publishable-week'
import { NO_TEXTS } from '@/lib/texts/desk-texts'
import { getShownTexts } from '@/lib/texts/get-shown-texts'
import { saveWeekText } from '@/lib/texts/save-week-text'
import { answerLinks } from './answer-links'
import { answerPublicEmbed, answerSharedEmbed } from './embedded'
import { getShareChoices } from './get-share-choices'

const store = sampleStore()
const EDITION = `edition:CN:${WEEK}:1`
let publisher: Person
let admin: Person

beforeAll(async () => {
  process.env.AUTH = 'accounts'
  await loadPlain(store, plainReturns())
  await publishPlain()
  forgetLatestVersion()
  publisher = await makePerson('publisher')
  admin = await makePerson('admin')
}, 60_000)
afterAll(() => {
  delete process.env.AUTH
})
afterEach(() => vi.unstubAllEnvs())

const PLAIN = { action: 'share', client: 'Yangtze Pension', days: '14', password: '', opens: '', lang: 'en' }

/** Sends a form, and returns where it leads to and what is shown there once. */
async function send(person: Person, fields: Record<string, string>) {
  const answer = await answerLinks(formRequest('/api/auth/links', fields, { cookie: person.cookie }))
  const location = answer.headers.get('location')
  return { status: answer.status, location, once: shownOnceOf(new Headers({ cookie: cookiesOf(answer) })) }
}

async function share(target: string, more: Record<string, string> = {}) {
  const { location, once } = await send(publisher, { ...PLAIN, target, ...more })
  expect(location).toBe('/en/admin/links?done=shared')
  const token = once?.text.replace('/en/s/', '') ?? ''
  const [{ id } = { id: '' }] = await getShares(publisher.id)
  return { token, id, embed: once?.embed ?? null }
}

const ask = (path: string) => new Request(`http://localhost:3000${path}`)
const chart = (token: string, code: string, kind = 'relative-strength') =>
  answerSharedEmbed(ask('/?lang=en'), token, { of: 'chart', code, kind })
const table = (token: string, date: string, number = '1') =>
  answerSharedEmbed(ask('/?lang=en'), token, { of: 'table', date, number })

describe('the form of a link', () => {
  it('offers editions and the series that are published', async () => {
    const { editions, series } = await getShareChoices('en')
    expect(editions).toEqual([{ value: EDITION, name: `Week to ${WEEK}, edition 1 (CN)` }])
    expect(series.map(({ value }) => value)).toEqual(['series:skewness', 'series:network', 'series:enhanced'])
    vi.stubEnv('PUBLISHING', 'desk')
    expect((await getShareChoices('en')).series).toHaveLength(3)
  })

  it('makes one for an edition, as of its version, and says how to embed it', async () => {
    const { id, embed } = await share(EDITION)
    expect(embed).toMatch(/^\/en\/s\/[\w-]{43}\/embed\/table\/2024-08-30\/1$/)
    expect((await findShareReader(id))?.share).toMatchObject({
      market: 'CN',
      version: 3,
      shown: { kind: 'edition', asOf: WEEK, number: 1, convention: 'arithmetic', later: null },
    })
    expect((await share('series:enhanced', { password: 'river and mountain' })).embed).toBeNull()
  })

  it.each([
    ['an unknown edition', { target: `edition:CN:${WEEK}:9` }, 'gone'],
    ['an unknown series', { target: 'series:none' }, 'gone'],
    ['another kind', { target: 'week:CN' }, 'form'],
    ['no client', { target: EDITION, client: ' ' }, 'form'],
    ['another end', { target: EDITION, days: '400' }, 'form'],
    ['a short password', { target: EDITION, password: 'short' }, 'share-password'],
    ['no opens', { target: EDITION, opens: '0' }, 'form'],
  ])('refuses %s', async (_, fields, fault) => {
    const count = await prisma.shareLink.count()
    expect((await send(publisher, { ...PLAIN, ...fields })).location).toBe(`/en/admin/links?fault=${fault}`)
    expect(await prisma.shareLink.count()).toBe(count)
  })

  it('is for publishers; each revokes their own, administrators any', async () => {
    const { id } = await share(EDITION)
    const [other, editor] = [await makePerson('publisher'), await makePerson('editor')]
    expect((await send(editor, { ...PLAIN, target: EDITION })).status).toBe(403)
    const revoke = (person: Person) => send(person, { action: 'revoke', id, lang: 'en' })
    expect((await revoke(other)).location).toBe('/en/admin/links?fault=gone')
    expect(await getShares(other.id)).toEqual([])
    expect((await revoke(admin)).location).toBe('/en/admin/links?done=revoked')
    expect(await findShareReader(id)).toBeNull()
  })
})

describe('the scope of a link', () => {
  it('of an edition has one version and one week, and learns of a correction', async () => {
    const { id } = await share(EDITION)
    const reader = await findShareReader(id)
    await inScope(scopeOf(reader), async () => {
      expect(await newestReadable()).toMatchObject({ id: 3 })
      expect(await findWeek({ version: 3 }, WEEK)).toMatchObject({ kind: 'week', previous: null, next: null })
      expect(await findWeek({ version: 3 }, '2024-08-23')).toEqual({ kind: 'no-data', markets: [] })
    })
    const headlineOf = async (of: typeof reader) => {
      const shown = await inScope(scopeOf(of), () => getShownTexts({ market: 'CN', asOf: WEEK, version: 3 }))
      return shown?.source.languages.en?.headline ?? null
    }
    const { zh, en } = NO_TEXTS.languages
    const content = { ...NO_TEXTS, languages: { zh, en: { ...en, headline: 'Written later' } } }
    await saveWeekText({ market: 'CN', asOf: WEEK, base: 0, content, savedBy: 'wang' })
    expect(await headlineOf(reader)).toBeNull()
    await publishPlain({ reason: 'A headline.' })
    const corrected = await findShareReader(id)
    expect(corrected?.share?.shown).toMatchObject({ number: 1, later: 'corrected' })
    expect(await headlineOf(corrected)).toBeNull()
    const { id: second } = await share(`edition:CN:${WEEK}:2`)
    expect(await headlineOf(await findShareReader(second))).toBe('Written later')
    await publishPlain({ action: 'withdraw', reason: 'Wrong universe.' })
    expect((await findShareReader(id))?.share?.shown).toMatchObject({ number: 1, later: 'withdrawn' })
    expect((await getShareChoices('en')).editions).toHaveLength(2)
  })
})

describe('an embed', () => {
  it('shows a chart or a table of the link in a page without script, with a link back', async () => {
    const { token } = await share('series:skewness')
    const answer = await chart(token, 'skewness')
    const html = await answer.text()
    expect(answer.status).toBe(200)
    expect(html).toContain('<svg ')
    expect(html).not.toMatch(/<script|<img|<link/)
    expect(html).toContain(`href="/en/s/${token}"`)
    expect(answer.headers.get('content-security-policy')).toMatch(/^default-src 'none'.*frame-ancestors 'none'$/)
    const { token: edition } = await share(EDITION)
    const week = await table(edition, WEEK)
    expect([week.status, (await week.text()).includes('<table')]).toEqual([200, true])
  })

  it('shows nothing else', async () => {
    const { token } = await share('series:skewness')
    const { token: edition } = await share(EDITION)
    const { token: secret } = await share('series:skewness', { password: 'river and mountain' })
    const { token: limited } = await share('series:skewness', { opens: '3' })
    const answers = [
      await chart(token, 'network'),
      await chart(token, 'none'),
      await chart(token, 'skewness', 'summary'),
      await chart(secret, 'skewness'),
      await chart(limited, 'skewness'),
      await chart('x'.repeat(43), 'skewness'),
      await table(token, WEEK),
      await table(edition, '2024-08-23'),
      await table(edition, WEEK, '3'),
      await answerPublicEmbed(ask('/'), { of: 'chart', code: 'skewness', kind: 'relative-strength' }),
    ]
    const texts = await Promise.all(answers.map(async (answer) => [answer.status, await answer.text()]))
    for (const text of texts) expect(text).toEqual([404, texts[0]?.[1]])
  })

  it('is framed by sites that an administrator lists', async () => {
    const add = (person: Person, origin: string) => send(person, { action: 'add-origin', origin, lang: 'en' })
    expect((await add(publisher, 'https://desk.example')).status).toBe(403)
    expect((await add(admin, 'https://desk.example/page')).location).toBe('/en/admin/links?fault=origin')
    expect((await add(admin, 'https://desk.example/')).location).toBe('/en/admin/links?done=origin-added')
    expect(await getEmbedOrigins()).toEqual(['https://desk.example'])
    const removal = { action: 'remove-origin', id: 'https://desk.example', lang: 'en' }
    expect((await send(admin, removal)).location).toBe('/en/admin/links?done=origin-removed')
    expect(await getEmbedOrigins()).toEqual([])
  })
})
