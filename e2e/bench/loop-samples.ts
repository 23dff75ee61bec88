import { readFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { z } from 'zod'

export interface LoopSample {
  at: number
  /** Delay of the event loop, milliseconds. */
  late: number
  /** Resident memory of the server. */
  bytes: number
}

/** Lets the next server record its event loops: that of Next in a file with `.next` after its name. */
export function recordLoops(loopFile: string): void {
  process.env.FACTOR_WEEKLY_LOOP_FILE = loopFile
  process.env.NODE_OPTIONS = `--import ${pathToFileURL(resolve('e2e/bench/event-loop-recorder.mjs')).href}`
}

/** Returns what event-loop-recorder.mjs wrote, oldest first; its last twenty samples may still be missing. */
export async function readSamples(loopFile: string): Promise<LoopSample[]> {
  const lines = (await readFile(loopFile, 'utf8')).trim().split('\n')
  return lines.map((line) => {
    const [at, late, bytes] = sampleSchema.parse(JSON.parse(line))
    return { at, late, bytes }
  })
}

const sampleSchema = z.tuple([z.number(), z.number(), z.number()])
