import { execFileSync, spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import type { Measure } from '@/lib/analysis/cell'
import { formatPercent } from '@/lib/base/format'
import { LOCALES } from '@/lib/base/locale'
import type { Figure } from '@/lib/figures/page-figure'
import { translatorFor } from '@/lib/messages/translate'
import { factsheetJob } from '@/lib/pdf/document/factsheet-job'
import type { PdfJob, ReportJob } from '@/lib/pdf/document/job'
import { reportJob } from '@/lib/pdf/document/report-job'
import { riskTable } from '@/lib/pdf/document/tables/risk-table'
import { programPath } from '@/lib/process/project-folder'
import { watched } from '@/lib/report/key-points/watched'
import { phraseText } from '@/lib/report/text/phrase'
import { withFewSeries } from '@/lib/testing/demo/few-series'
import { bare, type ReadPdf, readPdf } from '@/lib/testing/pdf/read-pdf'
import { SAMPLE_PRINT, SAMPLE_PUBLISHER } from '@/lib/testing/pdf/sample-publisher'
import { type Demo, demoInputs, readDemo } from '@/lib/testing/report/demo-inputs'
import { IS_LONG_RUN, sampleOf, sizeOfRun } from '@/lib/testing/run/run-mode'
import { makePdf } from './make-pdf'

const WEEK = '2024-08-30'
/** A week with a shorter history, whose figures are drawn faster. */
const EARLY_WEEK = IS_LONG_RUN ? WEEK : '2017-06-30'
const CONTENTS = { zh: '目录', en: 'Contents' }
const MARKED_FAMILIES = ['order-flow', 'deep-learning']
const CONTENTS_PAGE = 4
const PAGES = { zh: 13, en: 14 }
let demo: Demo

beforeAll(async () => {
  demo = await readDemo()
})

function jobOf(overrides: Parameters<typeof demoInputs>[2] = {}): ReportJob {
  return reportJob(demoInputs(demo, WEEK, overrides), SAMPLE_PRINT)
}

function shortJobOf(overrides: Parameters<typeof demoInputs>[2] = {}): ReportJob {
  return reportJob(withFewSeries(demoInputs(demo, EARLY_WEEK, overrides)), SAMPLE_PRINT)
}

function rowFigures({ week, month, year, winRate }: Measure): string[] {
  return [...[week, month, year].map(({ value }) => formatPercent(value)), `${winRate.wins}/${winRate.periods}`]
}

describe.each(sampleOf('languages of the whole report as PDF', LOCALES, 1))('the report in %s', (locale) => {
  let job: ReportJob
  let made: ReturnType<typeof makePdf>
  let pdf: ReadPdf

  beforeAll(async () => {
    job = jobOf({ locale })
    made = makePdf(job)
    pdf = await readPdf(made.bytes)
  }, 120_000)

  it('conforms to the archive standard, has language, title and author, and is smaller than a megabyte', () => {
    expect(made).toMatchObject({ standard: 'a-2a', fault: null })
    expect(made.bytes.length).toBeLessThan(1_000_000)
    expect(pdf).toMatchObject({ isTagged: true, author: SAMPLE_PUBLISHER.authors[0]?.name[locale] })
    expect(pdf.language).toMatch(new RegExp(`^${locale}`))
    expect(pdf.title).toContain(job.report.issue?.title)
  })

  it('has every figure of both tables in its row', () => {
    const lines = pdf.pages[1] ?? []
    const { table1, table2 } = job.report
    for (const row of table1.flatMap(({ rows }) => rows)) {
      const figures = [...rowFigures(row.primary), ...rowFigures(row.longExcess)]
      // A name may take two lines beside its figures.
      expect(
        lines.some((line) => bare(line).endsWith(bare(figures.join('')))),
        row.name,
      ).toBe(true)
    }
    for (const { name, primary, absolute } of table2) {
      const own = [absolute.week, absolute.month, absolute.year].map(({ value }) => formatPercent(value))
      expect(
        lines.some((line) => bare(line).endsWith(bare([...rowFigures(primary), ...own].join('')))),
        name,
      ).toBe(true)
    }
  })

  it('has the risk of every series, and what is watched, on the page after the tables', () => {
    const lines = (pdf.pages[2] ?? []).map(bare)
    const rows = riskTable(job, 3)?.groups.flatMap((group) => group.rows) ?? []
    expect(rows).toHaveLength(16)
    for (const [, ...figures] of rows) {
      const printed = figures.map(({ text }) => text).join('')
      expect(lines.some((line) => line.endsWith(bare(printed)))).toBe(true)
    }
    const texts = watched(job.report, translatorFor(locale)).map(({ text }) => bare(phraseText(text)))
    expect(texts.length).toBeGreaterThan(3)
    for (const text of texts) expect(pdf.texts[2]).toContain(text)
  })

  it('has a line for each series of deep learning and order flow and each portfolio, with the figures of the page', () => {
    const { table1, table2, ownKeyPoints } = job.report
    const marked = [
      ...table1.filter(({ code }) => MARKED_FAMILIES.includes(code)).flatMap(({ rows }) => rows),
      ...table2,
    ]
    expect(marked).toHaveLength(12)
    // Each on one printed line.
    const lines = pdf.pages.slice(2, 4).flat().map(bare)
    for (const { code } of marked) {
      const line = ownKeyPoints.find((each) => each.code === code)
      expect(lines).toContain(bare(phraseText(line?.text ?? [])))
    }
    expect(ownKeyPoints).toHaveLength(marked.length)
  })

  it('has each key point on its cover, and the headline', () => {
    const cover = pdf.texts[0] ?? ''
    expect(cover).toContain(bare(job.report.headline.join('')))
    expect(job.report.keyPoints.length).toBeGreaterThan(3)
    for (const { label, text } of job.report.keyPoints) {
      expect(cover).toContain(bare(`${label}${phraseText(text)}`))
    }
  })

  it('links contents, lists and bookmarks to the right pages', () => {
    const pageWith = (title: string) =>
      pdf.pages.findIndex(
        (lines, index) => index >= CONTENTS_PAGE && lines.some((line) => bare(line).startsWith(bare(title))),
      ) + 1
    for (const { number, title } of job.report.sections) {
      const bookmark = pdf.bookmarks.find((entry) => bare(entry.title).includes(bare(title)))
      expect(bookmark?.page, title).toBe(pageWith(`${number}${title}`))
    }
    const isPortfolio = (title: string) => job.report.table2.some(({ name }) => bare(title) === bare(name))
    const figures = job.report.sections.flatMap((section) =>
      section.kind === 'factor'
        ? section.figures
        : section.kind === 'portfolios'
          ? section.parts.flatMap((part) => part.figures)
          : [],
    )
    expect(figures).toHaveLength(32)
    const rows = [...job.report.table1.flatMap((group) => group.rows), ...job.report.table2]
    const captioned = ({ number, code }: Figure) => {
      const caption = `${locale === 'zh' ? '图' : 'Figure'}${number}${rows.find((row) => row.code === code)?.shortName}`
      return pdf.texts.findIndex((text, index) => index >= CONTENTS_PAGE && text.includes(bare(caption))) + 1
    }
    const chapters = pdf.bookmarks
      .filter(({ title }) => title !== CONTENTS[locale] && !isPortfolio(title))
      .map(({ page }) => page)
    const expected = [...chapters, 2, 2, 3, ...figures.map(captioned)]
    // A link over two lines is two of a PDF.
    const linked = pdf.links[CONTENTS_PAGE - 1] ?? []
    expect(linked.length).toBeGreaterThanOrEqual(expected.length)
    expect(new Set(linked)).toEqual(new Set(expected))
  })

  it('has page number, version and fingerprint on each page', () => {
    expect(pdf.pages).toHaveLength(PAGES[locale])
    const prints = pdf.pages.map((lines) => /[0-9a-f]{12}/.exec(lines.join(' '))?.[0])
    expect(new Set(prints).size).toBe(1)
    expect(prints[0]).toBeDefined()
    for (const [index, lines] of pdf.pages.entries())
      expect(bare(lines.join(''))).toMatch(
        new RegExp(locale === 'zh' ? `第${index + 1}页,共${PAGES[locale]}页` : `Page${index + 1}of${PAGES[locale]}`),
      )
  })

  it('also conforms to PDF/UA, for screen readers', () => {
    expect(makePdf(shortJobOf({ locale }), 'ua-1')).toMatchObject({ standard: 'ua-1', fault: null })
  }, 60_000)

  it.skipIf(spawnSync('qpdf', ['--version']).error !== undefined)(
    'is sound to qpdf (skipped where qpdf is not installed)',
    () => {
      const folder = mkdtempSync(join(tmpdir(), 'report-'))
      try {
        const file = join(folder, 'report.pdf')
        writeFileSync(file, made.bytes)
        expect(execFileSync('qpdf', ['--check', file], { encoding: 'utf8' })).toContain(
          'No syntax or stream encoding errors',
        )
      } finally {
        rmSync(folder, { recursive: true })
      }
    },
  )
})

describe('the same job', () => {
  it('gives the same bytes in another process, time zone and order, for report and factsheet', () => {
    const inputs = demoInputs(demo, EARLY_WEEK, { locale: 'en', only: 'intraday-skewness' })
    const wanted: PdfJob[] = [shortJobOf({ locale: 'en' }), factsheetJob(inputs, SAMPLE_PRINT)]
    const expected = wanted.map((job) => sha256(makePdf(job).bytes))
    expect(madeElsewhere(wanted.toReversed(), 'Pacific/Auckland').toReversed()).toEqual(expected)
  }, 180_000)
})

function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex')
}

/** Returns the checksums of PDFs that another process makes from the jobs, in order. */
function madeElsewhere(jobs: PdfJob[], timeZone: string): string[] {
  const folder = mkdtempSync(join(tmpdir(), 'report-'))
  try {
    const file = join(folder, 'jobs.json')
    writeFileSync(file, JSON.stringify(jobs))
    const options = { encoding: 'utf8', env: { ...process.env, TZ: timeZone } } as const
    return execFileSync(process.execPath, [programPath('testing/print-checksums'), file], options)
      .trim()
      .split('\n')
  } finally {
    rmSync(folder, { recursive: true })
  }
}

describe('a week with holes', () => {
  it('is made without an issue, without portfolios, and with a factor that has no day', async () => {
    const full = withFewSeries(demoInputs(demo, WEEK))
    const [first, second] = full.catalogue.factors
    const inputs = {
      ...full,
      issue: null,
      catalogue: { ...full.catalogue, portfolios: [] },
      portfolioReturns: [],
      factorReturns: full.factorReturns.filter(({ code }) => code !== first?.code),
    }
    const job = reportJob(inputs, SAMPLE_PRINT)
    const made = makePdf(job)
    const { texts } = await readPdf(made.bytes)
    expect(made.standard).toBe('a-2a')
    const section = texts.slice(2).join('')
    expect(section).toContain(bare(job.report.missingNotes[0]?.text ?? 'no note'))
    expect(section).toContain('多空收益————')
    expect(section).toContain(bare(second?.name ?? ''))
    expect(texts[0]).toContain('尚未发布')
  }, 60_000)

  it('is made for many factors, with a table over two pages that repeats its header', async () => {
    const full = demoInputs(demo, EARLY_WEEK, { locale: 'en' })
    const count = sizeOfRun({ usual: 44, long: 60 })
    const copies = Array.from({ length: count }, (_, index) => {
      const entry = full.catalogue.factors[index % full.catalogue.factors.length]
      if (!entry) throw new Error('the demo has no factors')
      return { ...entry, code: `${entry.code}-${index}`, position: index + 1 }
    })
    const returns = copies.map(({ code }) => {
      const raw = full.factorReturns.find((series) => code.startsWith(series.code))
      if (!raw) throw new Error(`no returns for ${code}`)
      return { ...raw, code }
    })
    const catalogue = { ...full.catalogue, factors: copies }
    const made = makePdf(reportJob({ ...full, catalogue, factorReturns: returns }, SAMPLE_PRINT))
    const { pages } = await readPdf(made.bytes)
    expect(made.standard).toBe('a-2a')
    expect(pages.flat().filter((line) => line.startsWith('Table 1 (continued)')).length).toBeGreaterThan(0)
    expect(pages.flat().some((line) => bare(line).includes(`Figure${2 * count + 4}`))).toBe(true)
  }, 120_000)
})
