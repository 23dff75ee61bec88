/** Writes editions and drafts, in a transaction that waits for loads and other editions. */
import type { Client } from 'pg'
import { z } from 'zod'
import { editionHash, NO_HASH } from '@/lib/editions/edition-hash'
import type { EditionContents, EditionSummary } from '@/lib/editions/edition-record'
import type { BeforeCommit, Execute } from '@/lib/import/write/load'
import { inSession } from '@/lib/import/write/load-session'
import { type PublishedWeek, PublishRefusal } from './find-published-week'
import type { FrozenDocument } from './freeze-documents'

type NewEdition = Omit<EditionSummary, 'id' | 'documents' | 'previousHash' | 'hash'> &
  EditionContents & { documents: FrozenDocument[] }

/**
 * Writes the next edition of the chain and its documents, and ends the review of its week. Throws a PublishRefusal when
 * somebody else has published or withdrawn the week meanwhile.
 */
export function writeEdition(edition: NewEdition, beforeCommit: (execute: Execute, hash: string) => Promise<void>) {
  return inSession<string>(async (client) => {
    const { id, hash: previousHash, number } = await readChain(client, edition)
    if (number !== edition.number - 1) {
      throw new PublishRefusal(
        'meanwhile',
        `Somebody has changed the editions of ${edition.asOf} meanwhile: look at them, then try again.`,
      )
    }
    const documents = edition.documents.map(({ content: _, ...document }) => document)
    const unhashed = { ...edition, id: id + 1, documents, previousHash }
    const hash = editionHash(unhashed)
    for (const { sha256, content } of edition.documents)
      await client.query(KEEP_DOCUMENT, [sha256, Buffer.from(content)])
    await insert(client, { ...unhashed, hash })
    await client.query(END_REVIEW, [edition.market, edition.windowKind, edition.asOf])
    await beforeCommit((statement, parameters) => client.query(statement, parameters), hash)
    return { result: hash, commit: true }
  })
}

const chain = z.object({ id: z.int(), hash: z.string().nullable(), number: z.int() })

/** Returns the newest edition of the chain, and the newest number of a week; 0 where there is none. */
async function readChain(
  client: Client,
  { market, windowKind, asOf }: NewEdition,
): Promise<{ id: number; hash: string; number: number }> {
  const { rows } = await client.query(
    `select (select coalesce(max(id), 0) from edition) as id, (select hash from edition order by edition.id desc limit 1) as hash,
            (select coalesce(max(number), 0) from edition
             where market = $1 and window_kind = $2 and as_of = $3) as number`,
    [market, windowKind, asOf],
  )
  const { hash, ...newest } = chain.parse(rows[0])
  return { ...newest, hash: hash ?? NO_HASH }
}

/** The same bytes may be a document of several editions. */
const KEEP_DOCUMENT = `
  insert into edition_document (sha256, content) values ($1, $2)
  on conflict (sha256) do nothing`

async function insert(client: Client, edition: EditionSummary & EditionContents): Promise<void> {
  const { id, market, windowKind, asOf, number, state, version, stamp, convention } = edition
  const json = [edition.texts, edition.publisher, edition.figures, edition.documents, edition.waivers]
  await client.query(
    `insert into edition (id, market, window_kind, as_of, number, state, version, stamp, convention, texts, publisher, figures,
                          documents, waivers, reason, drafted_by, published_by, published_at, previous_hash, hash)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10::jsonb, $11::jsonb, $12::jsonb, $13::jsonb, $14::jsonb, $15, $16, $17, $18,
             $19, $20)`,
    [
      ...[id, market, windowKind, asOf, number, state, version, stamp, convention],
      ...json.map((part) => JSON.stringify(part)),
      ...[edition.reason, edition.draftedBy, edition.publishedBy, edition.publishedAt],
      ...[edition.previousHash, edition.hash],
    ],
  )
}

const END_REVIEW = `
  update week_draft set state = 'draft', revision = revision + 1
  where market = $1 and window_kind = $2 and as_of = $3 and state = 'in-review'`

/** Submits a week for review, as of a data version. */
export function writeReview(
  { market, window, asOf, version }: PublishedWeek,
  draftedBy: string,
  beforeCommit: BeforeCommit<void>,
): Promise<void> {
  return inSession<void>(async (client) => {
    await client.query(
      `insert into week_draft (market, window_kind, as_of, state, version, drafted_by, drafted_at)
       values ($1, $2, $3, 'in-review', $4, $5, now())
       on conflict (market, window_kind, as_of) do update
       set state = excluded.state, version = excluded.version, drafted_by = excluded.drafted_by,
           drafted_at = excluded.drafted_at, revision = week_draft.revision + 1`,
      [market, window, asOf, version, draftedBy],
    )
    await beforeCommit((statement, parameters) => client.query(statement, parameters), undefined)
    return { result: undefined, commit: true }
  })
}
