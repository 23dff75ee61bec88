/** The program of the processes that read files, so that a crafted file can take nothing else down. */
import { FaultLog } from '@/lib/import/outcome/fault'
import { serveTasks } from '@/lib/process/serve-tasks'
import { readFileContent } from './read-file'
import { packContent, type ReaderAnswer, type ReaderRequest } from './reader-messages'

serveTasks(async ({ name, bytes, settings }: ReaderRequest): Promise<ReaderAnswer> => {
  const faults = new FaultLog(name)
  const content = await readFileContent(bytes, settings, faults)
  return {
    content: faults.count > 0 ? null : packContent(content),
    faults: faults.kept,
    faultCount: faults.count,
    places: faults.places,
  }
})
