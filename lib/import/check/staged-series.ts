import type { Client } from 'pg'
import { RETURN_KINDS, type ReturnKind } from '@/lib/catalogue/series-kinds'
import { MEDIAN } from './check-magnitude'

/**
 * Summarises `staged` in a temporary table `staged_series`, one row for each series, in one pass: `first` and `last`
 * date, `days`, rows with the date of the previous row (`twice`), and for each leg `least_…`, `most_…`, `mean_…`,
 * `deviation_…` (of the sample), the count of values other than zero (`values_…`), and how many of them are plausible
 * as a median (`usual_…`); nothing of the values where rows have parts. Throws the errors of PostgreSQL: squares of large values may overflow.
 */
export async function sumUpStaged(client: Client, kind: ReturnKind): Promise<void> {
  const { legs, parts } = RETURN_KINDS[kind]
  const ofLegs = (parts ? [] : legs).flatMap(({ stored: leg }) => [
    `min(${leg}) as least_${leg}`,
    `max(${leg}) as most_${leg}`,
    `avg(${leg}) as mean_${leg}`,
    `stddev_samp(${leg}) as deviation_${leg}`,
    `(count(*) filter (where ${leg} <> 0))::int as values_${leg}`,
    `(count(*) filter (where ${leg} <> 0 and abs(${leg}) <= ${MEDIAN.most}))::int as usual_${leg}`,
  ])
  await client.query(`
    create temporary table staged_series on commit drop as
    select code, min(date) as first, max(date) as last, count(*)::int as days,
           (count(*) filter (where date = before))::int as twice${ofLegs.map((each) => `, ${each}`).join('')}
    from staged
    group by code`)
}
