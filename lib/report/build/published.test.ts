/** Compares the report of 2024-08-30, built from the demo files, with the report published for that week. */
import { beforeAll, describe, expect, it } from 'vitest'
import type { Measure } from '@/lib/analysis/cell'
import { formatPercent } from '@/lib/base/format'
import type { Figure } from '@/lib/figures/page-figure'
import type { FactorRow, Report } from '@/lib/report/model/report'
import { phraseText } from '@/lib/report/text/phrase'
import { type Demo, demoInputs, readDemo } from '@/lib/testing/report/demo-inputs'
import { PUBLISHED_FACTORS, PUBLISHED_PORTFOLIOS, type PublishedFigures } from '@/prisma/demo/published'
import { buildReport } from './build-report'

/** Factor sections of the published report, in its order. The portfolios are section 15, the risks come last. */
const FACTORS_ZH = [
  '日内高频偏度',
  '日内下行波动占比',
  '开盘后买入意愿占比',
  '开盘后买入意愿强度',
  '开盘后大单净买入占比',
  '开盘后大单净买入强度',
  '改进反转',
  '尾盘成交占比',
  '平均单笔流出金额占比',
  '大单推动涨幅',
  '改进GRU(50,2)+NN(10)',
  '残差注意力LSTM(48,2)+NN(10)',
  '多颗粒度模型-5日标签',
  '多颗粒度模型-10日标签',
]

const reports: { zh?: Report; en?: Report } = {}
let demo: Demo

beforeAll(async () => {
  demo = await readDemo()
  reports.zh = buildReport(demoInputs(demo, '2024-08-30', { locale: 'zh' }))
  reports.en = buildReport(demoInputs(demo, '2024-08-30', { locale: 'en' }))
})

function reportIn(locale: 'zh' | 'en'): Report {
  const report = reports[locale]
  if (!report) throw new Error(`no report in ${locale}`)
  return report
}

describe.each(['zh', 'en'] as const)('in %s', (locale) => {
  it('has all 168 returns and 28 win rates in table 1', () => {
    const printed = factorRows(reportIn(locale)).map(({ code, primary, longExcess }) => [
      code,
      ...printedMeasure(primary),
      ...printedMeasure(longExcess),
    ])
    expect(printed).toEqual(
      PUBLISHED_FACTORS.map(({ code, longShort, longExcess }) => [
        code,
        ...published(longShort, 8),
        ...published(longExcess, 8),
      ]),
    )
  })

  it('has both portfolios in table 2', () => {
    expect(reportIn(locale).table2.map(({ code, primary }) => [code, ...printedMeasure(primary)])).toEqual(
      PUBLISHED_PORTFOLIOS.map(({ code, excess }) => [code, ...published(excess, 34)]),
    )
  })

  it('orders figures 1 to 32: two for each factor, two for each portfolio', () => {
    const report = reportIn(locale)
    const figures = figuresOf(report)
    expect(figures.map(({ number }) => number)).toEqual(Array.from({ length: 32 }, (_, index) => index + 1))
    const kinds = [
      ...PUBLISHED_FACTORS.flatMap(({ code }) => [`${code} relative-strength`, `${code} legs`]),
      ...PUBLISHED_PORTFOLIOS.flatMap(({ code }) => [`${code} cumulative-excess`, `${code} excess`]),
    ]
    expect(figures.map(({ code, kind }) => `${code} ${kind}`)).toEqual(kinds)
  })

  it('numbers sections 1 to 16: factors, portfolios, risks', () => {
    const { sections } = reportIn(locale)
    expect(sections.map(({ number, kind }) => `${number} ${kind}`)).toEqual([
      ...PUBLISHED_FACTORS.map((_, index) => `${index + 1} factor`),
      '15 portfolios',
      '16 risk',
    ])
    expect(factorRows(reportIn(locale)).map(({ number }) => number)).toEqual(
      PUBLISHED_FACTORS.map((_, index) => index + 1),
    )
  })

  it('repeats the cells in the net bars and their tables', () => {
    const report = reportIn(locale)
    const rows = new Map([...factorRows(report), ...report.table2].map((row) => [row.code, row.primary]))
    for (const figure of figuresOf(report).filter(({ kind }) => kind === 'legs' || kind === 'excess')) {
      const cells = rows.get(figure.code)
      const nets = figure.table.rows.map((row) => row[3])
      expect(nets).toEqual([cells?.week, cells?.month, cells?.year].map((cell) => formatPercent(cell?.value ?? null)))
      for (const net of nets) expect(figure.alt).toContain(` ${net}`)
    }
  })

  it('gives span or scale and the data source in every caption', () => {
    for (const { kind, note, source, number } of figuresOf(reportIn(locale))) {
      const first = number > 24 ? '2017-01' : '2014-01'
      const isLine = kind === 'relative-strength' || kind === 'cumulative-excess'
      if (isLine) expect(note).toMatch(new RegExp(`${first}(–| to )2024-08$`))
      else expect(note).toMatch(/^%/)
      expect(source).toMatch(/合成|synthetic/)
    }
  })

  it('has no missing data', () => {
    const report = reportIn(locale)
    expect(report.missingNotes).toEqual([])
    expect(figuresOf(report).filter(({ emptyReason }) => emptyReason !== null)).toEqual([])
  })
})

it('has the names and the order of the factors in Chinese', () => {
  const titles = reportIn('zh').sections.flatMap((section) => (section.kind === 'factor' ? [section.title] : []))
  expect(titles).toHaveLength(FACTORS_ZH.length)
  for (const [index, name] of FACTORS_ZH.entries()) expect(plain(titles[index] ?? '')).toContain(plain(name))
})

it('has the lag of the CSI 500 portfolio and the two families with gains alone in the headline', () => {
  expect(reportIn('zh').headline).toEqual([
    '中证 500 AI 跑输基准 0.70%，处于历史 7% 分位；',
    '日内特征和深度学习全部为正',
  ])
  expect(reportIn('en').headline).toEqual([
    'CSI 500 AI lagged its index by 0.70%, the 7th percentile of its weeks; ',
    'intraday and deep learning factors all gained',
  ])
  expect(reportIn('zh').weekStrip.at(-1)).toMatchObject({ up: 10, known: 14, asOf: '2024-08-30', isoWeek: 35 })
  expect(reportIn('zh').weekStrip).toHaveLength(52)
})

it('names the best and the worst in the key points', () => {
  const texts = new Map(reportIn('zh').keyPoints.map(({ label, text }) => [label, phraseText(text)]))
  expect(texts.get('最强')).toContain('尾盘成交占比 +0.29')
  expect(texts.get('最弱')).toContain('−0.16')
  expect(texts.get('累计')).toMatch(/\+7\.69.*−3\.87/)
  expect(texts.get('组合')).toMatch(/跑输基准 0\.70%.*\+3\.86%.*23\/34.*跑赢基准 0\.22%.*\+2\.82%.*21\/34/)
})

it('has the week, issue and windows of the published report', () => {
  const { week, issue, labels } = reportIn('zh')
  const days = { monday: '2024-08-26', sunday: '2024-09-01', firstDay: '2024-08-26', asOf: '2024-08-30' }
  expect(week).toEqual({ isoYear: 2024, isoWeek: 35, ...days })
  expect(issue).toMatchObject({ issueDate: '2024-09-02', related: [{ date: '2024-08-23' }, { date: '2024-08-16' }] })
  expect(labels).toEqual({ week: '本周', month: '8\u00A0月', year: '2024' })
  expect(reportIn('en').labels).toEqual({ week: 'Week', month: 'Aug', year: '2024' })
})

it('changes the figures, but no win rate and no count, with the geometric convention', () => {
  const geometric = buildReport(demoInputs(demo, '2024-08-30', { convention: 'geometric' }))
  const winRates = (report: Report) =>
    factorRows(report).map(({ primary, longExcess }) => [primary, longExcess].map(({ winRate }) => winRate))
  const lastYear = (report: Report) => factorRows(report).at(-1)?.primary.year.value
  expect(winRates(geometric)).toEqual(winRates(reportIn('zh')))
  expect(geometric.headline.at(-1)).toEqual(reportIn('zh').headline.at(-1))
  expect(lastYear(geometric)).not.toBeCloseTo(lastYear(reportIn('zh')) ?? Number.NaN, 4)
})

it('has the same figures but no rank in the report of one series', () => {
  const only = buildReport(demoInputs(demo, '2024-08-30', { only: 'improved-gru' }))
  const whole = factorRows(reportIn('zh')).find(({ code }) => code === 'improved-gru')
  expect(factorRows(only)).toEqual([{ ...whole, standing: { ...whole?.standing, rank: null, lastRank: null } }])
  expect([only.table2, figuresOf(only).map(({ code }) => code)]).toEqual([[], ['improved-gru', 'improved-gru']])
})

/** Returns the rows of table 1 in the order of the published report. */
function factorRows({ table1 }: Report): FactorRow[] {
  return table1.flatMap(({ rows }) => rows).sort((a, b) => a.number - b.number)
}

function figuresOf({ sections }: Report): Figure[] {
  return sections.flatMap((section) => {
    if (section.kind === 'factor') return section.figures
    return section.kind === 'portfolios' ? section.parts.flatMap(({ figures }) => figures) : []
  })
}

function printedMeasure({ week, month, year, winRate }: Measure): string[] {
  return [...[week, month, year].map(({ value }) => formatPercent(value)), `${winRate.wins}/${winRate.periods}`]
}

/** Formats figures as published: two decimals, a sign, and a minus as wide as the plus. */
function published({ week, mtd, ytd, wins }: PublishedFigures, periods: number): string[] {
  const printed = [week, mtd, ytd].map((percent) => {
    const sign = percent > 0 ? '+' : percent < 0 ? '−' : ''
    return sign + Math.abs(percent).toFixed(2)
  })
  return [...printed, `${wins}/${periods}`]
}

function plain(name: string): string {
  return name.replaceAll(/\s|因子/g, '')
}
