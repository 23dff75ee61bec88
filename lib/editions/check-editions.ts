import type { Client } from 'pg'
import { z } from 'zod'
import { versionStamp } from '@/lib/db/version-stamp'
import { CONTENT_COLUMNS, SUMMARY_COLUMNS } from './edition-columns'
import { editionHash, NO_HASH } from './edition-hash'
import { type EditionSummary, editionSummary } from './edition-record'

const record = editionSummary.extend({ texts: z.unknown(), publisher: z.unknown(), figures: z.unknown() })
type EditionRecord = z.infer<typeof record>

const load = z.object({ id: z.int(), loadedAt: z.date(), sourceSha256: z.string() })

/**
 * Proves the chain of editions: their numbers have no gap, each has the hash of the one before and its own, its data version
 * has its stamp, and each document has its checksum. Returns a sentence for each difference. It cannot notice that the newest
 * editions are missing together: compare the hash of the newest one with a copy kept elsewhere.
 */
export async function checkEditions(client: Client): Promise<string[]> {
  const findings: string[] = []
  const named = new Set<string>()
  const lengths = await readDocuments(client)
  let before = { id: 0, hash: NO_HASH }
  // One row at a time: an edition of thousands of factors is long.
  for (const id of await readIds(client)) {
    const edition = await readRecord(client, id)
    if (edition === null) {
      findings.push(`edition ${id}: its row cannot be read`)
      continue
    }
    const name = nameOf(edition)
    if (id !== before.id + 1) findings.push(`edition ${before.id + 1} is missing`)
    else if (edition.previousHash !== before.hash) findings.push(`${name}: it does not follow the edition before`)
    const { hash, ...hashed } = edition
    if (editionHash(hashed) !== hash) findings.push(`${name}: its hash is not that of its contents`)
    if ((await readStamp(client, edition.version)) !== edition.stamp) {
      findings.push(`${name}: data version ${edition.version} has another stamp`)
    }
    for (const { form, locale, sha256, bytes } of edition.documents) {
      named.add(sha256)
      const kept = lengths.get(sha256)
      if (kept === undefined) findings.push(`${name}: the document ${form} (${locale}) is missing`)
      else if (kept.actual !== sha256 || kept.bytes !== bytes) {
        findings.push(`${name}: the document ${form} (${locale}) has another SHA-256`)
      }
    }
    before = { id, hash }
  }
  const orphans = [...lengths.keys()].filter((sha256) => !named.has(sha256))
  return [...findings, ...orphans.map((sha256) => `edition_document: ${sha256} is of no edition`)]
}

function nameOf({ id, market, asOf, number }: Pick<EditionSummary, 'id' | 'market' | 'asOf' | 'number'>): string {
  return `edition ${id} (${market}, ${asOf}, number ${number})`
}

async function readIds(client: Client): Promise<number[]> {
  const { rows } = await client.query('select id from edition order by id')
  return z
    .array(z.object({ id: z.int() }))
    .parse(rows)
    .map(({ id }) => id)
}

async function readRecord(client: Client, id: number): Promise<EditionRecord | null> {
  const { rows } = await client.query(`select ${SUMMARY_COLUMNS}, ${CONTENT_COLUMNS} from edition where id = $1`, [id])
  return record.safeParse(rows[0]).data ?? null
}

/** Returns the actual SHA-256 and the length of each document, by the SHA-256 under which it is kept. */
async function readDocuments(client: Client): Promise<Map<string, { actual: string; bytes: number }>> {
  const { rows } = await client.query(`
    select sha256, encode(sha256(content), 'hex') as actual, length(content) as bytes from edition_document order by sha256`)
  const documents = z.array(z.object({ sha256: z.string(), actual: z.string(), bytes: z.int() })).parse(rows)
  return new Map(documents.map(({ sha256, actual, bytes }) => [sha256, { actual, bytes }]))
}

async function readStamp(client: Client, version: number): Promise<string | null> {
  const { rows } = await client.query(
    'select id, loaded_at as "loadedAt", source_sha256 as "sourceSha256" from data_version where id = $1',
    [version],
  )
  const [own] = z.array(load).parse(rows)
  return own === undefined ? null : versionStamp(own)
}
