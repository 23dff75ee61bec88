/**
 * A process of its own that reads one file, so that a crafted one can take nothing else down. The request comes by the
 * standard input, the answer goes to the standard output.
 */
import { deserialize, serialize } from 'node:v8'
import { FaultLog } from '@/lib/import/outcome/fault'
import { readFileContent } from './read-file'
import { packContent, type ReaderAnswer, type ReaderRequest } from './reader-protocol'
import { watchLimits } from './watch-limits'

const [memoryBytes, timeMs] = process.argv.slice(2).map(Number)
if (memoryBytes === undefined || timeMs === undefined) throw new TypeError('a reader is told its limits')
watchLimits({ memoryBytes, timeMs })

const { name, bytes, settings }: ReaderRequest = deserialize(await readInput())
const faults = new FaultLog(name)
const content = await readFileContent(bytes, settings, faults)
const answer: ReaderAnswer = {
  content: faults.count > 0 ? null : packContent(content),
  faults: faults.kept,
  faultCount: faults.count,
  places: faults.places,
}
process.stdout.write(serialize(answer))

async function readInput(): Promise<Buffer> {
  const chunks: Buffer[] = []
  for await (const chunk of process.stdin) chunks.push(chunk)
  return Buffer.concat(chunks)
}
