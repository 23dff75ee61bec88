import { z } from 'zod'
import { CONVENTIONS } from '@/lib/base/convention'
import { LOCALES } from '@/lib/base/locale'
import { WINDOW_KINDS } from '@/lib/base/window-kind'
import { DOCUMENT_FORMS, EDITION_STATES } from './states'

const sha256 = z.string().regex(/^[0-9a-f]{64}$/)

/** A document of an edition: its bytes are in `edition_document`, by their checksum. */
export const editionDocument = z.object({
  form: z.enum(DOCUMENT_FORMS),
  locale: z.enum(LOCALES),
  /** SHA-256 of the bytes, hexadecimal. */
  sha256,
  bytes: z.int(),
})

/** The warnings of the gate, by the names of their rules. */
export const WARNING_RULES = ['outlying', 'restated', 'first-week'] as const

/** A warning of the gate that was waived: its rule, why, and what the gate said, by language. */
const waiver = z.object({
  rule: z.enum(WARNING_RULES),
  reason: z.string(),
  findings: z.array(z.record(z.enum(LOCALES), z.string())),
})

/** What names an edition, without its contents. */
export const editionSummary = z.object({
  /** 1, 2, 3, … over all markets. */
  id: z.int(),
  market: z.string(),
  windowKind: z.enum(WINDOW_KINDS),
  /** Last trading day of the window, ISO date. */
  asOf: z.iso.date(),
  /** 1, 2, 3, … of its window. */
  number: z.int(),
  state: z.enum(EDITION_STATES),
  version: z.int(),
  stamp: z.string(),
  convention: z.enum(CONVENTIONS),
  documents: z.array(editionDocument),
  waivers: z.array(waiver),
  reason: z.string().nullable(),
  draftedBy: z.string().nullable(),
  publishedBy: z.string(),
  /** UTC, with milliseconds. */
  publishedAt: z.iso.datetime(),
  previousHash: sha256,
  hash: sha256,
})

export type EditionDocument = z.infer<typeof editionDocument>
export type Waiver = z.infer<typeof waiver>
export type EditionSummary = z.infer<typeof editionSummary>

/** The contents of an edition, as JSON: lib/publish says what is in them. */
export interface EditionContents {
  texts: unknown
  publisher: unknown
  figures: unknown
}
