import { createHash } from 'node:crypto'
import { canonicalJson } from './canonical-json'
import type { EditionContents, EditionSummary } from './edition-record'

/** The hash before the first edition. */
export const NO_HASH = '0'.repeat(64)

export type UnhashedEdition = Omit<EditionSummary, 'hash'> & EditionContents

/**
 * Returns the hash of an edition: SHA-256 of its canonical JSON, which contains the hash of the edition before and the
 * checksums of its documents. So each hash stands for all editions up to it.
 */
export function editionHash(edition: UnhashedEdition): string {
  return sha256Of(canonicalJson(edition))
}

/** Returns the SHA-256 of a text or of bytes, lower-case hexadecimal. */
export function sha256Of(content: string | Uint8Array): string {
  return createHash('sha256').update(content).digest('hex')
}
