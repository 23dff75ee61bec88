/** The catalogue file: JSON with the fields of prisma/schema.prisma. What the database would refuse is refused here, by name. */
import { z } from 'zod'

/** Leaves room above it, where rows stand aside while two of them change places. */
export const POSITION_MAX = 999_999

/** Without spaces around it, as cells of tables are read. */
const text = z.string().trim().regex(/\S/, 'must not be blank')
const code = z
  .string()
  .regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/, 'must be 1 to 64 letters, digits, dots, dashes or underscores')
const position = z.int32().min(1).max(POSITION_MAX)
const date = z.iso.date()
const rebalance = z.enum(['weekly', 'monthly'])
/** A zero has no sign, here as in the store. */
const number = z.number().overwrite((value) => (value === 0 ? 0 : value))
const share = number.min(0).max(1)

const market = z.strictObject({
  code,
  nameZh: text,
  nameEn: text,
  /** null, or left out, for the usual limit; a table has to have the column. */
  dailyReturnMax: number.positive().nullable().default(null),
})

const family = z.strictObject({ code, position, nameZh: text, nameEn: text })

const factor = z.strictObject({
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
  referenceZh: text.nullable(),
  referenceEn: text.nullable(),
})

const portfolio = z
  .strictObject({
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
    roundTripCostBps: number.min(0),
  })
  .refine((row) => row.sizeExposureMin <= row.sizeExposureMax, isAbove('sizeExposure'))
  .refine((row) => row.valueExposureMin <= row.valueExposureMax, isAbove('valueExposure'))
  .refine((row) => row.conventionalExposureMin <= row.conventionalExposureMax, isAbove('conventionalExposure'))

const reportIssue = z
  .strictObject({
    weekEnd: date,
    issueDate: date,
    titleZh: text,
    titleEn: text,
    authorsZh: z.array(text),
    authorsEn: z.array(text),
    related: z.array(z.strictObject({ date, titleZh: text, titleEn: text })),
  })
  .refine((row) => row.issueDate >= row.weekEnd, { path: ['issueDate'], message: 'must not be before weekEnd' })

export const catalogueSchema = z.strictObject({
  markets: z.array(market),
  families: z.array(family),
  factors: z.array(factor),
  portfolios: z.array(portfolio),
  reportIssues: z.array(reportIssue),
})

export type CatalogueFile = z.infer<typeof catalogueSchema>

function isAbove(bound: string) {
  return { path: [`${bound}Min`], message: `must not be above ${bound}Max` }
}
