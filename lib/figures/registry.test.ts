/** Checks every kind in the registry: rows, texts, tables and pictures at each of its sizes. */
import { readFile } from 'node:fs/promises'
import { beforeAll, describe, expect, it } from 'vitest'
import { renderSvg } from '@/lib/charts/render-svg'
import { paletteOf } from '@/lib/charts/theme'
import { getVersionStamp } from '@/lib/db/queries/versions/get-version-stamp'
import { drawnTexts, faults } from '@/lib/testing/charts/drawn-texts'
import { demoStore } from '@/lib/testing/database/test-store'
import { demoFiles } from '@/lib/testing/demo/demo-files'
import { IS_LONG_RUN, sampleOf } from '@/lib/testing/run/run-mode'
import { drawFigure } from './draw-figure'
import { ALL_FACTORS, type FigureRequest } from './figure-request'
import { getFigureContext } from './get-figure-context'
import { getFigureRows } from './get-figure-rows'
import type { FigureContext, FigureKind, FigureRows } from './kinds/figure-kind'
import { FIGURE_NAMES, FIGURES, type FigureName, isSmallMultiple, sizesOf } from './registry'
import { SIZES } from './rows/sizes'

const FACTOR = 'intraday-skewness'
const PORTFOLIO = 'csi500-ai-enhanced'
const TERMS = { from: '2023-01-03', to: '2024-08-30', axis: 'linear' } as const
/** What no text may contain. */
const BROKEN = /undefined|NaN|null|Infinity|\[object|[{}]/

const store = demoStore()
let stamp: string

beforeAll(async () => {
  const quality = ['date,series,ic,rank_ic', `2024-07-31,${FACTOR},0.02,0.03`, `2024-08-30,${FACTOR},-0.01,`]
  const { version } = await store.load(`${quality.join('\n')}\n`, { name: 'quality.csv' })
  expect(version).toBe(4)
  const contributions = await readFile((await demoFiles()).contributions)
  expect(await store.load(contributions, { name: 'contributions.csv' })).toMatchObject({ version: 5, faults: [] })
  stamp = (await getVersionStamp(5)) ?? ''
})

const LANGUAGES = [
  ['zh', 'arithmetic'],
  ['en', 'geometric'],
] as const

/** The language of the first kind in a usual run; the next kind has the other one, and so on. A long run takes both. */
const [first = 0] = sampleOf('the first language', [0, 1], 1)
const languagesOf = (kind: FigureName) =>
  LANGUAGES.filter((_, at) => IS_LONG_RUN || (FIGURE_NAMES.indexOf(kind) + first) % LANGUAGES.length === at)

describe.each(FIGURE_NAMES)('%s', (kind) => {
  it.each(languagesOf(kind))(
    'has rows, texts, tables and a picture at each of its sizes, %s, %s',
    async (locale, convention) => {
      const request = { ...requestOf(kind), locale, convention }
      const [rows, context] = await Promise.all([getFigureRows(request), getFigureContext(request)])
      if (rows === null) throw new Error('the request has no rows')
      const figure = FIGURES[kind]
      expect(figure.emptyReason?.(rows, context) ?? null).toBeNull()
      // The page says once, for all small multiples, what they show.
      if (!isSmallMultiple(kind)) expectTexts(figure, rows, context)
      for (const size of sizesOf(kind)) {
        const { widthPx, heightPx } = SIZES[size]
        const outline = isSmallMultiple(kind) ? { outline: { shared: null, hasLabels: true } } : {}
        const frame = { widthPx, heightPx, palette: paletteOf('light', 'red'), ...outline }
        const svg = drawFigure({ kind, rows }, frame)
        expect(faults(drawnTexts(svg), frame), size).toEqual([])
        expect(svg, size).not.toMatch(/undefined|NaN|Infinity/)
        expect(svg, size).toBe(renderSvg(figure.option(rows, frame), frame))
      }
    },
  )
})

function expectTexts(figure: FigureKind, rows: FigureRows, context: FigureContext): void {
  const { head, rows: cells } = figure.table(rows, context)
  const texts = [figure.title(context), figure.note(rows, context), figure.summary(rows, context), ...head]
  for (const text of texts) expect(text).not.toBe('')
  for (const text of [...texts, ...cells.flat(), figure.subject?.(context) ?? '']) expect(text).not.toMatch(BROKEN)
  expect(cells.length).toBeGreaterThan(0)
  for (const row of cells) expect(row).toHaveLength(head.length)
  const exported = figure.exportTable(rows, context)
  for (const row of exported.rows) expect(row).toHaveLength(exported.columns.length)
}

/** Returns a request that the source of the kind can answer. */
function requestOf(kind: FigureName): Omit<FigureRequest, 'locale' | 'convention'> {
  const shared = { kind, version: 5, stamp, asOf: '2024-08-30' }
  switch (FIGURES[kind].source.of) {
    case 'factors':
      return { ...shared, code: ALL_FACTORS }
    case 'comparison':
      return { ...shared, code: [FACTOR, 'improved-reversal', PORTFOLIO].join(), terms: TERMS }
    case 'pair':
      return { ...shared, code: [FACTOR, 'improved-reversal'].join(), terms: TERMS }
    case 'series':
      return { ...shared, code: /excess/.test(kind) ? PORTFOLIO : FACTOR }
    case 'contributions':
      return { ...shared, code: PORTFOLIO, terms: TERMS }
    default:
      return { ...shared, code: FACTOR, terms: TERMS }
  }
}
