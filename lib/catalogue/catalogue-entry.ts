/** Parses rows of the catalogue's history: JSON by column, to the fields of the schema. */
import { z } from 'zod'
import { CLOSURE_KINDS } from './closure-kinds'

const rebalance = z.enum(['weekly', 'monthly'])
const position = z.int()
const number = z.number()

const names = { name_zh: z.string(), name_en: z.string() }
const shortNames = { short_name_zh: z.string(), short_name_en: z.string() }
const ending = {
  ended: z.iso.date().nullable(),
  ended_reason_zh: z.string().nullable(),
  ended_reason_en: z.string().nullable(),
}
const series = {
  code: z.string(),
  position,
  market_code: z.string(),
  rebalance,
  inception: z.iso.date(),
  own_key_point: z.boolean(),
  ...ending,
}

const COLUMNS = {
  market: z.object({
    code: z.string(),
    ...names,
    // Absent in rows that are older than the column.
    daily_return_max: number.nullable().default(null),
    calendar: z.string().nullable(),
    trading_days_per_year: number.nullable(),
  }),
  family: z.object({ code: z.string(), position, ...names }),
  factor: z.object({
    ...series,
    family_code: z.string(),
    ...names,
    ...shortNames,
    description_zh: z.string(),
    description_en: z.string(),
    universe_zh: z.string(),
    universe_en: z.string(),
    reference_zh: z.string().nullable(),
    reference_en: z.string().nullable(),
  }),
  portfolio: z.object({
    ...series,
    alpha_factor_code: z.string(),
    ...names,
    ...shortNames,
    benchmark_code: z.string(),
    benchmark_name_zh: z.string(),
    benchmark_name_en: z.string(),
    stock_deviation_max: number,
    size_exposure_min: number,
    size_exposure_max: number,
    value_exposure_min: number,
    value_exposure_max: number,
    conventional_exposure_min: number,
    conventional_exposure_max: number,
    industry_deviation_max: number,
    one_way_turnover_max: number,
    round_trip_cost_bps: number,
  }),
  market_index: z.object({
    code: z.string(),
    position,
    market_code: z.string(),
    inception: z.iso.date(),
    ...ending,
    ...names,
  }),
  report_issue: z.object({
    week_end: z.iso.date(),
    issue_date: z.iso.date(),
    title_zh: z.string(),
    title_en: z.string(),
    authors_zh: z.array(z.string()),
    authors_en: z.array(z.string()),
    related: z.array(z.object({ date: z.iso.date(), titleZh: z.string(), titleEn: z.string() })),
  }),
  closure: z.object({
    market: z.string(),
    date: z.iso.date(),
    kind: z.enum(CLOSURE_KINDS),
    name: z.string().nullable(),
  }),
  alias: z.object({ old_code: z.string(), code: z.string() }),
  component: z.object({ component: z.string(), position, ...names }),
} as const

export type EntryKind = keyof typeof COLUMNS

type Camel<Text extends string> = Text extends `${infer Head}_${infer Tail}`
  ? `${Head}${Capitalize<Camel<Tail>>}`
  : Text
type Fields<Row> = { [Column in keyof Row as Column extends string ? Camel<Column> : never]: Row[Column] }

/** A row of a table of the catalogue: fields as in the schema, dates as ISO dates. */
export type EntryRow<Kind extends EntryKind> = Fields<z.infer<(typeof COLUMNS)[Kind]>>

/** Parses one entry. Throws a ZodError when it does not fit its table. */
export function entryRow<Kind extends EntryKind>(kind: Kind, entry: unknown): EntryRow<Kind> {
  return fieldsOf(COLUMNS[kind].parse(entry)) as EntryRow<Kind>
}

/** Returns a row of a table with its columns as keys, as PostgreSQL names them: the reverse of entryRow. */
export function entryColumns(row: object): Record<string, unknown> {
  const entries = Object.entries(row).map(([field, value]) => [snake(field), value])
  return Object.fromEntries(entries)
}

function fieldsOf(row: object): Record<string, unknown> {
  const entries = Object.entries(row).map(([column, value]) => [camel(column), value])
  return Object.fromEntries(entries)
}

function camel(column: string): string {
  return column.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase())
}

function snake(field: string): string {
  return field.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)
}
