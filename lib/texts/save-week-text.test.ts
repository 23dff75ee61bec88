/** Texts of weeks on a real database: each save is a revision, none is lost, and none can be changed. */
import { expect, it } from 'vitest'
import { actingAs } from '@/lib/access/audit/actor'
import { prisma } from '@/lib/db/client'
import { latestVersion } from '@/lib/db/latest-version'
import { sampleStore } from '@/lib/testing/database/test-store'
import { factorCsv } from '@/lib/testing/import/sample-files'
import { type DeskTexts, NO_TEXTS } from './desk-texts'
import { getWeekText } from './get-week-text'
import { listWeekTexts } from './list-week-texts'
import { saveWeekText } from './save-week-text'

const store = sampleStore()
const WEEK = { market: 'CN', asOf: '2024-08-30' }

function withHeadline(headline: string | null): DeskTexts {
  const { zh, en } = NO_TEXTS.languages
  return { ...NO_TEXTS, languages: { zh, en: { ...en, headline } } }
}

function save(base: number, headline: string | null, savedBy = 'wang') {
  return saveWeekText({ ...WEEK, base, content: withHeadline(headline), savedBy })
}

it('keeps each save as a revision, and gives those of a data version', async () => {
  expect(await getWeekText({ ...WEEK, version: 1 })).toBeNull()
  expect((await latestVersion()).editions).toBeNull()
  expect(await save(0, 'First')).toEqual({ revision: 1 })
  expect((await latestVersion()).editions).toBe('t1')
  await store.load(factorCsv('2024-08-30,skewness,0.01,0,0'))
  expect(await save(1, 'Second', 'li')).toEqual({ revision: 2 })
  expect(await getWeekText({ ...WEEK, version: 1 })).toMatchObject({ revision: 1, savedBy: 'wang', version: 1 })
  expect(await getWeekText({ ...WEEK, version: 2 })).toEqual({
    revision: 2,
    savedBy: 'li',
    savedAt: expect.stringMatching(/^20\d\d-\d\d-\d\dT[\d:.]+Z$/),
    version: 2,
    content: withHeadline('Second'),
  })
  expect((await listWeekTexts(WEEK)).map(({ revision }) => revision)).toEqual([2, 1])
  expect(await getWeekText({ ...WEEK, asOf: '2024-08-23', version: 2 })).toBeNull()
})

it('makes no revision of equal texts, whatever the base', async () => {
  expect(await save(2, 'Second')).toEqual({ revision: 2 })
  expect(await save(0, 'Second')).toEqual({ revision: 2 })
})

it('tells of a newer revision and overwrites nothing, also when two save at once', async () => {
  expect(await save(1, 'Late')).toMatchObject({
    conflict: { revision: 2, savedBy: 'li', content: withHeadline('Second') },
  })
  const both = await Promise.all([save(2, 'One'), save(2, 'Other')])
  expect(both.map((outcome) => Object.keys(outcome)[0]).sort()).toEqual(['conflict', 'revision'])
  expect(await listWeekTexts(WEEK)).toHaveLength(3)
  await expect(save(9, 'From nowhere')).rejects.toThrow('no revision 9')
})

it('refuses texts of another form, and Markdown beyond the subset, with place and line', async () => {
  const { languages } = withHeadline('two\nlines')
  expect(await saveWeekText({ ...WEEK, base: 3, content: { ...NO_TEXTS, languages }, savedBy: 'wang' })).toEqual({
    problems: [{ path: ['languages', 'en', 'headline'], line: null, rule: 'form', text: 'must be one line of text' }],
  })
  const own = { ...NO_TEXTS.languages.zh, sectionCommentary: { ':risk': '好\n\n<b>坏</b>' } }
  const content = { ...NO_TEXTS, languages: { ...NO_TEXTS.languages, zh: own } }
  const place = { path: ['languages', 'zh', 'sectionCommentary', ':risk'], line: 3, rule: 'html' }
  expect(await saveWeekText({ ...WEEK, base: 3, content, savedBy: 'wang' })).toEqual({
    problems: [place, place].map((problem) => ({ ...problem, text: 'HTML is not allowed' })),
  })
})

it.each([`update week_text set saved_by = 'x'`, 'delete from week_text', 'truncate week_text'])(
  'refuses: %s',
  async (statement) => {
    await expect(prisma.$executeRawUnsafe(statement)).rejects.toThrow('the store remembers every row')
  },
)

it('refuses a revision that is not the next one', async () => {
  const insert = (id: number, revision: number) => `
    insert into week_text (id, market, as_of, revision, version, saved_by, saved_at, content)
    values (${id}, 'CN', '2024-08-30', ${revision}, 1, 'x', now(), '{}')`
  await expect(prisma.$executeRawUnsafe(insert(4, 5))).rejects.toThrow('is not its next one')
  await expect(prisma.$executeRawUnsafe(insert(9, 4))).rejects.toThrow('is not the next one')
})

it('is recorded by the audit, once an hour for each person and week', async () => {
  const person = { kind: 'person', id: 'li', address: '192.0.2.7' } as const
  const before = await prisma.auditEvent.count({ where: { action: 'texts-saved' } })
  await actingAs(person, () =>
    saveWeekText({ ...WEEK, asOf: '2024-08-23', base: 0, content: withHeadline('A'), savedBy: 'li' }),
  )
  await actingAs(person, () =>
    saveWeekText({ ...WEEK, asOf: '2024-08-23', base: 1, content: withHeadline('B'), savedBy: 'li' }),
  )
  const events = await prisma.auditEvent.findMany({ where: { action: 'texts-saved' }, orderBy: { id: 'asc' } })
  expect(events.slice(before)).toMatchObject([
    {
      actorKind: 'person',
      actorId: 'li',
      subject: 'CN week 2024-08-23',
      address: '192.0.2.0',
      details: { revision: '1' },
    },
  ])
})
