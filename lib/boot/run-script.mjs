/** Installs, generates and bundles what is missing, then runs the program of an npm script and exits with its code. */
import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { bundlePrograms, watchPrograms } from './build/bundle-programs.mjs'
import { generateClient } from './install/generate-client.mjs'
import { installPackages } from './install/install-packages.mjs'
import { watchNpm } from './watch-npm.mjs'

/** The program that Node runs for each script: a bundle, or for tests, which need the sources anyway, a source. */
const SCRIPTS = {
  start: ['.build/serve.mjs'],
  dev: ['.build/serve.mjs'],
  build: ['.build/run-build.mjs'],
  import: ['.build/database-command.mjs'],
  'export-data': ['.build/database-command.mjs'],
  'mail-preview': ['.build/database-command.mjs'],
  pdf: ['.build/database-command.mjs'],
  verify: ['.build/database-command.mjs'],
  backup: ['.build/database-command.mjs'],
  restore: ['.build/database-command.mjs'],
  withdraw: ['.build/database-command.mjs'],
  doctor: ['.build/run-doctor.mjs'],
  rename: ['.build/database-command.mjs'],
  publish: ['.build/database-command.mjs'],
  invite: ['.build/database-command.mjs'],
  test: ['--import', 'tsx', 'lib/testing/run/run-tests.ts'],
  bench: ['--import', 'tsx', 'lib/testing/run/run-bench.ts'],
}

/** @param {string[]} args the npm script's name, then its arguments */
export async function runScript([name, ...rest]) {
  const script = SCRIPTS[name]
  if (!script) throw new Error(`Expected one of ${Object.keys(SCRIPTS).join(', ')}, got ${name}.`)
  enterProject()
  try {
    await prepare(name)
  } catch (error) {
    console.error(explain(error))
    process.exitCode = 1
    return
  }
  runNode([...script, name, ...rest])
}

function enterProject() {
  // File names on the command line are relative to INIT_CWD, which npm sets, since it runs scripts in the project's
  // folder.
  process.env.INIT_CWD ??= process.cwd()
  process.chdir(resolve(dirname(fileURLToPath(import.meta.url)), '../..'))
  // lib/process/project-folder.ts reads it.
  process.env.FACTOR_WEEKLY_FOLDER = process.cwd()
}

async function prepare(name) {
  // A folder without sources has a complete build.
  if (!existsSync('lib/boot/serve.ts')) return
  await installPackages()
  await generateClient()
  await bundlePrograms()
  if (name === 'dev') await watchPrograms()
}

function runNode(args) {
  // The child notices the end of this process, of any kind, through the channel.
  const child = spawn(process.execPath, args, { stdio: ['inherit', 'inherit', 'inherit', 'ipc'] })
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal))
  watchNpm(() => child.kill('SIGTERM'))
  child.on('error', (error) => {
    console.error(error.message)
    process.exit(1)
  })
  child.on('exit', (code, signal) => {
    if (signal) console.error(`Factor Weekly was ended by ${signal}.`)
    process.exit(code ?? 1)
  })
}

/** Explains an error of the preparation; the program itself explains more. */
function explain(error) {
  if (error.code === 'ENOSPC') return `The disk is full (${error.path}): free some space and start again.`
  if (['EACCES', 'EPERM', 'EROFS'].includes(error.code)) {
    return `This account may not write ${error.path}: run as the owner of this folder, or clone it again.`
  }
  return error.message
}
