/** Checks of `npm run doctor` that need no database: rights, disks, fonts, the port. */
import { access, constants, mkdtemp, rm, statfs, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { explain } from '@/lib/boot/explain'
import { isPortFree } from '@/lib/boot/port'
import { reachable } from '@/lib/boot/web/web-server'
import type { Env } from '@/lib/db/env'
import { fontFiles } from '@/lib/pdf/font-files'
import { type Finding, fault, fine, warning } from './finding'

/** The demo data take 300 MB; a load of a million rows needs a gigabyte for a while. */
const FREE_MIN_BYTES = 1_000_000_000
const ANSWER_MAX_MS = 5_000

type Folders = Pick<Env, 'CACHE_DIR' | 'DATA_DIR' | 'DATABASE_URL'>

/** Returns the folders that the product writes, by the setting that names each. */
function foldersOf({ DATABASE_URL, DATA_DIR, CACHE_DIR }: Folders): [setting: string, path: string][] {
  const data: [string, string][] = DATABASE_URL === undefined ? [['DATA_DIR', resolve(DATA_DIR)]] : []
  return [...data, ['CACHE_DIR', resolve(CACHE_DIR)], ['TMPDIR', tmpdir()]]
}

/** Checks that files can be written in each folder. */
export async function checkRights(env: Folders): Promise<Finding> {
  for (const [setting, path] of foldersOf(env)) {
    const failure = await writeIn(await existing(path)).catch((error: Error) => error.message)
    if (failure === null) continue
    const text = `${path} cannot be written (${failure}): give this account the right, or set ${setting} to another folder.`
    // Documents are then made each time.
    return setting === 'CACHE_DIR' ? warning(text) : fault(text)
  }
  return fine('Files can be written where they must be.')
}

/** Checks that each folder has room. */
export async function checkDisk(env: Folders): Promise<Finding> {
  const free = await Promise.all(
    foldersOf(env).map(async ([, path]) => {
      const { bavail, bsize } = await statfs(await existing(path))
      return { path, bytes: bavail * bsize }
    }),
  )
  const [least] = free.toSorted((a, b) => a.bytes - b.bytes)
  if (least === undefined) throw new RangeError('There are always folders.')
  const gigabytes = `${(least.bytes / 1e9).toFixed(1)} GB`
  if (least.bytes >= FREE_MIN_BYTES) return fine(`At least ${gigabytes} are free.`)
  return warning(`Only ${gigabytes} are free in ${least.path}: free some space; a large load needs 1 GB.`)
}

/** Checks that the fonts of the PDF are installed. */
export async function checkFonts(): Promise<Finding> {
  const files = fontFiles()
  for (const file of files) {
    const isThere = await access(file, constants.R_OK).then(
      () => true,
      () => false,
    )
    if (!isThere) return fault(`The font ${file} is missing: install the packages again (npm ci).`)
  }
  return fine(`${files.length} fonts for the PDF.`)
}

/** Checks that the port is free, or that this product answers there. */
export async function checkPort({ HOST, PORT }: Pick<Env, 'HOST' | 'PORT'>): Promise<Finding> {
  try {
    if (await isPortFree(HOST, PORT)) return fine(`Port ${PORT} is free: the product is not running there.`)
  } catch (error) {
    return fault(`The server cannot listen there (${explain(error)}): correct HOST and PORT.`)
  }
  const signal = AbortSignal.timeout(ANSWER_MAX_MS)
  const answer = await fetch(`http://${reachable(HOST)}:${PORT}/readyz`, { signal }).catch(() => null)
  const text = (await answer?.text())?.trim() ?? 'nothing'
  if (answer?.ok && text.startsWith('data version')) return fine(`The product is running on port ${PORT}: ${text}.`)
  return warning(
    `Port ${PORT} is in use, and what listens there answers "${text.slice(0, 80)}": stop it, or choose another PORT.`,
  )
}

/** Checks that the port of the metrics is free, or that this product answers there. */
export async function checkMetricsPort(
  { METRICS_HOST: host }: Pick<Env, 'METRICS_HOST'>,
  port: number,
): Promise<Finding> {
  try {
    if (await isPortFree(host, port)) return fine(`Port ${port} is free: no metrics are served there.`)
  } catch (error) {
    return fault(`The metrics cannot be served there (${explain(error)}): correct METRICS_HOST and METRICS_PORT.`)
  }
  const signal = AbortSignal.timeout(ANSWER_MAX_MS)
  const answer = await fetch(`http://${reachable(host)}:${port}/metrics`, { signal }).catch(() => null)
  if ((await answer?.text())?.includes('factor_weekly_')) return fine(`The metrics are served on port ${port}.`)
  return warning(`Port ${port} is in use by another program: stop it, or choose another METRICS_PORT.`)
}

/** Writes and removes a file. Returns null; throws when that fails. */
async function writeIn(folder: string): Promise<null> {
  const own = await mkdtemp(join(folder, 'doctor-'))
  try {
    await writeFile(join(own, 'file'), 'x')
  } finally {
    await rm(own, { recursive: true, force: true })
  }
  return null
}

/** Returns the folder, or the nearest one above it that exists: the start makes the rest. */
async function existing(path: string): Promise<string> {
  const isThere = await access(path).then(
    () => true,
    () => false,
  )
  return isThere || dirname(path) === path ? path : existing(dirname(path))
}
