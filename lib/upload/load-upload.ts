import { forgetLatestVersion } from '@/lib/db/known-version'
import { importFiles } from '@/lib/import/import-files'
import type { HoldRule } from '@/lib/import/outcome/hold'
import { isRefused } from '@/lib/import/outcome/import-outcome'
import { filesOf } from './check-upload'
import { keptOutcome, type UploadRecord, type UploadResult } from './upload-record'

/** A version was made between the check and the change that it was for: what was shown is not what would be done. */
export class StoreMoved extends Error {
  override name = 'StoreMoved'
}

/** Throws StoreMoved unless the first of some new versions follows the one that was the newest at the check. */
export function assertFollows(against: number, versions: readonly (number | null)[]): void {
  const first = Math.min(...versions.flatMap((version) => version ?? []))
  if (first !== against + 1) throw new StoreMoved(`The newest data version is ${first - 1}, and no longer ${against}.`)
}

interface Decision {
  accept: readonly HoldRule[]
  /** null when nothing is accepted. */
  reason: string | null
}

/**
 * Loads the files of a checked upload, if no version was made since its check. Returns what was loaded, or null when the
 * files are refused; then nothing was written.
 * @throws StoreMoved
 */
export async function loadUpload(upload: UploadRecord, { accept, reason }: Decision): Promise<UploadResult | null> {
  const { result, settings, by } = upload
  if (result.state === 'loaded') return result
  const loading = importFiles(filesOf(upload), {
    ...{ ...settings, loadedBy: by, accept, reason },
    beforeCommit: async (_, outcomes) =>
      assertFollows(
        result.against,
        outcomes.map(({ version }) => version),
      ),
  })
  // Also after an error: the load may have been committed before the answer was lost.
  const outcomes = await loading.finally(forgetLatestVersion)
  return outcomes.some(isRefused) ? null : { state: 'loaded', outcomes: outcomes.map(keptOutcome) }
}
