/** What is kept of an upload between its steps, as JSON beside its files. */
import { z } from 'zod'
import { CONVENTIONS } from '@/lib/base/convention'
import { changedEntry } from '@/lib/db/queries/get-changed-entries'
import { restatedRow } from '@/lib/db/queries/get-restated-rows'
import { importOutcomeSchema } from '@/lib/import/http/outcome-schema'
import { UNITS } from '@/lib/import/layout/unit'
import { FAULT_RULES, type FaultRule } from '@/lib/import/outcome/fault'
import { givenColumns } from '@/lib/import/outcome/given-column'
import { ACCEPTABLE } from '@/lib/import/outcome/hold'
import type { ImportOutcome } from '@/lib/import/outcome/import-outcome'
import { WARNING_RULES, type WarningRule } from '@/lib/import/outcome/warning'
import { DECLARED } from '@/lib/import/parse/read-file'
import { movedCell } from '@/lib/workbench/versions/moved-cells'
import { movedEditions } from './moved-editions-schema'

const FAULT_NAMES = Object.keys(FAULT_RULES) as FaultRule[]
const WARNING_NAMES = Object.keys(WARNING_RULES) as WarningRule[]

/** What a load would change. Long lists are cut to LISTED_MAX, and counted. */
const changes = z.object({
  restated: z.array(restatedRow),
  restatedCount: z.int(),
  entries: z.array(changedEntry),
  entriesCount: z.int(),
  moved: z.array(movedCell),
  /** null when too many rows change to find the published figures that move. */
  movedCount: z.int().nullable(),
  convention: z.enum(CONVENTIONS),
  /** What would move in editions; null while none stands. */
  published: movedEditions.nullable(),
})

export type UploadChanges = z.infer<typeof changes>

/** Rows of a long list of changes that are kept. */
export const LISTED_MAX = 200

const { faults, warnings, holds } = importOutcomeSchema.shape
/** What the load says of one file: the same as the command and HTTP, with rules that have words in both languages. */
const fileOutcome = importOutcomeSchema.extend({
  faults: z.array(faults.element.extend({ rule: z.enum(FAULT_NAMES) })),
  warnings: z.array(warnings.element.extend({ rule: z.enum(WARNING_NAMES) })),
  holds: z.array(holds.unwrap().element.extend({ rule: z.enum(ACCEPTABLE) })),
})

export type FileOutcome = z.infer<typeof fileOutcome>

/** Returns an outcome in the form in which it is kept. */
export function keptOutcome(outcome: ImportOutcome): FileOutcome {
  return fileOutcome.parse(outcome)
}

const uploadedFile = z.object({
  name: z.string(),
  /** Hexadecimal. */
  sha256: z.string(),
  bytes: z.int(),
  /** Meanings given to its columns; null when those of an earlier load from its source count. */
  columns: givenColumns.nullable(),
})

export type UploadedFile = z.infer<typeof uploadedFile>

export const uploadRecord = z.object({
  id: z.string(),
  /** Who sent the files. */
  by: z.string(),
  /** ISO time at which the files arrived. */
  keptAt: z.iso.datetime(),
  files: z.array(uploadedFile).min(1),
  settings: z.object({ as: z.enum(DECLARED).nullable(), unit: z.enum(UNITS).nullable() }),
  result: z.discriminatedUnion('state', [
    z.object({
      state: z.literal('checked'),
      /** The newest version at the check: the load is refused when another has been made since. */
      against: z.int(),
      /** Of all files, or of the refused ones alone when a file has faults. */
      outcomes: z.array(fileOutcome),
      /** null when a file has faults. */
      changes: changes.nullable(),
    }),
    z.object({ state: z.literal('loaded'), outcomes: z.array(fileOutcome) }),
  ]),
})

export type UploadRecord = z.infer<typeof uploadRecord>
export type UploadResult = UploadRecord['result']
