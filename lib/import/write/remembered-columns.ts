import { z } from 'zod'
import type { Query } from '@/lib/db/query'
import { sourceOf } from '@/lib/import/layout/given-columns'
import { type GivenColumn, givenColumns } from '@/lib/import/outcome/given-column'

const rows = z.array(z.object({ name: z.string(), columns: givenColumns }))

/**
 * Returns the meanings that were given to columns in the newest load from a source, as `sourceOf` names it; none when
 * columns of that source never needed any.
 */
export async function rememberedColumns(query: Query, source: string): Promise<readonly GivenColumn[]> {
  const known = rows.parse(await query(NEWEST_BY_NAME, []))
  return known.find(({ name }) => sourceOf(name) === source)?.columns ?? []
}

/** The newest load of each name. */
const NEWEST_BY_NAME = `
  select name, columns
  from (
    select distinct on (source_name) id, source_name as name, declared_columns as columns
    from data_version
    where declared_columns <> '[]'
    order by source_name, id desc
  ) as newest
  order by id desc`
