/**
 * The catalogue file: JSON with the fields of prisma/schema.prisma. Refuses what the database would refuse, and names
 * the field. Messages are remedies without the full stop.
 */
import { z } from 'zod'
import { CLOSURE_KINDS } from './closure-kinds'

/** Higher positions are reserved for rows that swap their positions during a load. */
export const POSITION_MAX = 999_999

const SAY = {
  text: 'Write a text that is not blank',
  textOrNull: 'Write a text that is not blank, or null',
  code: 'Write 1 to 64 letters, digits, dots, hyphens or underscores, the first a letter or digit',
  position: `Write a whole number from 1 to ${POSITION_MAX}`,
  date: 'Write a date that exists as YYYY-MM-DD',
  rebalance: 'Write weekly or monthly',
  number: 'Write a number',
  share: 'Write a decimal fraction from 0 to 1',
  cost: 'Write a number of basis points from 0 on',
  limit: 'Write a decimal fraction above 0, or leave it empty for the usual limit',
  calendar: 'Write the code of an exchange, such as XSHG, or leave it empty',
  daysPerYear: 'Write a number of days from 1 to 366, or leave it empty for 252',
  ended: 'Write a date that exists as YYYY-MM-DD, or leave it empty while the series goes on',
  ending: 'Write ended, endedReasonZh and endedReasonEn together, or none of them',
  endedAfter: 'Write a day that is not before inception',
  closure: 'Write closed or session',
  nameOrNull: 'Write a text that is not blank, or leave it empty',
  truth: 'Write true or false',
  texts: 'Write a list of texts',
  rows: 'Write a list in square brackets; it may be empty',
} as const

/** Trims spaces, as for cells of tables. */
const textOr = (message: string) => z.string(message).trim().regex(/\S/, message)
const text = textOr(SAY.text)
const CODE = /^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/
const code = z.string(SAY.code).regex(CODE, SAY.code)
const position = z.int(SAY.position).min(1, SAY.position).max(POSITION_MAX, SAY.position)
const date = z.iso.date(SAY.date)
const rebalance = z.enum(['weekly', 'monthly'], SAY.rebalance)
/** Removes the sign of a zero, as the store does. */
const numberOr = (message: string) => z.number(message).overwrite((value) => (value === 0 ? 0 : value))
const number = numberOr(SAY.number)
const share = numberOr(SAY.share).min(0, SAY.share).max(1, SAY.share)
const texts = z.array(text, SAY.texts)

const market = row({
  code,
  nameZh: text,
  nameEn: text,
  /** null or absent for the usual limit; a table must have the column. */
  dailyReturnMax: numberOr(SAY.limit).positive(SAY.limit).nullable().default(null),
  /** Absent to leave both as they are. */
  calendar: z.string(SAY.calendar).regex(CODE, SAY.calendar).nullable().exactOptional(),
  tradingDaysPerYear: z
    .number(SAY.daysPerYear)
    .min(1, SAY.daysPerYear)
    .max(366, SAY.daysPerYear)
    .nullable()
    .exactOptional(),
})

const closure = row({
  /** Code of a market or of an exchange. */
  market: code,
  date,
  kind: z.enum(CLOSURE_KINDS, SAY.closure),
  name: textOr(SAY.nameOrNull).nullable().default(null),
})

/** An old code of a series, whose addresses lead to the new one. */
const alias = row({ oldCode: code, code })

const family = row({ code, position, nameZh: text, nameEn: text })

/** The name of a component of a portfolio's excess, or of a group of them. */
const component = row({ component: code, position, nameZh: text, nameEn: text })

/** Absent to leave the stored end as it is; null while the series goes on. */
const ending = {
  ended: z.iso.date(SAY.ended).nullable().exactOptional(),
  endedReasonZh: textOr(SAY.nameOrNull).nullable().exactOptional(),
  endedReasonEn: textOr(SAY.nameOrNull).nullable().exactOptional(),
}

/** Absent to leave it as it is. */
const ownKeyPoint = z.boolean(SAY.truth).exactOptional()

const factor = row({
  code,
  position,
  familyCode: code,
  marketCode: code,
  rebalance,
  inception: date,
  nameZh: text,
  nameEn: text,
  shortNameZh: text,
  shortNameEn: text,
  descriptionZh: text,
  descriptionEn: text,
  universeZh: text,
  universeEn: text,
  ownKeyPoint,
  referenceZh: textOr(SAY.textOrNull).nullable(),
  referenceEn: textOr(SAY.textOrNull).nullable(),
  ...ending,
})
  .refine(isWholeEnding, { path: ['ended'], message: SAY.ending })
  .refine(isEndedAfterStart, { path: ['ended'], message: SAY.endedAfter })

const portfolio = row({
  code,
  position,
  marketCode: code,
  alphaFactorCode: code,
  rebalance,
  inception: date,
  nameZh: text,
  nameEn: text,
  shortNameZh: text,
  shortNameEn: text,
  ownKeyPoint,
  benchmarkCode: text,
  benchmarkNameZh: text,
  benchmarkNameEn: text,
  stockDeviationMax: share,
  sizeExposureMin: number,
  sizeExposureMax: number,
  valueExposureMin: number,
  valueExposureMax: number,
  conventionalExposureMin: number,
  conventionalExposureMax: number,
  industryDeviationMax: share,
  oneWayTurnoverMax: share,
  roundTripCostBps: numberOr(SAY.cost).min(0, SAY.cost),
  ...ending,
})
  .refine(isWholeEnding, { path: ['ended'], message: SAY.ending })
  .refine(isEndedAfterStart, { path: ['ended'], message: SAY.endedAfter })
  .refine((own) => own.sizeExposureMin <= own.sizeExposureMax, isAbove('sizeExposure'))
  .refine((own) => own.valueExposureMin <= own.valueExposureMax, isAbove('valueExposure'))
  .refine((own) => own.conventionalExposureMin <= own.conventionalExposureMax, isAbove('conventionalExposure'))

const index = row({ code, position, marketCode: code, inception: date, nameZh: text, nameEn: text, ...ending })
  .refine(isWholeEnding, { path: ['ended'], message: SAY.ending })
  .refine(isEndedAfterStart, { path: ['ended'], message: SAY.endedAfter })

const reportIssue = row({
  weekEnd: date,
  issueDate: date,
  titleZh: text,
  titleEn: text,
  authorsZh: texts,
  authorsEn: texts,
  related: z.array(row({ date, titleZh: text, titleEn: text }), SAY.rows),
}).refine((own) => own.issueDate >= own.weekEnd, {
  path: ['issueDate'],
  message: 'Write a day that is not before weekEnd',
})

export const catalogueSchema = row({
  markets: z.array(market, SAY.rows),
  families: z.array(family, SAY.rows),
  factors: z.array(factor, SAY.rows),
  portfolios: z.array(portfolio, SAY.rows),
  indices: z.array(index, SAY.rows).default([]),
  reportIssues: z.array(reportIssue, SAY.rows),
  closures: z.array(closure, SAY.rows).default([]),
  aliases: z.array(alias, SAY.rows).default([]),
  components: z.array(component, SAY.rows).default([]),
})

export type CatalogueFile = z.infer<typeof catalogueSchema>

/** A catalogue whose rows have all fields. */
export interface CompleteCatalogue extends CatalogueFile {
  markets: Required<CatalogueFile['markets'][number]>[]
  factors: Required<CatalogueFile['factors'][number]>[]
  portfolios: Required<CatalogueFile['portfolios'][number]>[]
  indices: Required<CatalogueFile['indices'][number]>[]
}

interface Ending {
  ended?: string | null
  endedReasonZh?: string | null
  endedReasonEn?: string | null
}

/** Returns whether the day of an end and its reasons are all there, or none of them. */
function isWholeEnding({ ended, endedReasonZh, endedReasonEn }: Ending): boolean {
  return new Set([ended, endedReasonZh, endedReasonEn].map((part) => typeof part === 'string')).size === 1
}

function isEndedAfterStart({ inception, ended }: Ending & { inception: string }): boolean {
  return typeof ended !== 'string' || ended >= inception
}

function isAbove(bound: string) {
  return { path: [`${bound}Min`], message: `Write a number that is not above ${bound}Max` }
}

function row<Shape extends z.ZodRawShape>(shape: Shape) {
  const fields = Object.keys(shape).join(', ')
  return z.strictObject(shape, {
    error: ({ code }) =>
      code === 'unrecognized_keys'
        ? `Remove it, or correct its name; the fields are ${fields}`
        : `Write an object in braces, with the fields ${fields}`,
  })
}
