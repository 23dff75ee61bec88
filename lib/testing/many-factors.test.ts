/** A week of 60 factors: its page, the pages of its families, files, mail, text and PDF, against plain loops. */
import { parse } from 'csv-parse/sync'
import { beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import WeekPage from '@/app/[locale]/[view]/weeks/[date]/page'
import { findWeek } from '@/lib/analysis/weeks/find-week'
import { answerSummary, type SummaryForm } from '@/lib/export/answer-summary'
import { SUMMARY_COPY } from '@/lib/export/summary-copy'
import { SUMMARY_MAIL } from '@/lib/export/summary-mail'
import { summaryTable } from '@/lib/export/summary-tables'
import { writeCsv } from '@/lib/export/write-csv'
import { appendixOf } from '@/lib/pdf/document/tables/appendix'
import { fillOrder } from '@/lib/pdf/fill-order'
import { getReportOrder } from '@/lib/pdf/get-report-order'
import { getReconciliation } from '@/lib/report/build/get-reconciliation'
import { getFamilyReport, getReport } from '@/lib/report/build/get-report'
import type { Report } from '@/lib/report/model/report'
import { shanghaiDays } from './calendar/shanghai'
import { emptyStore } from './database/test-store'
import { factorCsv, SAMPLE_CATALOGUE } from './import/sample-files'
import { htmlOf, segmentOf } from './pages/in-process'
import { openPage } from './pages/open-page'
import { readPdf } from './pdf/read-pdf'
import { SAMPLE_PRINT } from './pdf/sample-publisher'
import { weekOf } from './report/plain-figures'

const [FIRST, LAST, GAP] = ['2023-01-03', '2024-08-30', '2024-08-28']
const DAYS = shanghaiDays(FIRST, LAST)
const [SKEWNESS] = SAMPLE_CATALOGUE.factors
const FAMILIES = ['price', 'volume', 'text'].map((code, index) => ({
  code,
  position: index + 1,
  nameZh: `类${code}`,
  nameEn: `Family ${code}`,
}))
/** 50 factors of prices, so that the family has three pages, 7 of volumes and 3 of texts; the last lacks a day. */
const CODES = Array.from({ length: 60 }, (_, index) => `f${index + 1}`)
const familyOf = (index: number) => (index < 50 ? 'price' : index < 57 ? 'volume' : 'text')
const GAPPED = 'f60'

const store = emptyStore()
let report: Report

/** Returns a daily return that never repeats; every ninth factor has an unusual last week. */
function drawn(day: number, factor: number, leg: number): number {
  const strength = factor % 9 === 0 && day >= DAYS.length - 5 ? 6 : 1
  return Number(((strength * Math.sin(1.7 * day * (leg + 1) + 13 * factor)) / 100).toFixed(6))
}

/** Returns the difference of two legs over some days, by plain products; null when a day is missing. */
function spread(code: string, legs: [number, number], days: string[]): number | null {
  if (code === GAPPED && days.includes(GAP)) return null
  const factor = CODES.indexOf(code)
  const [a, b] = legs.map((leg) => days.reduce((nav, day) => nav * (1 + drawn(DAYS.indexOf(day), factor, leg)), 1))
  return Number(a) - Number(b)
}

const WINDOWS = {
  week: DAYS.filter((day) => day >= '2024-08-26'),
  month: DAYS.filter((day) => day >= '2024-08-01'),
  year: DAYS.filter((day) => day >= '2024-01-01'),
}
const MEASURES = { longShort: [0, 1], longExcess: [0, 2] } as const

/** Returns the codes whose week is outside the 5th to 95th percentile of their weeks before. */
function unusualCodes(): string[] {
  const weeks = [...new Set(DAYS.map(weekOf))].map((week) => DAYS.filter((day) => weekOf(day) === week))
  return CODES.filter((code) => {
    const [own, ...past] = weeks.reverse().map((days) => spread(code, [0, 1], days))
    weeks.reverse()
    if (own === null || own === undefined) return false
    const share = past.filter((value) => Number(value) < own).length / past.length
    return share < 0.05 || share > 0.95
  })
}

const shown = { locale: 'en', convention: 'arithmetic' } as const

async function weekRequest() {
  const found = await findWeek({ version: 2 }, LAST)
  if (found.kind !== 'week') throw new Error(`${LAST} ends no week`)
  return { ...shown, version: 2, asOf: LAST, days: found.days }
}

async function pageOf(search: string): Promise<string> {
  const view = await segmentOf(search, `/weeks/${LAST}`)
  return htmlOf(await WeekPage({ params: Promise.resolve({ locale: 'en', view, date: LAST }) }))
}

beforeAll(async () => {
  const factors = CODES.map((code, index) => ({
    ...SKEWNESS,
    code,
    position: index + 1,
    familyCode: familyOf(index),
    inception: FIRST,
    nameZh: `因子 ${code}`,
    nameEn: `Factor ${code}`,
    shortNameEn: `Short ${code}`,
  }))
  await store.loadCatalogue({ ...SAMPLE_CATALOGUE, families: FAMILIES, factors, portfolios: [], reportIssues: [] })
  const rows = CODES.flatMap((code, factor) =>
    DAYS.map((day, index) => `${day},${code},${[0, 1, 2].map((leg) => drawn(index, factor, leg)).join()}`),
  )
  const loaded = await store.load(factorCsv(...rows.filter((row) => !row.startsWith(`${GAP},${GAPPED},`))))
  expect(loaded.faults).toEqual([])
  report = await getReport(await weekRequest())
})

it('has the totals of each family and of all factors', () => {
  const { totals = [], all } = report.many ?? {}
  expect(totals.map(({ code, count }) => [code, count])).toEqual([
    ['price', 50],
    ['volume', 7],
    ['text', 3],
  ])
  for (const own of [...totals, ...(all ? [all] : [])]) {
    const codes = CODES.filter((_, index) => own.code === '' || familyOf(index) === own.code)
    for (const [measure, legs] of Object.entries(MEASURES) as ['longShort' | 'longExcess', [number, number]][])
      for (const [window, days] of Object.entries(WINDOWS) as ['week' | 'month' | 'year', string[]][]) {
        const values = codes.flatMap((code) => spread(code, legs, days) ?? [])
        const { up, down, known, mean, best, worst } = own[measure][window]
        expect([up, down, known]).toEqual([
          values.filter((value) => value >= 0.00005).length,
          values.filter((value) => value <= -0.00005).length,
          values.length,
        ])
        expect(mean).toBeCloseTo(values.reduce((sum, value) => sum + value, 0) / values.length, 12)
        expect([best?.value, worst?.value]).toEqual([
          expect.closeTo(Math.max(...values), 12),
          expect.closeTo(Math.min(...values), 12),
        ])
        expect(spread(best?.code ?? '', legs, days)).toBeCloseTo(Math.max(...values), 12)
      }
  }
  expect(all?.longShort.week.known).toBe(59)
})

it('has the average of the factor with the earliest inception as the market', () => {
  const { firstDay, asOf } = report.week
  const ofWeek = DAYS.flatMap((day, index) => (day >= firstDay && day <= asOf ? [Number(drawn(index, 0, 2))] : []))
  expect(report.market.map(({ code }) => code)).toEqual(['universe'])
  const grown = ofWeek.reduce((nav, daily) => nav * (1 + daily), 1) - 1
  expect(report.market[0]?.returns.week.value).toBeCloseTo(grown, 12)
})

/** Returns the z-score of a week of a factor against those before it, all within three years. */
function plainScore(spreads: (number | null)[], week: number): number | null {
  const [value = null, past] = [spreads[week], spreads.slice(0, week).filter((own) => own !== null)]
  if (value === null || past.length < 52) return null
  const mean = past.reduce((sum, own) => sum + own, 0) / past.length
  const variance = past.reduce((sum, own) => sum + (own - mean) ** 2, 0) / (past.length - 1)
  return (value - mean) / Math.sqrt(variance)
}

it('has the most similar earlier weeks of all factors, and what followed them', async () => {
  const weeks = [...new Set(DAYS.map(weekOf))].map((week) => DAYS.filter((day) => weekOf(day) === week))
  const spreads = CODES.map((code) => weeks.map((days) => spread(code, [0, 1], days)))
  const last = weeks.length - 1
  const own = spreads.map((values) => plainScore(values, last))
  const compared = weeks.slice(0, last - 4).flatMap((days, week) => {
    const gaps = spreads.flatMap((values, index) => {
      const [score, now] = [plainScore(values, week), own[index] ?? null]
      return score === null || now === null ? [] : [(score - now) ** 2]
    })
    const distance = Math.sqrt(gaps.reduce((sum, gap) => sum + gap, 0) / gaps.length)
    return gaps.length < 30 ? [] : [{ week, asOf: days.at(-1) ?? '', distance }]
  })
  const nearest = compared.toSorted((a, b) => a.distance - b.distance).slice(0, 5)
  const found = report.similarWeeks
  expect([found?.factors, found?.compared]).toEqual([59, compared.length])
  expect(found?.weeks.map(({ asOf }) => asOf)).toEqual(nearest.map(({ asOf }) => asOf))
  const mean = (days: string[]) => {
    const known = CODES.map((code) => spread(code, [0, 1], days)).filter((value) => value !== null)
    return known.reduce((sum, value) => sum + value, 0) / known.length
  }
  for (const [index, { distance, nextWeek, nextMonth }] of (found?.weeks ?? []).entries()) {
    const { week = 0, distance: wanted = Number.NaN } = nearest[index] ?? {}
    expect(distance).toBeCloseTo(wanted, 9)
    expect(nextWeek.longShort).toBeCloseTo(mean(weeks[week + 1] ?? []), 11)
    expect(nextMonth.longShort).toBeCloseTo(mean(weeks.slice(week + 1, week + 5).flat()), 11)
    const daily = (weeks[week + 1] ?? []).map((day) => drawn(DAYS.indexOf(day), 0, 2))
    expect(nextWeek.universe).toBeCloseTo(daily.reduce((nav, own) => nav * (1 + own), 1) - 1, 11)
  }
  const html = await pageOf('')
  for (const { asOf } of nearest) expect(html).toContain(`data-similar="${asOf}"`)
})

it('chooses the factors whose week is unusual, and gives them their rank among all', () => {
  const unusual = unusualCodes()
  expect(unusual.length).toBeGreaterThan(3)
  expect(report.many?.unusual).toBe(unusual.length)
  const rows = report.table1.flatMap((family) => family.rows)
  expect(rows.map(({ code }) => code).sort()).toEqual([...(report.many?.chosen ?? [])].sort())
  expect(unusual).toEqual(expect.arrayContaining(rows.map(({ code }) => code)))
  const distances = (report.many?.chosen ?? []).map((code) =>
    Math.abs(Number(rows.find((row) => row.code === code)?.standing.zScore)),
  )
  expect(distances).toEqual(distances.toSorted((a, b) => b - a))
  const weeks = CODES.flatMap((code) => spread(code, [0, 1], WINDOWS.week) ?? [])
  for (const { code, standing } of rows) {
    const own = Number(spread(code, [0, 1], WINDOWS.week))
    expect(standing.rank, code).toBe(1 + weeks.filter((value) => value > own).length)
  }
})

it('says of the factor that lacks a day why it has no value', () => {
  expect(report.missingNotes.map(({ code }) => code)).toEqual([GAPPED])
  const { checked, findings } = report.dataQuality
  const gaps = findings.filter(({ kind }) => kind !== 'outlying')
  expect([checked, gaps.map(({ kind, code }) => [kind, code])]).toEqual([60, [['missing', GAPPED]]])
})

describe('the pages', () => {
  it('show families with links, and the unusual factors', async () => {
    const html = await pageOf('')
    for (const { code, nameEn } of FAMILIES)
      expect(html).toContain(`href="/en/weeks/${LAST}?family=${code}" class="hover:text-accent">${nameEn}</a>`)
    const rows = [...html.matchAll(/<tr data-series="(\w+)"/g)].map(([, code]) => code)
    expect(rows).toEqual(report.many?.chosen)
    expect(html.match(/<[a-z]/g)?.length).toBeLessThan(5_000)
  })

  it('show a family in parts, with sections and charts', async () => {
    const parts = await Promise.all(['', '&page=2', '&page=3'].map((page) => pageOf(`?family=price${page}`)))
    const codes = parts.flatMap((html) => [...html.matchAll(/<tr data-series="(\w+)"/g)].map(([, code]) => code))
    expect(codes).toEqual(CODES.slice(0, 50))
    const charts = parts.map((html) => new Set(html.match(/\/relative-strength\/\w+\//g)).size)
    expect(charts).toEqual([20, 20, 10])
    expect(parts[1]).toContain('factors 21 to 40 of 50')
  })

  it('refuse an unknown family and a part that does not exist', async () => {
    const request = await weekRequest()
    expect(await getFamilyReport(request, { family: 'none', page: 1 })).toBe('none')
    expect(await getFamilyReport(request, { family: 'price', page: 4 })).toBe('none')
    await expect(pageOf('?page=2')).rejects.toThrow('NEXT_HTTP_ERROR_FALLBACK;404')
  })

  it('has the same ranks and letters on the page of a family', async () => {
    const found = await getFamilyReport(await weekRequest(), { family: 'text', page: 1 })
    if (typeof found === 'string') throw new Error(found)
    const rows = found.table1.flatMap((family) => family.rows)
    const whole = report.many?.families.at(-1)?.rows ?? []
    expect(rows.map(({ standing: { rank, lastRank } }) => [rank, lastRank])).toEqual(
      whole.map(({ standing: { rank, lastRank } }) => [rank, lastRank]),
    )
    expect(rows.map(({ noteLetter }) => noteLetter)).toEqual([null, null, 'a'])
  })
})

describe('long lists', () => {
  it('compares the conventions of fifty factors a page', async () => {
    const request = { ...(await weekRequest()) }
    const parts = await Promise.all([1, 2, 3].map((page) => getReconciliation(request, page)))
    const rowsOf = (part: (typeof parts)[number]) => part?.reconciliation.groups.map(({ rows }) => rows) ?? []
    expect(parts.map((part) => part && [part.from, part.to, part.count, part.pages])).toEqual([
      [1, 50, 60, 2],
      [51, 60, 60, 2],
      null,
    ])
    for (const [index, legs] of [MEASURES.longShort, MEASURES.longExcess].entries()) {
      const rows = parts.flatMap((part) => rowsOf(part)[index] ?? [])
      expect(rows.map(({ code }) => code)).toEqual(CODES)
      for (const { code, windows } of rows) {
        const wanted = spread(code, [...legs], WINDOWS.year)
        if (wanted === null) expect(windows.year.arithmetic).toBeNull()
        else expect(windows.year.arithmetic).toBeCloseTo(wanted, 12)
      }
    }
  })

  it('name twenty series of a load in the list of loads, and all on the page of the load', async () => {
    const list = await openPage('/data', 'en')
    expect(list.match(/ new, 0 restated/g)).toHaveLength(20)
    expect(list).toContain('href="/en/data/2#series"')
    const load = await openPage('/data/2', 'en')
    const rows = [...load.matchAll(/<th scope="row">(.*?)<\/th><td[^>]*>.*?<\/td><td[^>]*>(\d+)<\/td>/g)]
    expect(new Map(rows.map(([, name, added]) => [name, Number(added)]))).toEqual(
      new Map(CODES.map((code) => [`Short ${code}`, code === GAPPED ? DAYS.length - 1 : DAYS.length])),
    )
  })

  it('has the highest and the lowest of more than 1,000 factors in the appendix', () => {
    const { many } = report
    if (!many) throw new TypeError('many factors')
    const times = 20
    const rows = many.families.flatMap((family) => family.rows)
    const families = Array.from({ length: times }, (_, copy) => ({
      code: `family-${copy}`,
      name: `Family ${copy}`,
      up: 0,
      down: 0,
      rows: rows.map((row) => ({ ...row, name: `${row.name} of ${copy}` })),
    }))
    const all = { ...many.all, count: times * rows.length }
    const job = { report: { ...report, many: { ...many, families, all } }, publisher: SAMPLE_PRINT.publisher }
    const table = appendixOf(job, 9)?.table
    const plain = families.flatMap((family) =>
      family.rows.flatMap(({ code, name }) => {
        const value = spread(code, [...MEASURES.longShort], WINDOWS.week)
        return value === null ? [] : [{ name, value }]
      }),
    )
    const ranked = plain.toSorted((a, b) => b.value - a.value)
    const namesOf = (group: number) => table?.groups[group]?.rows.map(([name]) => name?.text.replace(/ \(a\)$/, ''))
    expect(namesOf(0)).toEqual(ranked.slice(0, 250).map(({ name }) => name))
    expect(namesOf(1)).toEqual(ranked.slice(-250).map(({ name }) => name))
    expect(table?.notes[0]).toContain('700')
  })
})

describe('what is taken away', () => {
  it('has every factor in the file', () => {
    const [, ...lines] = parse(writeCsv(summaryTable(report)), { bom: true }) as string[][]
    expect(lines.map((line) => line[2])).toEqual(CODES.flatMap((code) => [code, code]))
    for (const [, , code = '', , , measure, week] of lines) {
      const legs = measure === 'Long–short return' ? MEASURES.longShort : MEASURES.longExcess
      const wanted = spread(code, [...legs], WINDOWS.week)
      if (wanted === null) expect(week).toBe('')
      else expect(Number(week)).toBeCloseTo(wanted, 12)
    }
    expect(lines.at(-1)?.[15]).toContain(GAP)
  })

  it('has families and unusual factors in mail and text', async () => {
    const path = { locale: 'en', view: await segmentOf('', `/weeks/${LAST}`), date: LAST }
    const answered = async (form: SummaryForm) =>
      (await answerSummary(new Request('https://desk.example/'), path, form)).text()
    const mail = await answered(SUMMARY_MAIL)
    const { text } = z.object({ text: z.string() }).parse(JSON.parse(await answered(SUMMARY_COPY)))
    for (const { nameEn } of FAMILIES) for (const output of [mail, text]) expect(output).toContain(nameEn)
    const quiet = CODES.filter((code) => !report.many?.chosen.includes(code))
    expect(mail.match(/Short f\d+/g)?.length).toBeLessThan(12 * 2 + 40)
    expect(text.split('\n').filter((line) => quiet.some((code) => line.startsWith(`Short ${code}:`)))).toEqual([])
  })

  it('has families, sections of the unusual factors and an appendix of all in the PDF', {
    timeout: 60_000,
  }, async () => {
    const wanted = { ...(await weekRequest()), ...SAMPLE_PRINT }
    const { bytes, fault } = fillOrder(await getReportOrder('report', wanted))
    expect(fault).toBeNull()
    const onePage = await readPdf(fillOrder(await getReportOrder('one-page', wanted)).bytes)
    expect(onePage.pages).toHaveLength(1)
    const { pages, texts } = await readPdf(bytes)
    const text = texts.join('')
    const count = (part: string) => text.split(part.replaceAll(' ', '')).length - 1
    // Once in each table by family, and in the appendix.
    for (const { nameEn } of FAMILIES) expect(count(nameEn), nameEn).toBeGreaterThanOrEqual(3)
    const appendix = pages.slice(-3).flat().join('\n')
    for (const code of CODES) expect(appendix).toMatch(new RegExp(`Factor ${code}\\b`))
    expect(pages.length).toBeLessThan(25)
  })
})
