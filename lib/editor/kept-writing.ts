/**
 * Texts of a form without script that could not be saved, until the page shows them again: files below CACHE_DIR, bounded in
 * number and time.
 */
import { randomBytes } from 'node:crypto'
import { mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { LOCALES } from '@/lib/base/locale'
import { readEnv } from '@/lib/db/env'

const WRITING_ID = /^[0-9a-f]{32}$/
const KEPT_MS = 2 * 3_600_000
const FILES_MAX = 64

/** Texts as a form has them, which need not be such as can be saved. */
const written = z.object({
  languages: z.record(
    z.enum(LOCALES),
    z.object({
      title: z.string().nullable(),
      authors: z.array(z.string()).nullable(),
      headline: z.string().nullable(),
      keyPoints: z.array(z.object({ label: z.string(), text: z.string() })).nullable(),
      commentary: z.string(),
      sectionCommentary: z.record(z.string(), z.string()),
      related: z
        .array(z.object({ title: z.string(), url: z.string().nullable(), date: z.string().nullable() }))
        .nullable(),
      disclosures: z.string().nullable(),
    }),
  ),
  sectionOrder: z.array(z.string()),
  hiddenSections: z.array(z.string()),
})

const writing = z.object({
  /** Who wrote it: nobody else sees it. */
  by: z.string(),
  market: z.string(),
  asOf: z.string(),
  /** The revision from which the writer began. */
  base: z.int(),
  content: written,
  keptAt: z.iso.datetime(),
})

type Writing = z.output<typeof writing>

/** Keeps texts, and returns the name under which they are kept. */
export async function keepWriting(texts: Omit<Writing, 'keptAt'>): Promise<string> {
  await mkdir(folder(), { recursive: true, mode: 0o700 })
  await removeOld()
  const id = randomBytes(16).toString('hex')
  const path = join(folder(), id)
  const record: Writing = { ...texts, keptAt: new Date().toISOString() }
  await writeFile(`${path}.part`, JSON.stringify(record), { mode: 0o600 })
  await rename(`${path}.part`, path)
  return id
}

/** Returns kept texts; null when they are not kept, or not any more, or somebody else wrote them. */
export async function readWriting(id: string, by: string): Promise<Writing | null> {
  if (!WRITING_ID.test(id)) return null
  const text = await readFile(join(folder(), id), 'utf8').catch(absent)
  // An earlier version of the product may have written it.
  const kept = text === null ? undefined : writing.safeParse(JSON.parse(text)).data
  if (kept === undefined || kept.by !== by) return null
  return Date.now() - Date.parse(kept.keptAt) < KEPT_MS ? kept : null
}

function folder(): string {
  return join(readEnv(process.env).CACHE_DIR, 'writing')
}

async function removeOld(): Promise<void> {
  const names = await readdir(folder())
  const files = await Promise.all(
    names.map(async (name) => ({ name, since: (await stat(join(folder(), name)).catch(absent))?.mtimeMs ?? 0 })),
  )
  for (const [index, { name, since }] of files.sort((one, other) => other.since - one.since).entries()) {
    if (index >= FILES_MAX - 1 || Date.now() - since > KEPT_MS) await rm(join(folder(), name), { force: true })
  }
}

/** Another request may have removed a file meanwhile. */
function absent(error: NodeJS.ErrnoException): null {
  if (error.code === 'ENOENT') return null
  throw error
}
