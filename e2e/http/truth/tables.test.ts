/** Holds each figure of tables and comparisons against its definition. */
import { parse } from 'csv-parse/sync'
import { parseHTML } from 'linkedom'
import { expect, test } from 'vitest'
import { CONVENTIONS } from '@/lib/base/convention'
import { formatPercent, formatRatio, formatSigned } from '@/lib/base/format'
import { STROKES } from '@/lib/charts/line-strokes'
import { OPTIONAL_COLUMNS } from '@/lib/report/table/table-view'
import { drawnTexts } from '@/lib/testing/charts/drawn-texts'
import { attributesIn, find, getBytes, getPage, textOf, textsIn } from '../client'
import { between, getLegs, grown, lineFigures, lineOf, pairOf, runFigures, weekKey, windowSince } from './naive-figures'
import { sampledConventions, sampledSeries } from './sampled-series'
import { AS_OF, bridgeFigures, CHOSEN, measureOf, measuresOf, namedFigures, STARTS, stripOf } from './table-figures'

const WEEK = `/weeks/${AS_OF}`
const chosenLegs = Promise.all(sampledSeries('tables', 1).map(({ folder, code }) => getLegs(folder, code)))

for (const convention of sampledConventions('tables')) {
  test(`the wall and its table, ${convention}`, async () => {
    const wall = await getPage(`/en/factors?convention=${convention}`)
    const table = await getPage(`/en/factors?convention=${convention}&show=table`)
    for (const legs of await chosenLegs) {
      const own = find(table.document, `tr[data-series="${legs.code}"]`)
      for (const [name, value] of Object.entries(namedFigures(pairOf(legs), convention)))
        expect(textOf(own.querySelector(`[data-period="${name}"]`)), `${legs.code} ${name}`).toBe(formatPercent(value))
      for (const [index, value] of stripOf(pairOf(legs), convention).entries()) {
        const window = ['week', 'month', 'year'][index]
        const cell = find(wall.document, `dd[data-cell="${legs.code}.${measureOf(legs)}.${window}"]`)
        expect(textOf(cell.firstElementChild)).toBe(formatPercent(value))
      }
    }
  })

  test(`the report, its files and the reconciliation, ${convention}`, async () => {
    const columns = OPTIONAL_COLUMNS.join(',')
    const { document } = await getPage(`/en${WEEK}?columns=${columns}&convention=${convention}`)
    const both = await getPage(`/en${WEEK}/reconciliation`)
    const csv = (await getBytes(`/en${WEEK}/summary.csv?convention=${convention}`)).toString()
    const [, ...lines]: string[][] = parse(csv, { bom: true })
    const mail = parseHTML((await getBytes(`/en${WEEK}/mail.html?convention=${convention}`)).toString()).document
    const mailed = [...mail.querySelectorAll('tr')].map((row) => textsIn(row, 'td').join(' '))
    for (const legs of await chosenLegs) {
      for (const [measure, pair] of measuresOf(legs)) {
        const id = `${legs.code}.${measure}`
        const windows = stripOf(pair, convention)
        const shown = ['week', 'month', 'year'].map((name) => cellIn(document, `${id}.${name}`))
        expect(shown, id).toEqual(windows.map((value) => formatPercent(value)))
        const printed = shown.join(' ')
        expect(
          mailed.filter((row) => row.includes(printed)),
          `${id} in the mail`,
        ).not.toEqual([])
        const exported = lines.find((cells) => cells[2] === legs.code && MEASURES.get(cells[5] ?? '') === measure)
        expect(exported?.slice(6, 9).map(Number), id).toEqual(windows.map((value) => expect.closeTo(Number(value), 9)))
        const reconciled = textsIn(find(both.document, `#${measure} tr[data-series="${legs.code}"]`), 'td')
        for (const [index, start] of [STARTS.week, STARTS.month, STARTS.year].entries()) {
          const [a, g] = CONVENTIONS.map((each) => Number(windowSince(pair, start, AS_OF, each))) as [number, number]
          const against = grown(between(pair, start, AS_OF).b) - 1
          const figures = [a, g, a - g, against].map((value) => formatPercent(value))
          expect(reconciled.slice(4 * index, 4 * index + 4), `${id} ${start}`).toEqual(figures)
        }
      }
      const pair = pairOf(legs)
      if (legs.folder === 'portfolios')
        for (const window of ['week', 'month', 'year'] as const)
          expect(cellIn(document, `${legs.code}.absolute.${window}`)).toBe(
            formatPercent(grown(between(pair, STARTS[window], AS_OF).a) - 1),
          )
      const id = `${legs.code}.${measureOf(legs)}`
      expect(cellIn(document, `${id}.quarter`)).toBe(
        formatPercent(windowSince(pair, STARTS.quarter, AS_OF, convention)),
      )
      expect(cellIn(document, `${id}.oneYear`)).toBe(
        formatPercent(windowSince(pair, STARTS.oneYear, AS_OF, convention)),
      )
      expect(cellIn(document, `${id}.drawdown`)).toBe(formatPercent(lineFigures(pair).current))
    }
  })

  test(`a comparison over the year and over a chosen period, ${convention}`, async () => {
    const all = await chosenLegs
    const codes = all.map(({ code }) => code)
    const [first, second] = codes
    for (const { from, to } of [{ from: STARTS.year, to: AS_OF }, CHOSEN]) {
      const query = `series=${codes.join(',')}&from=${from}&to=${to}&pair=${first},${second}&convention=${convention}`
      const { document } = await getPage(`/en/compare?${query}`)
      for (const legs of all) {
        const pair = between(pairOf(legs), '', to)
        const cell = (name: string) => textOf(find(document, `td[data-cell="${legs.code}.${name}"]`))
        for (const [name, value] of Object.entries(namedFigures(pair, convention, to)))
          expect(cell(name), `${legs.code} ${name}`).toBe(formatPercent(value))
        const line = lineFigures(between(pair, from, to))
        expect(cell('periodReturn')).toBe(formatPercent(line.total))
        expect(cell('annualised')).toBe(formatPercent(line.perYear))
        expect(cell('volatility')).toBe(formatRatio(100 * line.volatility))
        expect(cell('ratio')).toBe(formatSigned(line.ratio))
        expect(cell('drawdown')).toBe(formatPercent(line.deepest))
        expect(cell('tStatistic')).toBe(formatSigned(line.t))
        const bridge = textOf(document.querySelector(`[data-bridge="${legs.code}"]`))
        const isBoth = convention === 'arithmetic' && to === AS_OF
        expect(bridge.match(/[+−]?\d+\.\d\d%/g) ?? []).toEqual(isBoth ? bridgeFigures(between(pair, from, to)) : [])
      }
      const lines = all.map((legs) => lineOf(between(pairOf(legs), from, to)))
      const ends = lines.map((line) => Number(line.at(-1)))
      const labelled = ends.slice(0, STROKES.length).map((end) => formatRatio(end))
      await expectEnds(document, 'comparison', labelled)
      await expectEnds(document, 'pair-difference', [formatPercent(Number(ends[0]) / Number(ends[1]) - 1)])
      const weekly = all.map((legs) =>
        runFigures(between(pairOf(legs), '', to), weekKey, between(pairOf(legs), from, to), 'geometric'),
      )
      const [a = [], b = []] = weekly.map((weeks) => weeks.map(({ value }) => value))
      const shown = textsIn(document, `[data-pair="${first},${second}"]`)
      expect(shown[0]).toBe(formatSigned(correlationOf(a, b)))
    }
  })
}

test('the methodology explains both kinds with a worked example', async () => {
  for (const language of ['', '/en']) {
    const { document } = await getPage(`${language}/methodology`)
    expect(textOf(document.getElementById('twoKinds'))).not.toBe('')
    // Legs of −1 %, −17.5 % and −25 %; 0.99 / 0.75 = 1.32 = 1.2 · 1.1; 1.32³ = 2.2999…
    const example = textOf(document.getElementById('worked'))
    for (const figure of ['−1.00%', '−17.50%', '−25.00%', '+24.00%', '+32.00%', '1.32', '1.20', '1.10', '+130.00%'])
      expect(example).toContain(figure)
  }
})

/** Names of the measures in exported files. */
const MEASURES = new Map([
  ['Long–short return', 'longShort'],
  ['Long excess', 'longExcess'],
  ['Excess return', 'excess'],
])

/** Returns the figure in a cell of a table. */
function cellIn(document: Document, id: string): string {
  return textOf(document.querySelector(`td[data-cell="${id}"]`)?.firstElementChild)
}

async function expectEnds(document: Document, kind: string, expected: string[]): Promise<void> {
  const picture = attributesIn(document, 'main figure img', 'src').find((src) => src.split('/')[4] === kind) ?? ''
  const texts = drawnTexts((await getBytes(picture)).toString()).map(({ text }) => text)
  const missing = expected.filter((figure) => !texts.some((text) => text === figure || text.endsWith(` ${figure}`)))
  expect(missing, picture).toEqual([])
}

function correlationOf(a: readonly number[], b: readonly number[]): number {
  const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length
  const product = (x: readonly number[], y: readonly number[]) =>
    x.reduce((sum, value, index) => sum + (value - mean(x)) * (Number(y[index]) - mean(y)), 0)
  return product(a, b) / Math.sqrt(product(a, a) * product(b, b))
}
