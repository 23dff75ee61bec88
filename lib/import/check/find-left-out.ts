import type { Client } from 'pg'
import { z } from 'zod'
import { RETURN_KINDS, type ReturnKind } from '@/lib/catalogue/series-kinds'
import { STILL_TRUE } from '@/lib/db/queries/as-of-version'
import type { FoundFault } from '@/lib/import/outcome/fault'

const leftOutRow = z.object({ code: z.string(), column: z.string(), values: z.int(), from: z.string(), to: z.string() })

/**
 * Finds stored values that `staged` would erase silently: those of an optional leg for which the file has no value of a
 * series at all. A loaded row replaces the stored one, but to leave out a column is no request to erase it.
 */
export async function findLeftOut(client: Client, kind: ReturnKind): Promise<FoundFault[]> {
  const { table, codeColumn, legs } = RETURN_KINDS[kind]
  const optional = legs.filter(({ isOptional }) => isOptional)
  if (optional.length === 0) return []
  const parts = optional.map(
    ({ column, stored }) => `
      select code, '${column}' as column, count(*)::int as values,
             min(staged.date)::text as "from", max(staged.date)::text as "to"
      from staged_series
        join staged using (code)
        join ${table} as held
          on held.${codeColumn} = code and held.date = staged.date and held.until_version = ${STILL_TRUE}
      where mean_${stored} is null and held.${stored} is not null
      group by code`,
  )
  const { rows } = await client.query(`${parts.join(' union all ')} order by code, "column"`)
  return z
    .array(leftOutRow)
    .parse(rows)
    .map(({ code, column, values, from, to }) => ({
      rule: 'left-out',
      column,
      value: code,
      remedy: `Add its ${column} to the file: the store has ${values} values from ${from} to ${to}, and each loaded row replaces the stored one.`,
    }))
}
