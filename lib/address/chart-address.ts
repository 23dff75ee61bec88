import { z } from 'zod'
import { COLOURS, type Colours } from '@/lib/base/appearance'
import { CONVENTIONS } from '@/lib/base/convention'
import { isIsoDate } from '@/lib/base/dates'
import { isOneOf } from '@/lib/base/is-one-of'
import { LOCALES } from '@/lib/base/locale'
import { ISSUE_KINDS } from '@/lib/base/window-kind'
import { type OutlineSetting, type SharedScale, TONES, type Tone } from '@/lib/charts/frame'
import type { FigureRequest } from '@/lib/figures/figure-request'
import { FIGURES, type FigureName, isFigureName, isSmallMultiple, sizesOf } from '@/lib/figures/registry'
import { SIZES, type SizeName } from '@/lib/figures/rows/sizes'
import { AXES, type ComparisonTerms, LEG_ROLES, type LegRole } from '@/lib/figures/rows/terms'
import type { SheetRequest } from '@/lib/figures/sheet'

/** All parameters of a picture: the same address always gives the same picture. */
export interface PictureAddress {
  request: FigureRequest
  size: SizeName
  tone: Tone
  colours: Colours
  /** Present exactly for a kind of outline. */
  outline: OutlineSetting | null
}

/** All parameters of a sheet. */
export interface SheetAddress {
  request: SheetRequest
  size: SizeName
  tone: Tone
  colours: Colours
}

/** Files of an exported figure: any picture except a small multiple, with caption and source around it. */
export const FIGURE_FILES = ['svg', 'png'] as const
export type FigureFile = (typeof FIGURE_FILES)[number]

/** Rows for a live chart, and as a table file. */
export const ROWS_FILES = ['json', 'csv', 'xlsx'] as const
export type RowsFile = (typeof ROWS_FILES)[number]

export type ChartAddress =
  | ({ form: 'picture' } & PictureAddress)
  | ({ form: 'figure'; file: FigureFile } & PictureAddress)
  | ({ form: 'sheet' } & SheetAddress)
  | { form: 'rows'; file: RowsFile; request: FigureRequest }

/**
 * Returns "/charts/v12.5f3a9c1e/2024-08-30/legs/intraday-skewness/bars-light-red-zh-arithmetic.svg". An outline adds
 * its shared scale, in hundredths, rounded outward: "…/cell-light-red-zh-arithmetic-20131231.95.437-named.svg"; a low end
 * below a hundredth is in millionths: "u3500". A comparison adds its period and axis: "…/comparison/a,b,c/full-light-red-zh-arithmetic-20140102.20240830.log.svg".
 */
export function pictureHref({ request, size, tone, colours, outline }: PictureAddress): string {
  const words: string[] = [size, tone, colours, request.locale, request.convention, ...termsWords(request)]
  if (outline !== null) words.push(scaleWord(outline.shared), outline.hasLabels ? 'named' : 'bare')
  return `${folderOf(request)}/${words.join('-')}.svg`
}

/** Returns "…/bars-light-red-zh-arithmetic.figure.png": the picture as an exported figure; PNG has twice its size. */
export function figureHref(address: PictureAddress, file: FigureFile): string {
  return pictureHref(address).replace(/svg$/, `figure.${file}`)
}

/**
 * Returns "/charts/v12.5f3a9c1e/2024-08-30/sheet/lines-0/wide-light-red-zh-arithmetic.svg": several figures in one
 * picture.
 */
export function sheetHref({ request, size, tone, colours }: SheetAddress): string {
  const { version, stamp, asOf, shape, part, locale, convention } = request
  const folder = folderOf({ version, stamp, asOf, kind: 'sheet', code: `${shape}-${part}` })
  return `${folder}/${[size, tone, colours, locale, convention].join('-')}.svg`
}

/** Returns "/charts/v12.5f3a9c1e/2024-08-30/legs/intraday-skewness/zh-arithmetic.json": the rows of a live chart. */
export function rowsHref(request: FigureRequest, file: RowsFile = 'json'): string {
  return `${folderOf(request)}/${[request.locale, request.convention, ...termsWords(request)].join('-')}.${file}`
}

/**
 * Parses the segments after `/charts/`.
 * @returns null for anything that `pictureHref`, `figureHref`, `sheetHref` and `rowsHref` do not write.
 */
export function parseChartPath(segments: readonly string[]): ChartAddress | null {
  const [stamped = '', asOf, kind, code, file = '', ...rest] = segments
  const [version, stamp, ...more] = stamped.split('.')
  const picture = PICTURE.exec(file)?.groups
  const words = picture ?? ROWS.exec(file)?.groups
  if (rest.length > 0 || more.length > 0) return null
  if (kind === 'sheet') return parseSheet({ ...picture, version, stamp, asOf, ...SHEET_CODE.exec(code ?? '')?.groups })
  const request = requestSchema.safeParse({ ...words, version, stamp, asOf, kind, code, terms: termsOf(words?.terms) })
  if (!request.success) return null
  return picture === undefined ? parseRows(request.data, words) : parsePicture(request.data, picture)
}

const PICTURE =
  /^(?<size>[a-z]{1,12})-(?<tone>[a-z]{1,5})-(?<colours>[a-z]{1,5})-(?<locale>[a-z]{2})-(?<convention>[a-z]{1,10})(?:-(?<scale>own|\d{8}\.(?:[1-9]\d{0,6}|u[1-9]\d{0,3})\.[1-9]\d{0,14})-(?<labels>named|bare))?(?:-(?<terms>\d{8}\.\d{8}\.[a-z]{3,6}(?:\.[a-z]{1,3})?))?(?:-(?<window>month|quarter))?(?:\.svg|\.figure\.(?<figure>svg|png))$/
const ROWS =
  /^(?<locale>[a-z]{2})-(?<convention>[a-z]{1,10})(?:-(?<terms>\d{8}\.\d{8}\.[a-z]{3,6}(?:\.[a-z]{1,3})?))?(?:-(?<window>month|quarter))?\.(?<rows>json|csv|xlsx)$/

const SHEET_CODE = /^(?<shape>lines|bars)-(?<part>0|[1-9]\d{0,3})$/

const shownSchema = z.object({
  version: z
    .string()
    .regex(/^v[1-9]\d{0,8}$/)
    .transform((text) => Number(text.slice(1))),
  stamp: z.string().regex(/^[0-9a-f]{8}$/),
  asOf: z.string().refine(isIsoDate),
  locale: z.enum(LOCALES),
  convention: z.enum(CONVENTIONS),
})

/** More lines than a reader can distinguish, but few enough for the length of an address. */
export const MAX_COMPARED = 40

const requestSchema = shownSchema
  .extend({
    kind: z.custom<FigureName>(isFigureName),
    /** As the catalogue allows; comma-separated codes for a comparison. */
    code: z.string().regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,63}(,[A-Za-z0-9][A-Za-z0-9._-]{0,63})*$/),
    terms: z
      .object({
        from: z.string().refine(isIsoDate),
        to: z.string().refine(isIsoDate),
        axis: z.enum(AXES),
        legs: z.custom<readonly LegRole[]>((legs) => legs !== null).optional(),
      })
      .refine(({ from, to }) => from <= to)
      .transform(({ legs, ...terms }): ComparisonTerms => (legs ? { ...terms, legs } : terms))
      .optional(),
    window: z.enum(ISSUE_KINDS).optional(),
  })
  .refine(({ kind, window }) => window === undefined || FIGURES[kind].hasWindows === true)
  .refine(({ kind, code, terms }) => answersSource(kind, code.split(',').length, terms))
  .transform(
    ({ terms, window, ...request }): FigureRequest => ({
      ...request,
      ...(terms && { terms }),
      ...(window && { window }),
    }),
  )

/** Does the address have the number of codes, and the terms, that rows of this kind need? */
function answersSource(kind: FigureName, codes: number, terms: ComparisonTerms | undefined): boolean {
  const { source } = FIGURES[kind]
  if (source.of === 'series' || source.of === 'factors') return terms === undefined && codes === 1
  if (source.of === 'period' && source.canHaveLegs) return terms !== undefined && codes === 1
  if (terms === undefined || terms.legs !== undefined) return false
  if (source.of === 'comparison') return codes <= MAX_COMPARED
  return codes === (source.of === 'pair' ? 2 : 1)
}

const sheetSchema = shownSchema.extend({
  shape: z.enum(['lines', 'bars']),
  part: z.string().transform(Number),
})

const lookSchema = z.object({
  size: z.custom<SizeName>((name) => typeof name === 'string' && Object.hasOwn(SIZES, name)),
  tone: z.enum(TONES),
  colours: z.enum(COLOURS),
})

type Words = Record<string, string | undefined>

function parseRows(request: FigureRequest, { rows }: Words = {}): ChartAddress | null {
  return isOneOf(ROWS_FILES, rows) ? { form: 'rows', file: rows, request } : null
}

function parsePicture(request: FigureRequest, words: Words): ChartAddress | null {
  const look = lookSchema.safeParse(words)
  if (!look.success || !sizesOf(request.kind).includes(look.data.size)) return null
  if ((words.scale !== undefined) !== isSmallMultiple(request.kind)) return null
  const picture = { request, ...look.data, outline: null }
  if (words.figure !== undefined) return parseFigure(picture, words.figure)
  if (words.scale === undefined) return { form: 'picture', ...picture }
  const shared = words.scale === 'own' ? null : sharedScaleOf(words.scale)
  if (shared !== null && !isDrawable(shared, request.asOf)) return null
  return { form: 'picture', request, ...look.data, outline: { shared, hasLabels: words.labels === 'named' } }
}

/** Parses an exported figure; a small multiple has no caption and is not exported alone. */
function parseFigure(picture: PictureAddress, file: string): ChartAddress | null {
  if (isSmallMultiple(picture.request.kind) || !isOneOf(FIGURE_FILES, file)) return null
  return { form: 'figure', file, ...picture }
}

/** Parses a sheet. Its figures are all lines or all bars, at one size, without a shared scale. */
function parseSheet(words: Words): ChartAddress | null {
  const [request, look] = [sheetSchema.safeParse(words), lookSchema.safeParse(words)]
  if (!request.success || !look.success || words.scale !== undefined || words.figure !== undefined) return null
  const kind = request.data.shape === 'lines' ? 'relative-strength' : 'legs'
  return sizesOf(kind).includes(look.data.size) ? { form: 'sheet', request: request.data, ...look.data } : null
}

/** Returns "20140102.20240830.log", or with legs "20140102.20240830.log.ab": their initials; of an issue its kind, "month". */
function termsWords({ terms, window }: FigureRequest): string[] {
  if (!terms) return window ? [window] : []
  const legs = terms.legs?.map((role) => role[0]).join('')
  return [[terms.from, terms.to, terms.axis, ...(legs ? [legs] : [])].join('.').replaceAll('-', '')]
}

function termsOf(word: string | undefined) {
  if (word === undefined) return undefined
  const [from = '', to = '', axis, legs] = word.split('.')
  return { from: isoDate(from), to: isoDate(to), axis, legs: legs === undefined ? undefined : legsOf(legs) }
}

/** Parses initials of legs; null unless each occurs once, in the order of the legs. */
function legsOf(initials: string): readonly LegRole[] | null {
  const roles = LEG_ROLES.filter((role) => initials.includes(role.charAt(0)))
  return roles.map((role) => role.charAt(0)).join('') === initials ? roles : null
}

/** Formats "20140102" as "2014-01-02". */
function isoDate(digits: string): string {
  return `${digits.slice(0, 4)}-${digits.slice(4, 6)}-${digits.slice(6)}`
}

interface Folder {
  version: number
  stamp: string
  asOf: string
  kind: string
  code: string
}

function folderOf({ version, stamp, asOf, kind, code }: Folder): string {
  return `/charts/v${version}.${stamp}/${asOf}/${kind}/${code}`
}

function scaleWord(shared: SharedScale | null): string {
  if (shared === null) return 'own'
  return [shared.from.replaceAll('-', ''), lowWord(shared.low), Math.ceil(times(shared.high, HUNDRED))].join('.')
}

const HUNDRED = 100
const MILLION = 1_000_000

/** Returns the low end of a scale in hundredths, or below one hundredth in millionths. */
function lowWord(low: number): string {
  const inHundredths = Math.floor(times(low, HUNDRED))
  return inHundredths >= 1 ? String(inHundredths) : `u${Math.max(1, Math.floor(times(low, MILLION)))}`
}

/** Rounds away floating-point errors: 1.1 is 110 hundredths, not 110.00000000000001. */
function times(ratio: number, unit: number): number {
  return Number((ratio * unit).toPrecision(12))
}

function sharedScaleOf(word: string): SharedScale {
  const [date = '', low = '', high] = word.split('.')
  const lowest = low.startsWith('u') ? Number(low.slice(1)) / MILLION : Number(low) / HUNDRED
  return { from: isoDate(date), low: lowest, high: Number(high) / HUNDRED }
}

/** Does the scale start before it ends, in both directions, and include the base, 1? */
function isDrawable({ from, low, high }: SharedScale, asOf: string): boolean {
  return isIsoDate(from) && from < asOf && low <= 1 && high >= 1
}
