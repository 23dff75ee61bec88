/** Holds each figure of the API and of PDFs against its definition. */
import { expect, test } from 'vitest'
import { z } from 'zod'
import type { Convention } from '@/lib/base/convention'
import { formatPercent, formatPercentInText, formatRatio, formatSigned } from '@/lib/base/format'
import { bare, readPdf } from '@/lib/testing/pdf/read-pdf'
import { getBytes } from '../client'
import {
  between,
  getLegs,
  indexFigures,
  lineFigures,
  lineOf,
  monthKey,
  type Pair,
  pairOf,
  runFigures,
  weekKey,
  windowFigure,
  windowSince,
  yearKey,
} from './naive-figures'
import { sampledConventions, sampledSeries } from './sampled-series'
import { AS_OF, bridgeFigures, CHOSEN, measuresOf, namedFigures, STARTS, stripOf } from './table-figures'

const chosenLegs = Promise.all(sampledSeries('files', 1).map(({ folder, code }) => getLegs(folder, code)))
const answer = z.object({ rows: z.array(z.record(z.string(), z.unknown())) })
const rowsOf = async (path: string) => answer.parse(JSON.parse((await getBytes(path)).toString())).rows
const near = (value: number | null) => (value === null ? null : expect.closeTo(value, 9))

for (const convention of sampledConventions('files')) {
  test(`every endpoint, ${convention}`, async () => {
    for (const legs of await chosenLegs) {
      const query = `convention=${convention}`
      const summaries = await rowsOf(`/api/v1/summaries.json?series=${legs.code}&${query}`)
      for (const [index, [measure, pair]] of measuresOf(legs).entries()) {
        const figures = Object.entries(namedFigures(pair, convention)).map(([name, value]) => [name, near(value)])
        expect(summaries[index]).toMatchObject({ measure, ...Object.fromEntries(figures) })
      }
      const [found] = await rowsOf(
        `/api/v1/statistics.json?series=${legs.code}&from=${CHOSEN.from}&to=${CHOSEN.to}&${query}`,
      )
      const chosen = between(pairOf(legs), CHOSEN.from, CHOSEN.to)
      const line = lineFigures(chosen)
      const weeks = runFigures(pairOf(legs), weekKey, chosen, convention).map(({ value }) => value)
      const months = runFigures(pairOf(legs), monthKey, chosen, convention).map(({ value }) => value)
      expect(found).toMatchObject({
        periodReturn: near(line.total),
        annualisedReturn: near(line.perYear),
        volatility: near(line.volatility),
        returnToRisk: near(line.ratio),
        tStatistic: near(line.t),
        skewness: near(line.skewness),
        maxDrawdown: near(line.deepest),
        currentDrawdown: near(line.current),
        bestWeek: near(Math.max(...weeks)),
        worstMonth: near(Math.min(...months)),
        weekWins: weeks.filter((value) => value > 0).length,
        ...Object.fromEntries(
          Object.entries(indexFigures(between(pairOf(legs), '', CHOSEN.to), chosen)).map(([name, value]) => [
            name,
            legs.folder === 'portfolios' ? near(value) : null,
          ]),
        ),
      })
      const [year] = await rowsOf(`/api/v1/months.json?series=${legs.code}&${query}`)
      expect(year).toMatchObject({
        aug: near(windowSince(pairOf(legs), STARTS.month, AS_OF, convention)),
        wholeYear: near(windowSince(pairOf(legs), STARTS.year, AS_OF, convention)),
      })
      const daily = await rowsOf(
        `/api/v1/${legs.folder}/${legs.code}/daily.json?from=${CHOSEN.from}&to=${CHOSEN.to}&${query}`,
      )
      const end = Number(lineOf(chosen).at(-1))
      const lastDay = windowFigure(between(chosen, CHOSEN.to, CHOSEN.to), convention)
      expect(daily.at(-1)).toMatchObject(
        legs.folder === 'factors'
          ? { longShort: near(lastDay), relativeStrength: near(end), drawdown: near(line.current) }
          : { excess: near(lastDay), cumulativeExcess: near(end - 1), drawdown: near(line.current) },
      )
    }
  })

  test(`both pages of a factsheet, ${convention}`, async () => {
    for (const legs of await chosenLegs) {
      const pdf = await readPdf(
        await getBytes(`/en/${legs.folder}/${legs.code}/factsheet.pdf?convention=${convention}`),
      )
      const [first = '', second = ''] = pdf.texts
      const pair = pairOf(legs)
      const line = lineFigures(pair)
      const isFactor = legs.folder === 'factors'
      for (const [, each] of measuresOf(legs)) expect(first).toContain(printedStrip(each, convention))
      expect(first).toContain(bare(isFactor ? formatRatio(1 + line.total) : formatPercent(line.total)))
      const bridge = bridgeFigures(between(pair, STARTS.year, AS_OF)).map(bare)
      const hasBridge = convention === 'arithmetic'
      expect(first.includes('(tablesandbars)')).toBe(hasBridge)
      if (hasBridge) expect(bridge.filter((figure) => !first.includes(figure))).toEqual([])
      const statistics = {
        'Cumulative return since inception': formatPercentInText(line.total),
        'Annualised return': formatPercentInText(line.perYear),
        'Annualised volatility': `${formatRatio(100 * line.volatility)}%`,
        'Information ratio': formatSigned(line.ratio),
        't-statistic': formatSigned(line.t),
        Skewness: formatSigned(line.skewness),
        'Maximum drawdown': `${formatPercent(line.deepest)}%`,
      }
      for (const [name, figure] of Object.entries(statistics)) expect(second, legs.code).toContain(bare(name + figure))
      for (const keyOf of [weekKey, monthKey]) {
        const values = runFigures(pair, keyOf, pair, convention).map(({ value }) => value)
        const name = keyOf === weekKey ? 'week' : 'month'
        expect(second).toContain(bare(`Best ${name}${formatPercentInText(Math.max(...values))}`))
        expect(second).toContain(bare(`Worst ${name}${formatPercentInText(Math.min(...values))}`))
      }
      for (const { end, value } of runFigures(pair, yearKey, pair, convention)) {
        const months = runFigures(pair, monthKey, between(pair, `${yearKey(end)}-01-01`, end), convention)
        const row = [yearKey(end), ...months.map((month) => formatPercent(month.value)), formatPercent(value)]
        expect(second).toContain(bare(row.join('')))
      }
    }
  })

  test(`the sections of the PDF report, ${convention}`, async () => {
    const { texts } = await readPdf(await getBytes(`/en/weeks/${AS_OF}/report.pdf?convention=${convention}`))
    const text = texts.join('')
    for (const legs of await chosenLegs) {
      const pair = pairOf(legs)
      expect(text, legs.code).toContain(printedStrip(pair, convention))
      const total = lineFigures(pair).total
      expect(text).toContain(bare(legs.folder === 'factors' ? formatRatio(1 + total) : formatPercent(total)))
    }
  })
}

/** Returns the figures of week, month and year as a row of a PDF. */
function printedStrip(pair: Pair, convention: Convention): string {
  return bare(
    stripOf(pair, convention)
      .map((value) => formatPercent(value))
      .join(''),
  )
}
