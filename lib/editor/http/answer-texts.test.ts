/** The answers to the page that edits texts and to programs, over a store with plain returns. */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import * as editor from '@/app/api/texts/[date]/route'
import { POST as publish } from '@/app/api/v1/editions/route'
import { GET as describeApi } from '@/app/api/v1/openapi.json/route'
import * as api from '@/app/api/v1/weeks/[date]/texts/route'
import { parseView } from '@/lib/address/view'
import { formatPercent } from '@/lib/base/format'
import { findEditedWeek } from '@/lib/editor/find-week'
import type { EditorAnswer } from '@/lib/editor/model/editor-model'
import { getDraftedReports } from '@/lib/editor/page/drafted-reports'
import { getEditorModel } from '@/lib/editor/page/get-editor-model'
import { sampleStore } from '@/lib/testing/database/test-store'
import { factorCsv } from '@/lib/testing/import/sample-files'
import { segmentOf } from '@/lib/testing/pages/in-process'
import { DAYS, loadPlain, plainReturns, WEEK } from '@/lib/testing/publish/publishable-week'
import { type DeskTexts, type LanguageTexts, NO_TEXTS } from '@/lib/texts/desk-texts'

const ORIGIN = 'http://localhost:3000'
const OWN = { host: 'localhost:3000', origin: ORIGIN }
const TOKEN = 'a-token-of-some-length'
const store = sampleStore()
const returns = plainReturns()
let cache: string

beforeAll(async () => {
  await loadPlain(store, returns)
  cache = await mkdtemp(join(tmpdir(), 'writing-'))
  Object.assign(process.env, { CACHE_DIR: cache, IMPORT_TOKEN: TOKEN })
})
afterAll(async () => {
  delete process.env.CACHE_DIR
  delete process.env.IMPORT_TOKEN
  await rm(cache, { recursive: true })
})

function english(own: Partial<LanguageTexts>, others: Partial<DeskTexts> = {}): DeskTexts {
  const { zh, en } = NO_TEXTS.languages
  return { ...NO_TEXTS, ...others, languages: { zh, en: { ...en, ...own } } }
}

const week = { params: Promise.resolve({ date: WEEK }) }

/** Sends texts as the page's script does. */
function save(base: number, content: unknown, headers: Record<string, string> = OWN): Promise<Response> {
  const init = { method: 'POST', body: JSON.stringify({ base, content }) }
  const url = `${ORIGIN}/api/texts/${WEEK}?locale=en&market=CN&page=a`
  return editor.POST(new Request(url, { ...init, headers: { ...headers, 'content-type': 'application/json' } }), week)
}

async function news(revision: number, page: string): Promise<EditorAnswer> {
  const url = `${ORIGIN}/api/texts/${WEEK}?locale=en&page=${page}&revision=${revision}`
  return (await editor.GET(new Request(url, { headers: OWN }), week)).json()
}

/** Returns the model of the page with parameters of its address. */
async function modelOf(query: { kept?: string; revision?: number } = {}) {
  const view = parseView('en', await segmentOf('', '/', 'en'))
  const found = await findEditedWeek({ date: WEEK, market: undefined, convention: 'arithmetic' })
  if (view === null || found === null) throw new Error('no week')
  return getEditorModel({ week: found, view, by: (await import('node:os')).userInfo().username, ...query })
}

/** Returns the week's long–short return of the factor "skewness" by the definition, from the returns that were loaded. */
function longShortOfWeek(): number {
  const days = DAYS.flatMap((day, index) => (day >= '2024-08-26' ? [index] : []))
  const over = (leg: number) => days.reduce((nav, day) => nav * (1 + (returns.skewness?.[leg]?.[day] ?? Number.NaN)), 1)
  return over(0) - over(1)
}

describe('saving', () => {
  it('begins with the drafted texts, whose figures are cells with the values of the daily returns', async () => {
    const { model } = await modelOf()
    expect([model.base.revision, model.history, model.notes]).toEqual([0, [], []])
    expect(model.drafted.en.keyPoints.length).toBeGreaterThan(0)
    const cell = model.cells.find(({ id }) => id === 'skewness.longShort.week')
    expect(cell?.value).toBeCloseTo(longShortOfWeek(), 12)
    expect(model.sections.map(({ id }) => id)).toContain(':risk')
  })

  it('writes revisions, merges by refusing an older base, and writes none for the same texts', async () => {
    const first = await save(0, english({ headline: 'One' }))
    expect([first.status, (await first.json()).saved.revision]).toEqual([200, 1])
    const late = await save(0, english({ headline: 'Two' }))
    const answer: EditorAnswer = await late.json()
    expect([late.status, answer.saved, answer.newest?.revision]).toEqual([409, null, 1])
    expect(answer.newest?.content.languages.en.headline).toBe('One')
    const same: EditorAnswer = await (await save(1, english({ headline: 'One' }))).json()
    expect(same.saved?.revision).toBe(1)
    expect((await save(7, english({ headline: 'Two' }))).status).toBe(400)
  })

  it('marks a typed figure that is not in the report, and the gate stops the week; its own figure passes', async () => {
    const own = `${formatPercent(longShortOfWeek())}%`
    const texts = english({
      headline: `Skewness made ${own}`,
      keyPoints: [{ label: 'Desk', text: 'It lost 77.77%.' }],
      commentary: 'Fine.\n\nBut {skewness.longShort.weak}.',
    })
    const { notes }: EditorAnswer = await (await save(1, texts)).json()
    expect(notes?.map(({ field, row, kind }) => [field, row, kind])).toEqual([
      ['en.keyPoints', 0, 'figure'],
      ['en.commentary', null, 'figure'],
    ])
    expect(notes?.map(({ text }) => text)).toEqual([
      expect.stringContaining('77.77%'),
      expect.stringMatching(/^line 3: .*\{skewness\.longShort\.weak\}/),
    ])
    const order = new Request(`${ORIGIN}/api/v1/editions`, {
      method: 'POST',
      body: JSON.stringify({ week: WEEK }),
      headers: { authorization: `Bearer ${TOKEN}` },
    })
    const gate = await (await publish(order)).json()
    const found = gate.gate.filter(({ rule }: { rule: string }) => rule === 'text-figure')
    expect([gate.isReady, found.length]).toEqual([false, 2])
  })

  it('says where texts cannot be kept, and keeps nothing of them', async () => {
    const response = await save(
      2,
      english({ commentary: 'Text.\n\n# Head', sectionCommentary: { skewness: '<b>x</b>' } }),
    )
    const { notes }: EditorAnswer = await response.json()
    expect(response.status).toBe(422)
    expect(notes?.map(({ field, kind, text }) => [field, kind, text.slice(0, 7)])).toEqual([
      ['en.commentary', 'refused', 'line 3:'],
      ['en.section.skewness', 'refused', 'line 1:'],
    ])
    expect((await modelOf()).model.base.revision).toBe(2)
  })

  it('tells other pages of the newest revision, and who has the page open', async () => {
    expect(await news(2, 'b')).toMatchObject({ newest: null, saved: null, others: [expect.any(String)] })
    expect((await news(1, 'b')).newest?.revision).toBe(2)
  })

  it.each([
    ['another site', { host: 'localhost:3000', origin: 'https://evil.example' }],
    ['nobody says where', { host: 'localhost:3000' }],
  ])('refuses what %s sends', async (_, headers) => {
    expect((await save(2, NO_TEXTS, headers)).status).toBe(403)
  })

  it('refuses a body that is too large or no JSON, and a week that is not there', async () => {
    expect((await save(2, 'x'.repeat(5_000_000))).status).toBe(413)
    const none = { params: Promise.resolve({ date: '2030-01-04' }) }
    expect((await editor.GET(new Request(`${ORIGIN}/api/texts/2030-01-04`, { headers: OWN }), none)).status).toBe(404)
  })
})

describe('the form without script', () => {
  /** Sends the form of the page with one field of it changed. */
  async function send(base: number, changed: Record<string, string>): Promise<string> {
    const { model } = await modelOf()
    const form = new FormData()
    form.set('base', String(base))
    const { title, authors, headline, keyPoints, related } = model.drafted.zh
    for (const [name, value] of Object.entries({ title, authors: authors.join('\n'), headline }))
      form.set(`zh.${name}`, value)
    for (const { label, text } of keyPoints) {
      form.append('zh.point.label', label)
      form.append('zh.point.text', text)
    }
    for (const report of related) {
      form.append('zh.related.title', report.title)
      form.append('zh.related.date', report.date ?? '')
    }
    for (const { id } of model.sections) for (const name of ['section', 'shown']) form.append(name, id)
    for (const [name, value] of Object.entries(changed)) form.set(name, value)
    const request = new Request(`${ORIGIN}/api/texts/${WEEK}?locale=en`, { method: 'POST', body: form, headers: OWN })
    const response = await editor.POST(request, week)
    expect(response.status).toBe(303)
    return response.headers.get('location') ?? ''
  }

  const keptIn = (location: string) => new URL(location, ORIGIN).searchParams.get('kept') ?? ''

  it('is saved', async () => {
    expect(await send(2, { 'en.headline': 'Plain' })).toBe(`/en/weeks/${WEEK}/edit?done=saved`)
    const { base } = (await modelOf()).model
    expect([base.revision, base.content.languages.en.headline, base.content.languages.zh]).toEqual([
      ...[3, 'Plain'],
      NO_TEXTS.languages.zh,
    ])
  })

  it('comes back with what was written when it cannot be kept', async () => {
    const kept = keptIn(await send(3, { 'en.headline': 'Plain', 'en.commentary': '![a](b)' }))
    const { model, notice } = await modelOf({ kept })
    expect([notice, model.content.languages.en.commentary]).toEqual(['refused', '![a](b)'])
    expect(model.notes.map(({ field }) => field)).toContain('en.commentary')
    expect((await modelOf({ kept: 'f'.repeat(32) })).notice).toBe('gone')
  })

  it('comes back beside what somebody else saved, merged', async () => {
    await save(3, english({ headline: 'Theirs', disclosures: 'New.' }))
    const kept = keptIn(await send(3, { 'en.headline': 'Mine', 'en.commentary': 'Mine too.' }))
    const { model, notice } = await modelOf({ kept })
    expect([notice, model.base.revision]).toEqual(['conflict', 4])
    expect(model.content.languages.en).toMatchObject({ headline: 'Mine', commentary: 'Mine too.', disclosures: 'New.' })
    expect(model.conflicts.map(({ theirs }) => theirs.languages.en.headline)).toEqual(['Theirs'])
  })

  it('takes an earlier revision back as a new one', async () => {
    expect(await send(4, { takeBack: '1' })).toContain('done=saved')
    const { model, notice } = await modelOf({ revision: 1 })
    expect([model.base.revision, model.base.content, notice]).toEqual([5, english({ headline: 'One' }), null])
    expect(model.looked?.content).toEqual(model.base.content)
    expect((await modelOf({ revision: 99 })).notice).toBe('no-revision')
  })
})

describe('the endpoint for programs', () => {
  const ask = (body: unknown, headers: Record<string, string>) =>
    api.PUT(
      new Request(`${ORIGIN}/api/v1/weeks/${WEEK}/texts`, { method: 'PUT', body: JSON.stringify(body), headers }),
      week,
    )
  const bearer = { authorization: `Bearer ${TOKEN}` }

  it('reads and writes the texts, with the answers that the page gets', async () => {
    const read = await (await api.GET(new Request(`${ORIGIN}/api/v1/weeks/${WEEK}/texts`), week)).json()
    expect(read).toMatchObject({ market: 'CN', week: WEEK, revision: 5, figures: [] })
    const content = english({ commentary: 'Up 12.34%.' })
    const written = await ask({ base: 5, content }, bearer)
    expect([written.status, await written.json()]).toMatchObject([
      200,
      { revision: 6, savedBy: 'IMPORT_TOKEN', content, figures: [{ locale: 'en', field: 'commentary', offset: 3 }] },
    ])
    const late = await ask({ base: 5, content: english({ commentary: 'Other' }) }, bearer)
    expect([late.status, (await late.json()).detail]).toEqual([409, expect.stringContaining('revision 6')])
    const refused = await ask({ base: 6, content: english({ commentary: '`x`' }) }, bearer)
    expect([refused.status, (await refused.json()).faults]).toEqual([
      422,
      [expect.objectContaining({ parameter: 'languages.en.commentary' })],
    ])
  })

  it('needs a token or a page of its own, and is described', async () => {
    expect((await ask({ base: 6, content: NO_TEXTS }, { authorization: 'Bearer wrong' })).status).toBe(401)
    expect((await ask({ base: 6, content: NO_TEXTS }, {})).status).toBe(403)
    expect((await ask({ base: 'x' }, bearer)).status).toBe(400)
    expect(api.POST().status).toBe(405)
    const { paths } = await describeApi().json()
    expect(Object.keys(paths['/weeks/{date}/texts'])).toEqual(['get', 'put'])
  })
})

it('drafts a week once, until its data change', async () => {
  const draft = async () => {
    const found = await findEditedWeek({ date: WEEK, market: undefined, convention: 'arithmetic' })
    if (found === null) throw new Error('no week')
    return (await getDraftedReports(found)).reports.en
  }
  const first = await draft()
  const { model } = await modelOf()
  await save(model.base.revision, english({ headline: 'Something else' }))
  expect(await draft()).toBe(first)
  await store.load(factorCsv(`${WEEK},skewness,0.01,0.002,0.003`))
  const later = await draft()
  expect([first.version, later.version]).toEqual([expect.any(Number), first.version + 1])
  expect(later.headline).not.toEqual(first.headline)
})
