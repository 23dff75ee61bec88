/** The program of the child processes that read files: a crafted file can crash only its own process. */
import { FaultLog } from '@/lib/import/outcome/fault'
import { serveTasks } from '@/lib/process/serve-tasks'
import { readFileContent } from './read-file'
import { packContent, type ReaderAnswer, type ReaderRequest } from './reader-messages'

serveTasks(async ({ name, bytes, settings }: ReaderRequest): Promise<ReaderAnswer> => {
  const faults = new FaultLog(name)
  const content = await readFileContent(bytes, settings, faults)
  const { kept, count, locations, isOfCatalogue, tables } = faults
  return { content: count > 0 ? null : packContent(content), found: { kept, count, locations, isOfCatalogue, tables } }
})
