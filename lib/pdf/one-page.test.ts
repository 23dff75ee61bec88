import { beforeAll, describe, expect, it } from 'vitest'
import { formatPercent, formatRatio, formatSigned } from '@/lib/base/format'
import { LOCALES, type Locale } from '@/lib/base/locale'
import { onePageJob } from '@/lib/pdf/document/one-page-job'
import { buildReport } from '@/lib/report/build/build-report'
import { phraseText } from '@/lib/report/text/phrase'
import { pngSize } from '@/lib/testing/charts/read-png'
import { bare, readPdf } from '@/lib/testing/pdf/read-pdf'
import { SAMPLE_PRINT, SAMPLE_PUBLISHER } from '@/lib/testing/pdf/sample-publisher'
import { type Demo, demoInputs, readDemo } from '@/lib/testing/report/demo-inputs'
import { sampleOf } from '@/lib/testing/run/run-mode'
import { typeset } from './compiler'
import { makePdf } from './make-pdf'
import { makePortraitPicture, portraitSetting } from './portrait-picture'

const WEEK = '2024-08-30'
let demo: Demo

beforeAll(async () => {
  demo = await readDemo()
})

const jobOf = (locale: Locale, week = WEEK) => onePageJob(demoInputs(demo, week, { locale }), SAMPLE_PRINT)

function windowsOf({ primary: { week, month, year } }: ReturnType<typeof jobOf>['report']['table2'][number]) {
  return [week, month, year].map(({ value }) => formatPercent(value))
}

describe.each(LOCALES)('the week on one page in %s', (locale) => {
  it('has market, key points, each series with its returns and risk, one chart and the short disclosure', async () => {
    const job = jobOf(locale)
    const made = makePdf(job)
    const { pages, texts, isTagged } = await readPdf(made.bytes)
    expect(made).toMatchObject({ standard: 'a-2a', fault: null })
    expect(isTagged).toBe(true)
    expect(pages).toHaveLength(1)
    const { report, risk, chart } = job
    const text = texts.join('')
    const lines = pages.flat().map(bare)
    expect(text).toContain(bare(report.headline.join('')))
    for (const { name, returns } of report.market)
      expect(lines.some((line) => line.startsWith(bare(`${name}${formatPercent(returns.week.value)}`)))).toBe(true)
    for (const point of report.keyPoints.slice(0, 7)) expect(text).toContain(bare(phraseText(point.text)))
    for (const row of [...report.table1.flatMap(({ rows }) => rows), ...report.table2]) {
      const own = risk.find(({ code }) => code === row.code)?.sinceInception
      const { week, month, year } = row.primary
      const figures = [
        ...[week, month, year].map(({ value }) => formatPercent(value)),
        formatRatio(100 * (own?.volatility ?? Number.NaN)),
        formatSigned(own?.ratio ?? null),
        formatPercent(own?.maximumDrawdown ?? null),
        formatPercent(own?.currentDrawdown ?? null),
      ]
      expect(lines).toContain(bare(`${row.shortName}${figures.join('')}`))
    }
    expect(chart?.key).toBe('series-chart.csi500-ai-enhanced')
    expect(text).toContain(bare(chart?.says ?? 'no chart'))
    expect(text).toContain(bare(SAMPLE_PUBLISHER.shortDisclosure[locale]))
  }, 60_000)

  it('has an upright picture of 1080 px with the same figures', async () => {
    const pictured = {
      report: buildReport(demoInputs(demo, WEEK, { locale })),
      colours: 'red' as const,
      publisher: SAMPLE_PUBLISHER,
    }
    const { pages } = await readPdf(typeset(portraitSetting(pictured)).bytes)
    const lines = pages.flat().map(bare)
    expect(pages).toHaveLength(1)
    for (const row of pictured.report.table2)
      expect(lines).toContain(bare(`${row.shortName}${windowsOf(row).join('')}`))
    const png = Buffer.from(makePortraitPicture(pictured))
    expect(pngSize(png).widthPx).toBe(1080)
    expect(pngSize(png).heightPx).toBeGreaterThan(1080)
    expect(png.length).toBeLessThan(700_000)
  }, 60_000)
})

it('conforms to PDF/UA', () => {
  expect(makePdf(jobOf('en'), 'ua-1')).toMatchObject({ standard: 'ua-1', fault: null })
}, 60_000)

it.each(
  sampleOf(
    'hostile texts of one page',
    ['A'.repeat(200), '因子'.repeat(100), '#eval("1") $x$ @a <b> `c` *d* _e_ \\ // --'],
    2,
  ),
)(
  'is one page when every name and point is %s',
  async (hostile) => {
    const job = jobOf('zh')
    const { report } = job
    const named = <Row extends object>(row: Row) => ({ ...row, name: hostile, shortName: hostile })
    const hostileReport = {
      ...report,
      headline: [hostile],
      keyPoints: report.keyPoints.map(() => ({ label: hostile, text: [{ kind: 'text' as const, text: hostile }] })),
      market: report.market.map(named),
      table1: report.table1.map((group) => ({ ...group, name: hostile, rows: group.rows.map(named) })),
      table2: report.table2.map(named),
    }
    const { bytes } = makePdf({ ...job, report: hostileReport })
    expect((await readPdf(bytes)).pages).toHaveLength(1)
  },
  60_000,
)

it('is one page without portfolios, where the chart is that of the best factor of the week', async () => {
  const job = jobOf('en', '2014-06-27')
  const [best] = job.report.table1
    .flatMap(({ rows }) => rows)
    .toSorted((a, b) => (b.primary.week.value ?? -1) - (a.primary.week.value ?? -1))
  expect(job.chart?.key).toBe(`series-chart.${best?.code}`)
  expect((await readPdf(makePdf(job).bytes)).pages).toHaveLength(1)
}, 60_000)
