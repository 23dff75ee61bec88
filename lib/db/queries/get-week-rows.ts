import { z } from 'zod'
import { KINDS, RETURN_KINDS } from '@/lib/catalogue/series-kinds'
import { Prisma } from '@/lib/db/generated/prisma/client'
import { storeAsOf } from '@/lib/db/store-as-of'
import { asOfVersion } from './as-of-version'

interface Parameters {
  version: number
  /** First and last ISO date, inclusive. */
  from: string
  to: string
  /** Codes of the series. */
  codes: readonly string[]
}

/** Kinds whose rows are daily returns. */
const RETURNS = KINDS.filter((kind) => RETURN_KINDS[kind].values === 'returns')

const row = z.object({
  kind: z.enum(RETURNS),
  code: z.string(),
  date: z.iso.date(),
  /** Returns of the legs, decimal fractions, in the order of the kind. */
  legs: z.array(z.number()),
  /** The data version that wrote it. */
  since: z.int(),
})

export type WeekRow = z.infer<typeof row>

/** Returns the daily rows of some series over a few days, with the versions that wrote them, by series and date. */
export async function getWeekRows({ version, from, to, codes }: Parameters): Promise<WeekRow[]> {
  const selects = RETURNS.map((kind) => {
    const { table, codeColumn, legs } = RETURN_KINDS[kind]
    const code = Prisma.raw(codeColumn)
    return Prisma.sql`
      select ${kind} as kind, ${code} as code, to_char(date, 'YYYY-MM-DD') as date,
             array[${Prisma.raw(legs.map(({ stored }) => stored).join(', '))}] as legs, since_version as since
      from ${Prisma.raw(table)}
      where ${code} = any(${codes}::text[]) and date between ${from}::date and ${to}::date and ${asOfVersion(version)}`
  })
  const rows = await storeAsOf(version).$queryRaw`${Prisma.join(selects, ' union all ')} order by code, date`
  return z.array(row).parse(rows)
}
