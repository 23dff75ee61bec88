/** A week of 60 factors: its page, the pages of its families, files, mail, text and PDF, against plain loops. */
import { parse } from 'csv-parse/sync'
import { beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import WeekPage from '@/app/[locale]/[view]/weeks/[date]/page'
import { answerSummary, type SummaryForm } from '@/lib/export/answer-summary'
import { SUMMARY_COPY } from '@/lib/export/summary-copy'
import { SUMMARY_MAIL } from '@/lib/export/summary-mail'
import { summaryTable } from '@/lib/export/summary-tables'
import { writeCsv } from '@/lib/export/write-csv'
import { fillOrder } from '@/lib/pdf/fill-order'
import { getReportOrder } from '@/lib/pdf/get-report-order'
import { getFamilyReport, getReport } from '@/lib/report/build/get-report'
import type { Report } from '@/lib/report/model/report'
import { htmlOf, segmentOf } from './pages/in-process'
import { readPdf } from './pdf/read-pdf'
import { SAMPLE_PRINT } from './pdf/sample-publisher'
import { weekOf } from './report/plain-figures'
import {
  CODES,
  DAYS,
  drawn,
  FAMILIES,
  familyOf,
  GAP,
  GAPPED,
  LAST,
  MEASURES,
  sixtyFactors,
  spread,
  WINDOWS,
  weekRequest,
} from './report/sixty-factors'

sixtyFactors()
let report: Report

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

async function pageOf(search: string): Promise<string> {
  const view = await segmentOf(search, `/weeks/${LAST}`)
  return htmlOf(await WeekPage({ params: Promise.resolve({ locale: 'en', view, date: LAST }) }))
}

beforeAll(async () => {
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
