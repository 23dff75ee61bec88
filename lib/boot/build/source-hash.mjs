import { createHash } from 'node:crypto'
import { readdir, readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'

/** The sources of the product. A missing path counts as empty. */
const SOURCES = [
  'app',
  'components',
  'lib',
  'public',
  'prisma/demo',
  'prisma/schema.prisma',
  'proxy.ts',
  'next.config.js',
  'postcss.config.mjs',
  'tsconfig.json',
  'package.json',
  'package-lock.json',
]
/** Paths that are generated from the schema, or only for tests, or for operators. */
const NO_SOURCE = /^lib[/\\](db[/\\]generated|testing|boot[/\\]operation)$|\.test\.tsx?$|[/\\]snapshots$|\.md$/

/**
 * Returns the SHA-256 of the names and contents of all that the product is built from, in hexadecimal.
 * @param {string} folder the product's folder
 * @returns {Promise<string>}
 */
export async function hashSources(folder) {
  const files = (await Promise.all(SOURCES.map((path) => listFiles(folder, path)))).flat()
  const contents = await Promise.all(files.map((path) => readFile(join(folder, path))))
  const hash = createHash('sha256')
  for (const [index, content] of contents.entries()) hash.update(`${files[index]}\0${content.length}\0`).update(content)
  return hash.digest('hex')
}

/** Lists the files at or below a path, relative to `folder`, in the same order on every system. */
async function listFiles(folder, path) {
  if (NO_SOURCE.test(path)) return []
  const found = await stat(join(folder, path)).catch(absent)
  if (!found) return []
  if (!found.isDirectory()) return [path]
  const names = await readdir(join(folder, path))
  return (await Promise.all(names.sort().map((name) => listFiles(folder, join(path, name))))).flat()
}

function absent(error) {
  if (error.code === 'ENOENT') return null
  throw error
}
