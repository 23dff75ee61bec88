import { z } from 'zod'
import { Prisma } from '@/lib/db/generated/prisma/client'
import { codesInScope } from '@/lib/db/queries/scope/codes-in-scope'
import { datesInScope } from '@/lib/db/queries/scope/dates-in-scope'
import { storeAsOf } from '@/lib/db/store-as-of'
import { asOfVersion } from './as-of-version'

interface Parameters {
  /** Data version of the rows. */
  version: number
  /** First and last ISO date, both inclusive; without `from`, from the first day. */
  from?: string
  to: string
  /** Codes of the portfolios; by default all. */
  codes?: readonly string[]
}

/** What a component, or a group without components, contributed to the excess of a day. */
export interface Contribution {
  group: string
  /** null for a group without components. */
  component: string | null
  /** Decimal fraction. */
  value: number
}

export interface ContributionDay {
  /** ISO date. */
  date: string
  /** They add up to the day's excess, portfolio minus benchmark. */
  parts: Contribution[]
}

export interface PortfolioContributions {
  code: string
  /** Oldest first. */
  days: ContributionDay[]
}

const row = z.object({ code: z.string(), date: z.iso.date(), contributions: z.record(z.string(), z.number()) })

/** Returns the daily contributions of portfolios as of a data version; ordered by code. Portfolios without any are left out. */
export async function getContributions({ version, from, to, codes }: Parameters): Promise<PortfolioContributions[]> {
  const since = from === undefined ? Prisma.empty : Prisma.sql`and date >= ${from}::date`
  const [known, dates] = await Promise.all([codesInScope({ version, codes }), datesInScope(version)])
  const wanted = known === undefined ? Prisma.empty : Prisma.sql`and portfolio_code = any(${known}::text[])`
  const rows = await storeAsOf(version).$queryRaw`
    select portfolio_code as code, to_char(date, 'YYYY-MM-DD') as date, contributions
    from portfolio_contribution
    where ${asOfVersion(version)} and date <= ${to}::date ${since} ${wanted} ${dates.condition('portfolio_code')}
    order by portfolio_code, date`
  const found: PortfolioContributions[] = []
  for (const { code, date, contributions } of z.array(row).parse(rows)) {
    let own = found.at(-1)
    if (own?.code !== code) {
      own = { code, days: [] }
      found.push(own)
    }
    own.days.push({ date, parts: partsOf(contributions) })
  }
  return found
}

/** Parses the object of a day, whose keys are "group/component" or "group". */
function partsOf(contributions: Record<string, number>): Contribution[] {
  return Object.entries(contributions).map(([part, value]) => {
    const [group = '', component = null] = part.split('/')
    return { group, component, value }
  })
}
