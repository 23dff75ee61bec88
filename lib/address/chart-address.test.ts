import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { COLOURS } from '@/lib/base/appearance'
import { CONVENTIONS } from '@/lib/base/convention'
import { addDays } from '@/lib/base/dates'
import { LOCALES } from '@/lib/base/locale'
import { ISSUE_KINDS } from '@/lib/base/window-kind'
import { TONES } from '@/lib/charts/frame'
import type { FigureRequest } from '@/lib/figures/figure-request'
import { FIGURE_NAMES, FIGURES, isSmallMultiple, sizesOf } from '@/lib/figures/registry'
import { AXES, LEG_ROLES } from '@/lib/figures/rows/terms'
import {
  FIGURE_FILES,
  figureHref,
  type PictureAddress,
  parseChartPath,
  pictureHref,
  ROWS_FILES,
  rowsHref,
  type SheetAddress,
  sheetHref,
} from './chart-address'

const code = fc.stringMatching(/^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/)
const WITHOUT_TERMS: readonly string[] = ['series', 'factors']

const windows = fc.constantFrom(undefined, ...ISSUE_KINDS)

const withoutWindow: fc.Arbitrary<FigureRequest> = fc.record({
  kind: fc.constantFrom(...FIGURE_NAMES.filter((kind) => WITHOUT_TERMS.includes(FIGURES[kind].source.of))),
  code,
  version: fc.integer({ min: 1, max: 999_999_999 }),
  stamp: fc.stringMatching(/^[0-9a-f]{8}$/),
  asOf: fc.integer({ min: 1, max: 4000 }).map((days) => addDays('2014-01-01', days)),
  locale: fc.constantFrom(...LOCALES),
  convention: fc.constantFrom(...CONVENTIONS),
})

const plain: fc.Arbitrary<FigureRequest> = fc
  .tuple(withoutWindow, windows)
  .map(([request, window]) => (window && FIGURES[request.kind].hasWindows ? { ...request, window } : request))

const terms = fc.record({
  from: fc.constantFrom('2014-01-02', '2019-12-31'),
  to: fc.constantFrom('2020-01-01', '2024-08-30'),
  axis: fc.constantFrom(...AXES),
})

const compared: fc.Arbitrary<FigureRequest> = fc
  .tuple(withoutWindow, fc.array(code, { minLength: 1, maxLength: 5 }), code, terms, fc.nat(2))
  .map(([request, codes, last, agreed, choice]) => ({
    ...request,
    ...(
      [
        { kind: 'comparison', code: [...codes, last].join() },
        { kind: 'pair-difference', code: [codes[0], last].join() },
        { kind: 'pair-correlation', code: [codes[0], last].join() },
      ] as const
    )[choice as 0 | 1 | 2],
    terms: agreed,
  }))

const overPeriod: fc.Arbitrary<FigureRequest> = fc
  .tuple(withoutWindow, terms, fc.subarray([...LEG_ROLES], { minLength: 1 }), fc.nat(4))
  .map(([request, agreed, legs, choice]) => ({
    ...request,
    ...(
      [
        { kind: 'series-chart', terms: agreed },
        { kind: 'series-chart', terms: { ...agreed, legs } },
        { kind: 'leg-split', terms: agreed },
        { kind: 'distribution', terms: agreed },
        { kind: 'ic', terms: agreed },
      ] as const
    )[choice as 0 | 1 | 2 | 3 | 4],
  }))

const request = fc.oneof(plain, compared, overPeriod)

const hundredths = (min: number, max: number) => fc.integer({ min, max }).map((count) => count / 100)

/** Low ends below one hundredth. */
const millionths = fc.integer({ min: 1, max: 9999 }).map((count) => count / 1_000_000)

const setting = fc.record({
  shared: fc.option(
    fc.record({
      from: fc.constant('2013-12-31'),
      low: fc.oneof(hundredths(1, 100), millionths),
      high: fc.oneof(hundredths(100, 9999), hundredths(1e7, 1e12)),
    }),
  ),
  hasLabels: fc.boolean(),
})

const picture: fc.Arbitrary<PictureAddress> = fc
  .tuple(request, fc.constantFrom(...TONES), fc.constantFrom(...COLOURS), setting, fc.nat())
  .map(([figureRequest, tone, colours, outline, choice]) => {
    const sizes = sizesOf(figureRequest.kind)
    const size = sizes[choice % sizes.length] ?? 'wide'
    return {
      request: figureRequest,
      size,
      tone,
      colours,
      outline: isSmallMultiple(figureRequest.kind) ? outline : null,
    }
  })

const sheet: fc.Arbitrary<SheetAddress> = fc
  .tuple(withoutWindow, fc.constantFrom('lines' as const, 'bars' as const), fc.nat({ max: 999 }), picture, fc.nat())
  .map(([{ kind: _, code: __, ...shown }, shape, part, { tone, colours }, choice]) => {
    const sizes = sizesOf(shape === 'lines' ? 'relative-strength' : 'legs')
    return { request: { ...shown, shape, part }, size: sizes[choice % sizes.length] ?? 'wide', tone, colours }
  })

const segmentsOf = (href: string) => href.slice('/charts/'.length).split('/')

const good = 'v12.5f3a9c1e/2024-08-30/legs/intraday-skewness/bars-light-red-zh-arithmetic.svg'

describe('addresses of charts', () => {
  it('parse to what was written', () => {
    fc.assert(
      fc.property(picture, (address) => {
        expect(parseChartPath(segmentsOf(pictureHref(address)))).toEqual({ form: 'picture', ...address })
      }),
    )
    fc.assert(
      fc.property(sheet, (address) => {
        expect(parseChartPath(segmentsOf(sheetHref(address)))).toEqual({ form: 'sheet', ...address })
      }),
    )
    fc.assert(
      fc.property(request, fc.constantFrom(...ROWS_FILES), (figureRequest, file) => {
        expect(parseChartPath(segmentsOf(rowsHref(figureRequest, file)))).toEqual({
          form: 'rows',
          file,
          request: figureRequest,
        })
      }),
    )
    fc.assert(
      fc.property(picture, fc.constantFrom(...FIGURE_FILES), (address, file) => {
        const figure = isSmallMultiple(address.request.kind) ? null : { form: 'figure', file, ...address }
        expect(parseChartPath(segmentsOf(figureHref(address, file)))).toEqual(figure)
      }),
    )
  })

  it('contain all parameters of the file', () => {
    const parsed = parseChartPath(good.split('/'))
    expect(parsed).toEqual({
      form: 'picture',
      request: {
        kind: 'legs',
        code: 'intraday-skewness',
        version: 12,
        stamp: '5f3a9c1e',
        asOf: '2024-08-30',
        locale: 'zh',
        convention: 'arithmetic',
      },
      size: 'bars',
      tone: 'light',
      colours: 'red',
      outline: null,
    })
  })

  it('round a shared scale outward', () => {
    const figureRequest: FigureRequest = {
      kind: 'outline',
      code: 'a',
      version: 1,
      stamp: '5f3a9c1e',
      asOf: '2024-08-30',
      locale: 'en',
      convention: 'geometric',
    }
    const shared = { from: '2013-12-31', low: 0.958, high: 4.361 }
    const href = pictureHref({
      request: figureRequest,
      size: 'cell',
      tone: 'dark',
      colours: 'cvd',
      outline: { shared, hasLabels: false },
    })
    expect(href).toBe('/charts/v1.5f3a9c1e/2024-08-30/outline/a/cell-dark-cvd-en-geometric-20131231.95.437-bare.svg')
  })

  it.each([
    'v12.5f3a9c1e/2024-08-30/sheet/lines-0/bars-light-red-zh-arithmetic.svg',
    'v12.5f3a9c1e/2024-08-30/sheet/lines-0/wide-light-red-zh-arithmetic.figure.svg',
    'v12.5f3a9c1e/2024-08-30/legs/a/bars-light-red-zh-arithmetic.png',
    'v12.5f3a9c1e/2024-08-30/legs/a/bars-light-red-zh-arithmetic.figure.pdf',
    'v12.5f3a9c1e/2024-08-30/legs/a/zh-arithmetic.txt',
    'v12.5f3a9c1e/2024-08-30/sheet/lines/wide-light-red-zh-arithmetic.svg',
    'v12.5f3a9c1e/2024-08-30/sheet/lines-00/wide-light-red-zh-arithmetic.svg',
    'v12.5f3a9c1e/2024-08-30/sheet/lines-0/zh-arithmetic.json',
    'v12/2024-08-30/legs/a/bars-light-red-zh-arithmetic.svg',
    'v12.5f3a9c1e.x/2024-08-30/legs/a/bars-light-red-zh-arithmetic.svg',
    'v12.none/2024-08-30/legs/a/bars-light-red-zh-arithmetic.svg',
    'v0.5f3a9c1e/2024-08-30/legs/a/bars-light-red-zh-arithmetic.svg',
    '12.5f3a9c1e/2024-08-30/legs/a/bars-light-red-zh-arithmetic.svg',
    'v9999999999.5f3a9c1e/2024-08-30/legs/a/bars-light-red-zh-arithmetic.svg',
    'v1.5f3a9c1e/2024-02-30/legs/a/bars-light-red-zh-arithmetic.svg',
    'v1.5f3a9c1e/2024-08-30/pie/a/bars-light-red-zh-arithmetic.svg',
    'v1.5f3a9c1e/2024-08-30/legs/.a/bars-light-red-zh-arithmetic.svg',
    'v1.5f3a9c1e/2024-08-30/legs/a b/bars-light-red-zh-arithmetic.svg',
    'v1.5f3a9c1e/2024-08-30/legs/%2e%2e/bars-light-red-zh-arithmetic.svg',
    'v1.5f3a9c1e/2024-08-30/legs/../bars-light-red-zh-arithmetic.svg',
    'v1.5f3a9c1e/2024-08-30/legs/a/wide-light-red-zh-arithmetic.svg',
    'v1.5f3a9c1e/2024-08-30/legs/a/toString-light-red-zh-arithmetic.svg',
    'v1.5f3a9c1e/2024-08-30/legs/a/bars-auto-red-zh-arithmetic.svg',
    'v1.5f3a9c1e/2024-08-30/legs/a/bars-light-pink-zh-arithmetic.svg',
    'v1.5f3a9c1e/2024-08-30/legs/a/bars-light-red-fr-arithmetic.svg',
    'v1.5f3a9c1e/2024-08-30/legs/a/bars-light-red-zh-arithmetic.png',
    'v1.5f3a9c1e/2024-08-30/legs/a/bars-light-red-zh-arithmetic-own-named.svg',
    'v1.5f3a9c1e/2024-08-30/legs/a/bars-light-red-zh-arithmetic.svg/more',
    'v1.5f3a9c1e/2024-08-30/legs/a',
    'v1.5f3a9c1e/2024-08-30/outline/a/cell-light-red-zh-arithmetic.svg',
    'v1.5f3a9c1e/2024-08-30/outline/a/cell-light-red-zh-arithmetic-20250101.95.437-named.svg',
    'v1.5f3a9c1e/2024-08-30/outline/a/cell-light-red-zh-arithmetic-20131231.0.437-named.svg',
    'v1.5f3a9c1e/2024-08-30/outline/a/cell-light-red-zh-arithmetic-20131231.437.95-named.svg',
    'v1.5f3a9c1e/2024-08-30/outline/a/cell-light-red-zh-arithmetic-20131231.u10000.437-named.svg',
    'v1.5f3a9c1e/2024-08-30/outline/a/cell-light-red-zh-arithmetic-20131231.u0.437-named.svg',
    'v1.5f3a9c1e/2024-08-30/legs/a/zh-arithmetic-own.json',
    'v1.5f3a9c1e/2024-08-30/legs/a/zh-arithmetic-week.json',
    'v1.5f3a9c1e/2024-08-30/relative-strength/a/zh-arithmetic-month.json',
    '',
  ])('of another form are rejected: %s', (path) => {
    expect(parseChartPath(path.split('/'))).toBeNull()
  })

  it('never throw, for any text', () => {
    const segment = fc.oneof(
      fc.string({ maxLength: 20 }),
      fc.constantFrom(...good.split('/')),
      fc.string({ minLength: 5000, maxLength: 6000 }),
    )
    fc.assert(
      fc.property(fc.array(segment, { maxLength: 7 }), (segments) => {
        expect(() => parseChartPath(segments)).not.toThrow()
      }),
    )
  })
})
