import type { Client } from 'pg'
import { RETURN_KINDS, type ReturnKind } from '@/lib/catalogue/series-kinds'
import { MEDIAN } from './check-magnitude'

/**
 * Sums `staged` up in a temporary table `staged_series`, a row a series, in one pass: `first` and `last` date, `days`, how
 * many rows have the date of the one before (`twice`), and of each leg `least_…`, `most_…`, `mean_…` and `deviation_…` (of
 * the sample), how many `values_…` are not zero, and how many of those a median may have (`usual_…`). Throws what
 * PostgreSQL says: values may be too great for their squares.
 */
export async function sumUpStaged(client: Client, kind: ReturnKind): Promise<void> {
  const ofLegs = RETURN_KINDS[kind].legs.flatMap(({ stored: leg }) => [
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
           (count(*) filter (where date = before))::int as twice, ${ofLegs.join(', ')}
    from staged
    group by code`)
}
