/**
 * Puts the Big List of Naughty Strings into every text of a store or of a publisher's settings. Each round gives each
 * field another string, and a long run gives each field each string.
 */
import strings from 'big-list-of-naughty-strings/blns.json' with { type: 'json' }
import { afterAll, beforeAll, expect, it } from 'vitest'
import { cleaned } from '@/lib/pdf/document/clean-text'
import type { Publisher } from '@/lib/publisher/publisher'
import { buildSummary } from '@/lib/report/build/build-summary'
import type { ReportInputs } from '@/lib/report/model/inputs'
import { bare, readPdf } from '@/lib/testing/pdf/read-pdf'
import { SAMPLE_PRINT, SAMPLE_PUBLISHER } from '@/lib/testing/pdf/sample-publisher'
import { type Demo, demoInputs, readDemo } from '@/lib/testing/report/demo-inputs'
import { sampleOf } from '@/lib/testing/run/run-mode'
import { typeset } from './compiler'
import { pdfPool } from './pdf-pool'

/** In this round the numbers of the pages once moved the pages that they name. */
const MOVING_ROUND = 129
const ROUNDS = new Set([
  MOVING_ROUND,
  ...sampleOf(
    'rounds of naughty strings',
    strings.map((_, round) => round),
    1,
  ),
])
let demo: Demo
let settable: string[]

beforeAll(async () => {
  demo = await readDemo()
  settable = inFonts(strings.filter((text) => shaped(cleaned(text)) !== ''))
}, 120_000)

// Its processes are replaced before the hundreds of documents of a long run fill the memory.
afterAll(() => pdfPool.close())

it('are in the fonts, except emoji and scripts that the product does not support', () => {
  expect(strings.length).toBeGreaterThan(400)
  expect(settable.length).toBeGreaterThan(0.9 * strings.length)
})

it.each([...ROUNDS])(
  'compile and appear as given, round %i',
  async (round) => {
    const draw = drawing(round)
    const inputs = withNames(demoInputs(demo, '2024-08-30', { locale: 'en' }), draw)
    const printed = new Set<string>()
    const order = { kind: 'report', inputs, ...SAMPLE_PRINT, publisher: withSettings(SAMPLE_PUBLISHER, draw) } as const
    const { table1 } = buildSummary(inputs)
    for (const row of table1.flatMap(({ rows }) => rows)) printed.add(row.name)
    const { texts } = await readPdf((await pdfPool.run(async () => order)).bytes)
    const document = shaped(texts.join(''))
    for (const text of [...strings, ...printed].filter((given) => settable.includes(given))) {
      // Right-to-left text is in /ActualText, which pdf.js does not read; the test above checks that the fonts have it.
      if (RIGHT_TO_LEFT.test(text)) continue
      expect(document, text).toContain(shaped(cleaned(text)))
    }
  },
  120_000,
)

const RIGHT_TO_LEFT = /[\p{Script=Arabic}\p{Script=Hebrew}]/u

/**
 * Removes characters that only control the layout of others, and combining marks: a letter that has marks anywhere in the
 * document can have them in each copy of its text.
 */
function shaped(text: string): string {
  // Decomposed, since a text may begin with a mark, which then joins the last letter of the text before it.
  return bare(text)
    .normalize('NFD')
    .replace(/[\p{Cf}\p{Mn}]/gu, '')
}

/** Returns a function that gives one string after another; each round starts at another string. */
function drawing(round: number): () => string {
  let next = round * 101
  return () => strings[next++ % strings.length] ?? ''
}

/** Returns the texts whose characters are all in the document's fonts, by bisection of the list. */
function inFonts(texts: string[]): string[] {
  if (isInFonts(texts.map((text) => cleaned(text)).join('\n'))) return texts
  if (texts.length === 1) return []
  const middle = texts.length >> 1
  return [...inFonts(texts.slice(0, middle)), ...inFonts(texts.slice(middle))]
}

/** Returns whether the document's fonts have all characters, as the archive standard requires. */
function isInFonts(text: string): boolean {
  const template = `#import "style.typ": sans
    #set document(title: "probe", date: datetime(year: 2024, month: 8, day: 30))
    #set text(font: sans, fallback: false, lang: "en")
    #json("probe.json")`
  const files = new Map([
    ['probe.typ', template],
    ['probe.json', JSON.stringify(text)],
  ])
  return typeset({ template: 'probe.typ', files }).fault === null
}

/** Returns the inputs with other texts for every text of catalogue and issue. */
function withNames(inputs: ReportInputs, draw: () => string): ReportInputs {
  const renamed = <Entry extends object>(entry: Entry): Entry =>
    Object.fromEntries(
      Object.entries(entry).map(([key, value]) => [key, typeof value === 'string' && isText(key) ? draw() : value]),
    ) as Entry
  const { catalogue, issue } = inputs
  return {
    ...inputs,
    catalogue: {
      markets: catalogue.markets.map(renamed),
      families: catalogue.families.map(renamed),
      factors: catalogue.factors.map(renamed),
      portfolios: catalogue.portfolios.map(renamed),
      indices: catalogue.indices.map(renamed),
    },
    issue: issue && {
      ...renamed(issue),
      authors: [draw(), draw()],
      related: issue.related.map(renamed),
    },
  }
}

function isText(field: string): boolean {
  return ['title', 'description', 'universe', 'reference'].includes(field) || /name$/i.test(field)
}

/** Returns settings with other texts, and each string of the list among the disclosures. */
function withSettings(publisher: Publisher, draw: () => string): Publisher {
  const both = () => ({ zh: draw(), en: draw() })
  return {
    ...publisher,
    name: both(),
    reportKind: both(),
    authors: [{ name: both(), role: both(), email: draw(), phone: draw() }],
    contact: { zh: [draw()], en: [draw(), draw()] },
    disclosures: { zh: [], en: strings.map((text) => ({ title: draw(), text })) },
  }
}
