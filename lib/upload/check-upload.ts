import type { Convention } from '@/lib/base/convention'
import { readLatestAnew } from '@/lib/db/latest-version'
import { importFiles, type NamedFile } from '@/lib/import/import-files'
import { movedByDays } from './moved-by-days'
import { movedInEditions, standingEditions } from './moved-editions'
import { type DryChanges, readChanges } from './read-changes'
import { filePath } from './upload-folder'
import {
  type FileOutcome,
  keptOutcome,
  LISTED_MAX,
  type UploadChanges,
  type UploadRecord,
  type UploadResult,
} from './upload-record'

/** An upload whose files are there. */
export type Received = Omit<UploadRecord, 'result'>

/**
 * Checks the files of an upload in a dry run of the usual load, and finds what it would change: daily rows and entries,
 * old and new, and the published figures that move, those of editions among them. Nothing is written, and nothing is accepted.
 */
export async function checkUpload(upload: Received, convention: Convention): Promise<UploadResult> {
  const { id: newest } = await readLatestAnew()
  let found: DryChanges | null = null
  let all: FileOutcome[] | null = null
  const returned = await importFiles(filesOf(upload), {
    ...{ ...upload.settings, loadedBy: upload.by, dryRun: true },
    beforeRollback: async (query, outcomes) => {
      found = await readChanges(query, outcomes, newest)
      all = outcomes.map((outcome) => keptOutcome({ ...outcome, version: null }))
    },
  })
  const outcomes = all ?? returned.map(keptOutcome)
  const changes = found === null ? null : await describeChanges(found, convention)
  return { state: 'checked', against: (found as DryChanges | null)?.before ?? newest, outcomes, changes }
}

/** Returns the files of an upload as the load takes them. */
export function filesOf({ id, files }: Received): NamedFile[] {
  return files.map(({ name, columns }, index) => {
    const path = filePath(id, index)
    return columns === null ? { path, name } : { path, name, columns }
  })
}

async function describeChanges(
  { before, days, ...listed }: DryChanges,
  convention: Convention,
): Promise<UploadChanges> {
  const moved = days === null ? null : await movedByDays({ before, days, convention })
  const standing = await standingEditions()
  const published = standing.length === 0 ? null : await movedInEditions({ standing, before, days })
  return {
    ...{ ...listed, moved: (moved ?? []).slice(0, LISTED_MAX), movedCount: moved?.length ?? null },
    ...{ convention, published },
  }
}
