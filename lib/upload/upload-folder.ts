/**
 * The files of uploads between their check and their load, each upload in a folder of its own below CACHE_DIR. They are
 * bounded in number, bytes and time.
 */
import { randomBytes } from 'node:crypto'
import { mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { readEnv } from '@/lib/db/env'
import { type UploadRecord, uploadRecord } from './upload-record'

/** After this time the files are removed, whether they were loaded or not. */
export const KEPT_MS = 2 * 3_600_000
const UPLOADS_MAX = 16
/** Four files of the largest size. */
const BYTES_MAX = 1024 * 1024 * 1024

const RECORD = 'upload.json'
export const UPLOAD_ID = /^[0-9a-f]{32}$/

function uploadsFolder(): string {
  return join(readEnv(process.env).CACHE_DIR, 'uploads')
}

function folderOf(id: string): string {
  if (!UPLOAD_ID.test(id)) throw new RangeError(`"${id}" is not the name of an upload.`)
  return join(uploadsFolder(), id)
}

/** Returns the path of a file of an upload. Its name is its place among the files, and never what its sender called it. */
export function filePath(id: string, index: number): string {
  return join(folderOf(id), String(index))
}

/**
 * Makes a folder for an upload, which only this user of the machine can read, and lets `fill` write its files. Removes it
 * when `fill` throws. Removes older uploads first, and the oldest beyond the bounds then.
 */
export async function inNewFolder<Result>(fill: (id: string, folder: string) => Promise<Result>): Promise<Result> {
  await removeOldUploads()
  const id = randomBytes(16).toString('hex')
  const folder = folderOf(id)
  await mkdir(folder, { recursive: true, mode: 0o700 })
  try {
    const result = await fill(id, folder)
    setTimeout(() => void removeUpload(id).catch(() => undefined), KEPT_MS).unref()
    return result
  } catch (error) {
    await removeUpload(id)
    throw error
  }
}

/** Writes the record of an upload. A record is never read half written. */
export async function writeRecord(record: UploadRecord): Promise<void> {
  const path = join(folderOf(record.id), RECORD)
  await writeFile(`${path}.part`, JSON.stringify(record), { mode: 0o600 })
  await rename(`${path}.part`, path)
}

/** Returns the record of an upload; null when it is not kept, or not any more. */
export async function readRecord(id: string): Promise<UploadRecord | null> {
  if (!UPLOAD_ID.test(id)) return null
  const path = join(folderOf(id), RECORD)
  const text = await readFile(path, 'utf8').catch(absent)
  if (text === null) return null
  // An earlier version of the product may have written it.
  const record = uploadRecord.safeParse(JSON.parse(text)).data
  return record !== undefined && Date.now() - Date.parse(record.keptAt) < KEPT_MS ? record : null
}

/** Removes the files of an upload, and leaves its record. */
export async function removeFiles({ id, files }: UploadRecord): Promise<void> {
  for (const index of files.keys()) await rm(filePath(id, index), { force: true })
}

/** Removes an upload. */
export async function removeUpload(id: string): Promise<void> {
  await rm(folderOf(id), { recursive: true, force: true })
}

async function removeOldUploads(): Promise<void> {
  const names = ((await readdir(uploadsFolder()).catch(absent)) ?? []).filter((name) => UPLOAD_ID.test(name))
  const uploads = await Promise.all(names.map(async (id) => ({ id, ...(await sizeOf(id)) })))
  let bytes = 0
  for (const [index, upload] of uploads.sort((one, other) => other.since - one.since).entries()) {
    bytes += upload.bytes
    const isOld = Date.now() - upload.since > KEPT_MS
    if (isOld || index >= UPLOADS_MAX - 1 || bytes > BYTES_MAX) await removeUpload(upload.id)
  }
}

/** Returns the bytes of an upload, and the time in milliseconds at which its folder was last changed. */
async function sizeOf(id: string): Promise<{ bytes: number; since: number }> {
  const folder = folderOf(id)
  const names = (await readdir(folder).catch(absent)) ?? []
  const sizes = await Promise.all(names.map(async (name) => (await stat(join(folder, name)).catch(absent))?.size ?? 0))
  const since = (await stat(folder).catch(absent))?.mtimeMs ?? 0
  return { bytes: sizes.reduce((sum, size) => sum + size, 0), since }
}

/** Another request may have removed an upload meanwhile. */
function absent(error: NodeJS.ErrnoException): null {
  if (error.code === 'ENOENT') return null
  throw error
}
