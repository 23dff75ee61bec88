import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import { EXTERNAL, PROGRAMS } from './programs.mjs'
import { hashSources } from './source-hash.mjs'

const FOLDER = '.build'
/** The hash of the sources of the programs in the folder; lib/process/source-version.ts reads it. */
const STAMP = `${FOLDER}/source-hash`

/** Bundles the programs of the product into `.build` unless they were made from these sources. */
export async function bundlePrograms() {
  const hash = await hashSources('.')
  if (readStamp() === hash) return
  // Removed first, so that a failed or interrupted build never counts as complete.
  rmSync(STAMP, { force: true })
  await bundle(PROGRAMS)
  writeWhole(resolve(STAMP), hash)
}

/**
 * Bundles programs into `.build`.
 * @param {Record<string, string>} programs source files by the name of their bundle
 */
export async function bundle(programs) {
  const { build, stop } = await import('esbuild')
  await build(optionsOf(programs))
  // Otherwise its process would run as long as this one.
  await stop()
}

/** Bundles the programs of the product now and after each change of a source; new processes run the new bundles. */
export async function watchPrograms() {
  const { context } = await import('esbuild')
  const watched = await context(optionsOf(PROGRAMS))
  await watched.watch()
}

function optionsOf(programs) {
  return {
    entryPoints: programs,
    outdir: FOLDER,
    outExtension: { '.js': '.mjs' },
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    external: EXTERNAL,
    // Packages in CommonJS call `require` for modules of Node, which a module of ECMAScript does not have.
    banner: {
      js: "import { createRequire as requireFor } from 'node:module'; const require = requireFor(import.meta.url);",
    },
    logLevel: 'error',
    write: false,
    plugins: [{ name: 'write whole files', setup: (run) => run.onEnd(writeAll) }],
  }
}

function writeAll({ outputFiles = [] }) {
  for (const { path, contents } of outputFiles) writeWhole(path, contents)
}

/** Writes a complete file at once by renaming it, since another command may start a program at any time. */
function writeWhole(path, contents) {
  const unfinished = `${path}.${process.pid}`
  mkdirSync(dirname(path), { recursive: true })
  writeFileSync(unfinished, contents)
  renameSync(unfinished, path)
}

function readStamp() {
  try {
    return readFileSync(STAMP, 'utf8')
  } catch {
    return null
  }
}
