import { z } from 'zod'
import { prisma } from '@/lib/db/client'

interface Parameters {
  /** The data version that changed the catalogue. */
  version: number
}

const fields = z.record(z.string(), z.unknown())

const row = z.object({ kind: z.string(), key: z.string(), before: fields.nullable(), after: fields })

/** A changed entry of the catalogue, by column of its table; `before` is null when it is new. */
export type ChangedEntry = z.infer<typeof row>

/** Returns the catalogue entries that a data version added or changed, by kind and key. */
export async function getChangedEntries({ version }: Parameters): Promise<ChangedEntry[]> {
  const rows = await prisma.$queryRaw`
    select opened.kind, opened.key, closed.entry as before, opened.entry as after
    from catalogue_entry as opened
    left join catalogue_entry as closed
      on closed.kind = opened.kind and closed.key = opened.key and closed.until_version = ${version}
    where opened.since_version = ${version}
    order by opened.kind, opened.key`
  return z.array(row).parse(rows)
}
