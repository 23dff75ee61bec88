import { readFile, rm, writeFile } from 'node:fs/promises'
import { unlistedRoutes } from '@/lib/access/unlisted-routes'
import { ProgramFailure, runProgram } from '@/lib/boot/run-program'
import { step } from '@/lib/boot/step.mjs'
import { sourceVersion } from '@/lib/process/source-version'
import { compileAhead } from './compile-ahead'

const NEXT = 'node_modules/next/dist/bin/next'
/** The hash of the sources of the last complete build. */
const STAMP = '.next/factor-weekly-sources'

/**
 * Builds the pages unless they were built from these sources. Throws an error with Next's output when the build fails.
 */
export async function buildPages(signal: AbortSignal): Promise<void> {
  const sources = sourceVersion()
  const built = await readFile(STAMP, 'utf8').catch(() => null)
  if (built === sources) return
  await step(
    'pages',
    () => build(sources, signal),
    () => 'built',
  )
}

async function build(sources: string, signal: AbortSignal): Promise<void> {
  const unlisted = unlistedRoutes('app')
  if (unlisted.length > 0) {
    throw new ProgramFailure(
      `Nobody has said who may see ${unlisted.join(', ')}: add it to lib/access/access-table.ts.`,
    )
  }
  // Removed first, so that a failed or interrupted build never counts as complete.
  await rm(STAMP, { force: true })
  const env = { NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1' }
  await runProgram(process.execPath, [NEXT, 'build'], { env, signal }).catch((error) => {
    if (!(error instanceof ProgramFailure)) throw error
    throw new ProgramFailure(`The pages could not be built.\n${error.message}`)
  })
  await compileAhead('.next')
  await writeFile(STAMP, sources)
}
