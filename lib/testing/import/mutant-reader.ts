/** The program of a worker process that reads mutants, since a few bytes can describe a trillion values. */
import { FaultLog } from '@/lib/import/outcome/fault'
import { type FileContent, readFileContent } from '@/lib/import/parse/read-file'
import { serveTasks } from '@/lib/process/serve-tasks'
import { CORPUS_CATALOGUE, CORPUS_TODAY } from './corpus-catalogue'

export interface ReadMutant {
  content: FileContent | null
  faultCount: number
}

const SETTINGS = { catalogue: CORPUS_CATALOGUE, today: CORPUS_TODAY, unit: null, as: null }

serveTasks(async (bytes: Uint8Array): Promise<ReadMutant> => {
  const faults = new FaultLog('mutant')
  const content = await readFileContent(bytes, SETTINGS, faults)
  return { content, faultCount: faults.count }
})
