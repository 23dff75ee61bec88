import { beforeAll, describe, expect, it } from 'vitest'
import type { Convention } from '@/lib/base/convention'
import { formatPercent, formatPercentInText } from '@/lib/base/format'
import { LOCALES, type Locale } from '@/lib/base/locale'
import { factsheetJob } from '@/lib/pdf/document/factsheet-job'
import { bare, type ReadPdf, readPdf } from '@/lib/testing/pdf/read-pdf'
import { SAMPLE_PRINT } from '@/lib/testing/pdf/sample-publisher'
import { type Demo, demoInputs, readDemo } from '@/lib/testing/report/demo-inputs'
import { monthOf, pairOf, plainSpread, weekOf, yearOf } from '@/lib/testing/report/plain-figures'
import { sampleOf } from '@/lib/testing/run/run-mode'
import { type MadePdf, makePdf } from './make-pdf'

const WEEK = '2024-08-30'
let demo: Demo

beforeAll(async () => {
  demo = await readDemo()
})

function jobOf(locale: Locale, code: string, convention: Convention = 'arithmetic') {
  return factsheetJob({ ...demoInputs(demo, WEEK, { locale, convention }), only: code }, SAMPLE_PRINT)
}

/** Returns the lines of the contributions of a portfolio; none for a factor. */
function contributionLines({ report }: ReturnType<typeof jobOf>): string[] {
  const parts = report.sections.flatMap((section) => (section.kind === 'portfolios' ? section.parts : []))
  const groups = parts.flatMap(({ contributions }) => contributions?.groups ?? [])
  expect(groups).toHaveLength(parts.length * 4)
  return groups.map(({ name, values }) => bare(`${name}${values.map((value) => formatPercent(value)).join('')}`))
}

/** Compounds the rows of the store with plain loops. */
function longShort(code: string, from: string, to: string): number {
  const raw = demoInputs(demo, WEEK).factorReturns.find((series) => series.code === code)
  if (!raw) throw new Error(`no returns for ${code}`)
  const grown = { long: 1, short: 1 }
  for (const [day, date] of raw.dates.entries()) {
    if (date < from || date > to) continue
    grown.long *= 1 + (raw.long[day] ?? Number.NaN)
    grown.short *= 1 + (raw.short[day] ?? Number.NaN)
  }
  return grown.long - grown.short
}

describe.each(LOCALES)('the factsheet in %s', (locale) => {
  const known = new Map<string, Promise<{ made: MadePdf; pdf: ReadPdf }>>()

  async function make(code: string) {
    const made = makePdf(jobOf(locale, code))
    return { made, pdf: await readPdf(made.bytes) }
  }

  /** Returns the factsheet of a series, which is made once. */
  function factsheetOf(code: string) {
    const sheet = known.get(code) ?? make(code)
    known.set(code, sheet)
    return sheet
  }

  const others = sampleOf(`factsheets in ${locale}`, ['multi-granularity-10d', 'csi500-ai-enhanced'], 1)

  it.each(['intraday-skewness', ...others])(
    'of %s stands on two pages, archivable and tagged',
    async (code) => {
      const { made, pdf } = await factsheetOf(code)
      expect(made).toMatchObject({ standard: 'a-2a', fault: null })
      expect(pdf.isTagged).toBe(true)
      expect(pdf.pages).toHaveLength(2)
      expect(pdf.title).toContain(WEEK)
      const captions = pdf.texts[0]?.match(locale === 'zh' ? /图[12]/g : /Figure[12]/g)
      expect(captions).toHaveLength(2)
      const lines = (pdf.pages[1] ?? []).map(bare)
      for (const line of contributionLines(jobOf(locale, code))) expect(lines).toContain(line)
    },
    60_000,
  )

  it('has months and years of a factor that equal its compounded days', async () => {
    const { pages } = (await factsheetOf('intraday-skewness')).pdf
    const lines = (pages[1] ?? []).map(bare)
    for (const year of ['2014', '2019', '2023']) {
      const months = Array.from({ length: 12 }, (_, month) => `${year}-${String(month + 1).padStart(2, '0')}`)
      const figures = [
        ...months.map((month) => longShort('intraday-skewness', `${month}-01`, `${month}-31`)),
        longShort('intraday-skewness', `${year}-01-01`, `${year}-12-31`),
      ]
      expect(lines).toContain(bare(`${year}${figures.map((value) => formatPercent(value)).join('')}`))
    }
  }, 60_000)
})

it.each(['arithmetic', 'geometric'] as const)(
  'has window figures by the %s convention alone, and its line by the NAV ratio, and says so',
  async (convention) => {
    const code = 'csi500-ai-enhanced'
    const { pages, texts } = await readPdf(makePdf(jobOf('en', code, convention)).bytes)
    const pair = pairOf(demo.rows, code, ['portfolio', 'benchmark'])
    const days = [...pair.keys()].filter((day) => day <= WEEK)
    const over = (isOwn: (day: string) => boolean) => plainSpread(pair, days.filter(isOwn), convention)
    const [week, month, year] = [
      over((day) => weekOf(day) === weekOf(WEEK)),
      over((day) => monthOf(day) === monthOf(WEEK)),
      over((day) => yearOf(day) === yearOf(WEEK)),
    ]
    const lines = pages.map((page) => page.map(bare))
    const windows = [week, month, year].map((value) => formatPercent(value)).join('')
    expect(lines[0]?.some((line) => line.startsWith(bare(`Excess return${windows}`)))).toBe(true)
    expect(lines[1]?.some((line) => line.startsWith('2024') && line.endsWith(bare(formatPercent(year))))).toBe(true)
    expect(lines[1]?.some((line) => line.startsWith('Excess') && line.endsWith(bare(windows)))).toBe(true)
    const months = [...new Set(days.map(monthOf))].map((own) => Number(over((day) => monthOf(day) === own)))
    expect(texts[1]).toContain(bare(`Best month${formatPercentInText(Math.max(...months))}`))
    expect(texts[1]).toContain(bare(`Worst month${formatPercentInText(Math.min(...months))}`))
    // The end of the line is the same under both conventions.
    const ratio = plainSpread(pair, days, 'geometric')
    expect(texts[1]).toContain(bare(`Cumulative return since inception${formatPercentInText(ratio)}`))
    expect(texts[0]).toContain(bare(formatPercent(ratio)))
    expect(texts[0]).toContain(bare(`${convention} convention. Lines, drawdowns, other statistics: NAV ratio.`))
  },
  60_000,
)

it.each(sampleOf('languages of PDF/UA', LOCALES, 1))(
  'a factsheet in %s also conforms to PDF/UA',
  (locale) => {
    expect(makePdf(jobOf(locale, 'csi1000-ai-enhanced'), 'ua-1')).toMatchObject({ standard: 'ua-1', fault: null })
  },
  60_000,
)

it('throws for a code that is not in the catalogue', () => {
  expect(() => jobOf('zh', 'absent')).toThrow(RangeError)
})
