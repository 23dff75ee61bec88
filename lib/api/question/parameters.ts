/** Schemas that parse the parameters of an address; the OpenAPI document repeats their descriptions. */
import { z } from 'zod'
import { CONVENTIONS } from '@/lib/base/convention'
import { isIsoDate } from '@/lib/base/dates'
import { LOCALES } from '@/lib/base/locale'

const date = z
  .string()
  .refine(isIsoDate, 'must be a date that exists, as YYYY-MM-DD')
  .meta({ format: 'date', example: '2024-08-30' })

const CODES_MAX = 50
const CODE = /^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/

/** The parameters of every endpoint. */
export const commonParameters = z.object({
  version: z
    .string()
    .regex(/^[1-9]\d{0,8}(?:\.[0-9a-f]{8})?$/, 'must be a data version such as 3, or 3.5f3a9c1e with its stamp')
    .transform((word) => ({ id: Number(word.split('.')[0]), stamp: word.split('.')[1] ?? null }))
    .optional()
    .meta({
      description:
        'Data version of the answer; default: the newest. With its stamp (3.5f3a9c1e) the answer never changes.',
      example: '3',
    }),
  limit: z
    .string()
    .regex(/^(?:[1-9]\d{0,3}|10000)$/, 'must be a whole number from 1 to 10000')
    .transform(Number)
    .optional()
    .meta({ description: 'Maximum rows per answer, from 1 to 10000; default: 10000, for parquet all.' }),
  cursor: z
    .string()
    .regex(/^[1-9]\d{0,8}\.[0-9a-f]{8}\.[0-9a-f]{8}\.[1-9]\d{0,8}$/, 'must be a cursor from an earlier answer')
    .optional()
    .meta({ description: 'Where the next page begins, from `next` or the Link header. It keeps the data version.' }),
  lang: z
    .enum(LOCALES, `must be one of ${LOCALES.join(', ')}`)
    .optional()
    .meta({
      description:
        'Column headers in this language (and in CSV a byte-order mark), for people and spreadsheets. For csv and xlsx.',
    }),
})

export const conventionParameter = {
  convention: z
    .enum(CONVENTIONS, `must be one of ${CONVENTIONS.join(', ')}`)
    .default('arithmetic')
    .meta({
      description:
        'How window figures compare two returns: a − b, or (1 + a)/(1 + b) − 1. Line figures are the same under both.',
    }),
}

export const spanParameters = {
  from: date.optional().meta({ description: 'First date wanted, inclusive.', format: 'date', example: '2024-01-01' }),
  to: date.optional().meta({ description: 'Last date wanted, inclusive.', format: 'date', example: '2024-08-30' }),
}

export const asOfParameter = {
  asOf: date.optional().meta({
    description: 'As of the last trading day up to this date; the last one with data when not given.',
    format: 'date',
    example: '2024-08-30',
  }),
}

/** Codes separated by commas. */
export const seriesParameter = {
  series: z
    .string()
    .refine((codes) => codes.split(',').every((code) => CODE.test(code)), 'must be codes separated by commas')
    .refine((codes) => codes.split(',').length <= CODES_MAX, `must be at most ${CODES_MAX} codes`)
    .refine((codes) => new Set(codes.split(',')).size === codes.split(',').length, 'must name each code once')
    .transform((codes) => codes.split(','))
    .meta({
      description: `Codes of factors and portfolios, separated by commas, at most ${CODES_MAX}.`,
      example: 'intraday-skewness,csi500-ai-enhanced',
    }),
}

export const marketParameter = {
  market: z
    .string()
    .regex(CODE, 'must be the code of a market')
    .optional()
    .meta({ description: 'Code of a market; the first with data when not given.', example: 'CN' }),
}

export const codeParameter = {
  code: z
    .string()
    .regex(CODE, 'must be a code: letters, digits, dots, hyphens and underscores, at most 64')
    .meta({ description: 'Code of the series, from the catalogue.', example: 'intraday-skewness' }),
}
