import { createHash } from 'node:crypto'
import type { Client } from 'pg'
import { z } from 'zod'

/** The hash before the first event. */
const NO_HASH = '0'.repeat(64)
/** Rows that are read at once. */
const PAGE = 10_000

const row = z.object({
  number: z.string().nullable(),
  previousHash: z.string().nullable(),
  hash: z.string().nullable(),
  id: z.string().nullable(),
  ms: z.string().nullable(),
  actorKind: z.string().nullable(),
  actorId: z.string().nullable(),
  action: z.string().nullable(),
  subject: z.string().nullable(),
  details: z.string().nullable(),
  /** Of an event about a removal: number and hash of the last seal that was removed. */
  removedSeal: z.string().nullable(),
  removedHash: z.string().nullable(),
})
type SealedEvent = z.infer<typeof row>

/**
 * Proves the chain of the audit: the seals have no gap, each has the hash of the one before and its own, each is of an event,
 * and each event has one. Where it does not begin with the first seal, an event says what was removed. Returns a sentence
 * for each difference. It cannot notice that the newest events are missing together with their seals: compare the newest hash
 * with a copy kept elsewhere.
 */
export async function checkAudit(client: Client): Promise<string[]> {
  const chain = new AuditChain()
  // One snapshot for all pages: events go on meanwhile.
  await client.query(`declare audit_chain no scroll cursor for ${CHAIN}`)
  for (;;) {
    const { rows } = await client.query(`fetch ${PAGE} from audit_chain`)
    for (const each of z.array(row).parse(rows)) chain.add(each)
    if (rows.length < PAGE) break
  }
  await client.query('close audit_chain')
  return chain.end()
}

const CHAIN = `
  select seal.number::text, seal.previous_hash as "previousHash", seal.hash, coalesce(event.id, seal.event_id)::text as id,
         (extract(epoch from event.at) * 1000)::bigint::text as ms, event.actor_kind as "actorKind",
         event.actor_id as "actorId", event.action, event.subject, event.details::text,
         event.details ->> 'seal' as "removedSeal", event.details ->> 'hash' as "removedHash"
  from audit_seal as seal full join audit_event as event on event.id = seal.event_id
  order by seal.number nulls last, event.id`

class AuditChain {
  private readonly findings: string[] = []
  private before: { number: bigint; hash: string } | null = null
  /** What must have been removed; null when the chain begins with its first seal, or an event says so. */
  private missing: { number: string; hash: string } | null = null

  add(event: SealedEvent): void {
    const { number, previousHash, hash, id } = event
    if (number === null || previousHash === null || hash === null) {
      this.findings.push(`audit event ${id}: it has no seal`)
      return
    }
    this.follow(BigInt(number), previousHash)
    this.before = { number: BigInt(number), hash }
    if (event.ms === null) this.findings.push(`audit event ${id}: it is missing, and seal ${number} is of it`)
    else if (sealOf(event) !== hash) this.findings.push(`audit event ${id}: its seal is not that of its contents`)
    const { action, removedSeal, removedHash } = event
    const isSaid = action === 'events-removed' && removedSeal === this.missing?.number
    if (isSaid && removedHash === this.missing?.hash) this.missing = null
  }

  private follow(number: bigint, previousHash: string): void {
    const { before } = this
    if (before === null) {
      if (number > 1n) this.missing = { number: String(number - 1n), hash: previousHash }
      else if (previousHash !== NO_HASH) this.findings.push('audit seal 1: it does not begin the chain')
    } else if (number !== before.number + 1n) {
      this.findings.push(`audit seals ${before.number + 1n} to ${number - 1n} are missing`)
    } else if (previousHash !== before.hash) {
      this.findings.push(`audit seal ${number}: it does not follow the one before`)
    }
  }

  end(): string[] {
    if (this.missing === null) return this.findings
    return [...this.findings, `audit: the seals up to ${this.missing.number} are missing, and no event says so`]
  }
}

/** Returns the hash of a seal, as the migration of the chain describes it. */
function sealOf(event: SealedEvent): string {
  const { number, previousHash, id, ms, actorKind, actorId, action, subject, details } = event
  const texts = [number, previousHash, id, ms, actorKind, actorId, action, subject, details]
  const written = `[${texts.map((text) => JSON.stringify(text)).join(', ')}]`
  return createHash('sha256').update(written).digest('hex')
}
