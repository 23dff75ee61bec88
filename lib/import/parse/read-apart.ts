import { spawn } from 'node:child_process'
import { dirname, join } from 'node:path'
import { deserialize, serialize } from 'node:v8'
import type { FaultLog } from '@/lib/import/outcome/fault'
import type { FileContent } from './read-file'
import { type ReaderAnswer, type ReaderRequest, unpackContent } from './reader-protocol'

/** What reading one file may cost. */
const LIMITS = { heapMb: 1_536, memoryBytes: 2_000_000_000, timeMs: 120_000, answerBytes: 600_000_000 }

/** Characters of what a process complains of; V8 says first what it lacked, and then where. */
const COMPLAINT_MAX = 10_000

interface Ended {
  answer: Buffer | null
  /** What the process complained of. */
  complaint: string
}

/** One reader at a time, so that many uploads at once do not take many times the memory. */
let turn: Promise<unknown> = Promise.resolve()

/**
 * Reads a file in a process of its own, with limits of memory and time. Its faults go to the log, as those of a file
 * that takes too much of either do. null when there is nothing to go on with.
 */
export function readApart(request: ReaderRequest, faults: FaultLog, limits = LIMITS): Promise<FileContent | null> {
  const mine = turn.then(() => readInProcess(request, faults, limits))
  turn = mine.catch(() => null)
  return mine
}

async function readInProcess(request: ReaderRequest, faults: FaultLog, limits: typeof LIMITS) {
  const { answer, complaint } = await runReader(serialize(request), limits)
  if (answer === null) {
    const remedy = 'Split the file, or export it again in another format.'
    if (!/memory/i.test(complaint) && complaint !== '')
      console.error(`The reader of ${request.name} failed: ${complaint}`)
    faults.add({ rule: 'too-costly', remedy })
    return null
  }
  const { content, faults: found, faultCount, places }: ReaderAnswer = deserialize(answer)
  faults.take(found, faultCount, places)
  return unpackContent(content)
}

function runReader(input: Buffer, limits: typeof LIMITS): Promise<Ended> {
  const root = projectFolder()
  const child = spawn(
    process.execPath,
    [
      `--max-old-space-size=${limits.heapMb}`,
      '--import',
      'tsx',
      join(root, 'lib', 'import', 'parse', 'reader-process.ts'),
      String(limits.memoryBytes),
      String(limits.timeMs),
    ],
    { cwd: root, env: environment(root), stdio: ['pipe', 'pipe', 'pipe'], windowsHide: true },
  )
  const timer = setTimeout(() => child.kill('SIGKILL'), limits.timeMs)
  const chunks: Buffer[] = []
  let size = 0
  let complaint = ''
  child.stdout.on('data', (chunk: Buffer) => {
    size += chunk.length
    if (size > limits.answerBytes) child.kill('SIGKILL')
    else chunks.push(chunk)
  })
  child.stderr.on('data', (chunk: Buffer) => {
    complaint = (complaint + chunk.toString()).slice(0, COMPLAINT_MAX)
  })
  // A reader that died before it has read all says so by its end.
  child.stdin.on('error', () => {})
  child.stdin.end(input)
  return new Promise((settle, reject) => {
    child.on('error', reject)
    child.on('close', (code) => {
      clearTimeout(timer)
      settle({ answer: code === 0 ? Buffer.concat(chunks) : null, complaint })
    })
  })
}

/** Commands run where they were typed, and know the project by its tsconfig; the server runs in the project itself. */
function projectFolder(): string {
  const config = process.env.TSX_TSCONFIG_PATH
  return config ? dirname(config) : process.cwd()
}

/** What a program needs to run, and none of our secrets. */
function environment(root: string): NodeJS.ProcessEnv {
  const { DATABASE_URL: _, IMPORT_TOKEN: __, NODE_OPTIONS: ___, ...rest } = process.env
  return { ...rest, TSX_TSCONFIG_PATH: join(root, 'tsconfig.json') }
}
