/** Runs as a process that reads mutants. A test may have to kill it: a few bytes can describe a million million values. */

import { FaultLog } from '@/lib/import/outcome/fault'
import { readFileContent } from '@/lib/import/parse/read-file'
import { watchLimits } from '@/lib/import/parse/watch-limits'
import { CORPUS_CATALOGUE, CORPUS_TODAY } from './corpus-catalogue'

// The test gives up on each of them by itself; this is for the one that it leaves behind when it is ended.
watchLimits({ memoryBytes: 3_000_000_000, timeMs: Number.POSITIVE_INFINITY })

process.on('message', (bytes: Uint8Array) => {
  const faults = new FaultLog('mutant')
  const settings = { catalogue: CORPUS_CATALOGUE, today: CORPUS_TODAY, unit: null, as: null }
  readFileContent(bytes, settings, faults).then(
    (content) => process.send?.({ content, faultCount: faults.count }),
    (error: unknown) => process.send?.({ threw: String(error) }),
  )
})
