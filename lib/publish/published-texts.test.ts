/** Texts of a desk on a real store: the gate holds wrong figures back, and an edition keeps what it was published with. */
import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import { newestReadable } from '@/lib/address/readable-version'
import { getReportDays } from '@/lib/analysis/weeks/report-days'
import { verifyStore } from '@/lib/cli/verify'
import { forgetLatestVersion } from '@/lib/db/known-version'
import { latestVersion } from '@/lib/db/latest-version'
import { inScope } from '@/lib/scope/current-scope'
import { EVERYTHING } from '@/lib/scope/read-scope'
import { sampleStore } from '@/lib/testing/database/test-store'
import { readApi } from '@/lib/testing/pages/in-process'
import { openPage } from '@/lib/testing/pages/open-page'
import { DAYS, loadPlain, plainReturns, publishPlain, WEEK } from '@/lib/testing/publish/publishable-week'
import { type DeskTexts, type LanguageTexts, NO_TEXTS } from '@/lib/texts/desk-texts'
import { saveWeekText } from '@/lib/texts/save-week-text'
import { getEditionsPage } from './week/get-editions-page'

const store = sampleStore()
const RETURNS = plainReturns()
const MARK = '{skewness.longShort.week}'
let base = 0

beforeAll(() => loadPlain(store, RETURNS))
afterEach(() => {
  vi.unstubAllEnvs()
  forgetLatestVersion()
})

/** Returns the long–short return of the last five days as it is printed, from the daily rows. */
function printedWeek(): string {
  const [long = [], short = []] = RETURNS.skewness ?? []
  const grown = (leg: number[]) => leg.slice(DAYS.length - 5).reduce((nav, daily) => nav * (1 + daily), 1)
  const percent = (100 * (grown(long) - grown(short))).toFixed(2)
  return `${percent.startsWith('-') ? percent.replace('-', '−') : `+${percent}`}%`
}

async function save(
  own: Partial<LanguageTexts>,
  others: Partial<DeskTexts> = {},
  zh: LanguageTexts = NO_TEXTS.languages.zh,
): Promise<void> {
  const { en } = NO_TEXTS.languages
  const content = { ...NO_TEXTS, ...others, languages: { zh, en: { ...en, ...own } } }
  const saved = await saveWeekText({ market: 'CN', asOf: WEEK, base, content, savedBy: 'li' })
  if (!('revision' in saved)) throw new Error(JSON.stringify(saved))
  base = saved.revision
}

function forReaders<Result>(run: () => Result): Result {
  forgetLatestVersion()
  return inScope({ ...EVERYTHING, drafts: false }, run)
}

/** Returns the page of the week as plain text. */
async function pageText(): Promise<string> {
  return (await openPage(`/weeks/${WEEK}`)).replaceAll(/<[^>]+>/g, '').replaceAll('&amp;', '&')
}

describe('where weeks publish themselves', () => {
  it('everybody sees the newest texts, on the page and in the API', async () => {
    const before = await openPage(`/weeks/${WEEK}`)
    expect(before).not.toContain('id="commentary"')
    await save({
      headline: `Skewness made ${MARK}`,
      commentary: `It **made ${MARK}**.`,
      disclosures: 'For this week alone.',
    })
    const text = await pageText()
    for (const sentence of [`Skewness made ${printedWeek()}`, `It made ${printedWeek()}.`, 'For this week alone.']) {
      expect(text).toContain(sentence)
    }
    expect(await forReaders(pageText)).toContain(`Skewness made ${printedWeek()}`)
    const { rows } = await readApi('texts.json')
    expect(rows).toContainEqual({
      ...{ asOf: WEEK, language: 'en', part: 'headline', position: 1, section: null, label: null, isWritten: true },
      ...{ text: `Skewness made ${printedWeek()}`, source: `Skewness made ${MARK}` },
    })
    expect(rows.filter(({ language, isWritten }) => language === 'zh' && isWritten)).toEqual([])
  }, 60_000)

  it('order and hide sections on the page, and leave tables and API as they are', async () => {
    await save(
      { sectionCommentary: { skewness: 'Hidden words.' } },
      { sectionOrder: [':risk'], hiddenSections: ['skewness'] },
    )
    const html = await openPage(`/weeks/${WEEK}`)
    const sections = [...html.matchAll(/id="section-(\d+)" aria/g)].map(([, number]) => Number(number))
    const last = Math.max(...sections)
    expect([sections[0], sections.includes(1)]).toEqual([last, false])
    expect(html).toContain('cell-skewness.longShort.week')
    expect(html).not.toMatch(/#section-1"|Hidden words/)
    const { rows } = await readApi('texts.json')
    expect(rows).toContainEqual(
      expect.objectContaining({ part: 'sectionCommentary', section: 'skewness', text: 'Hidden words.' }),
    )
  })
})

describe('at a desk', () => {
  const stub = () => vi.stubEnv('PUBLISHING', 'desk')

  it('a figure that is typed or bound to nothing blocks the publication, in whichever language', async () => {
    stub()
    const zh = { ...NO_TEXTS.languages.zh, commentary: '上涨 98.76%' }
    await save({ headline: 'Up {skewness.longShort.weak}' }, {}, zh)
    const { gate } = await publishPlain({}, { dryRun: true })
    expect(
      gate
        .filter(({ rule, blocks }) => rule === 'text-figure' && blocks)
        .map(({ text }) => text.replaceAll(/\s+/g, ' ')),
    ).toEqual([
      'Chinese Commentary: 98.76% equals no figure of the report as printed.',
      'English Headline: {skewness.longShort.weak} names nothing that the report has.',
    ])
    await expect(publishPlain()).rejects.toThrow('The gate is not passed')
  })

  it('an edition freezes the texts: what is saved later is for the desk until the next edition', async () => {
    stub()
    await save({ headline: `First made ${MARK}`, commentary: 'First words.' })
    await publishPlain()
    await save({
      headline: `Second made ${MARK}`,
      commentary: 'Second words.',
      sectionCommentary: { skewness: 'New words.' },
    })
    expect(await pageText()).toContain('Second words.')
    const shown = await forReaders(pageText)
    expect(shown).toContain(`First made ${printedWeek()}`)
    expect(shown).toContain('First words.')
    expect(shown).not.toContain('Second')
    expect((await latestVersion()).editions).toMatch(/-t\d+$/)
    expect((await forReaders(newestReadable)).editions).toMatch(/^[0-9a-f]{8}$/)
    await publishPlain({ reason: 'Other words.' })
    expect(await forReaders(pageText)).toContain('Second words.')
    expect(await verifyStore()).toEqual([])
  }, 60_000)

  it('the page of editions lists the texts that changed, and equal texts are not published again', async () => {
    stub()
    const days = await getReportDays(3)
    if (days === null) throw new Error('no data')
    const { editions } = await getEditionsPage({ version: 3, locale: 'en', convention: 'arithmetic', days, asOf: WEEK })
    expect(editions[0]?.texts).toEqual([
      { part: 'headline', section: null, before: `First made ${printedWeek()}`, after: `Second made ${printedWeek()}` },
      { part: 'commentary', section: null, before: 'First words.', after: 'Second words.' },
      { part: 'section', section: 'skewness', before: null, after: 'New words.' },
    ])
    await expect(publishPlain({ reason: 'again' })).rejects.toThrow('says the same')
  })

  it('stops when texts are saved while the documents are made', async () => {
    stub()
    await save({ headline: 'Third' })
    const make = async () => {
      await save({ headline: `Third ${base}` })
      return new Uint8Array()
    }
    await expect(publishPlain({ reason: 'Third' }, { make })).rejects.toThrow('has saved texts')
  })

  it('wants another review after texts were saved', async () => {
    stub()
    vi.stubEnv('REVIEW', 'two-people')
    await publishPlain({ action: 'review' }, { publishedBy: 'li' })
    const found = async () =>
      (await publishPlain({ reason: 'Reviewed.' }, { dryRun: true })).gate
        .filter(({ rule }) => rule === 'review')
        .map(({ text }) => text)
    expect(await found()).toEqual([])
    await save({ headline: 'After the review' })
    expect(await found()).toEqual(['Texts of the week have been saved since it was submitted.'])
  })
})
