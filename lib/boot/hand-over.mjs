/** Installs and generates what is missing, then runs the TypeScript part of an npm script and ends as it ends. */
import { spawn } from 'node:child_process'
import { dirname, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { generateClient } from './generate-client.mjs'
import { installPackages } from './install-packages.mjs'
import { watchNpm } from './watch-npm.mjs'

const SCRIPTS = {
  start: 'boot/serve.ts',
  dev: 'boot/serve.ts',
  test: 'testing/run/run-tests.ts',
  bench: 'testing/run/run-bench.ts',
  import: 'cli/database-command.ts',
  'mail-preview': 'cli/database-command.ts',
  'export-data': 'cli/database-command.ts',
  pdf: 'cli/database-command.ts',
  verify: 'cli/database-command.ts',
}

/** @param {string[]} args the npm script's name, then its arguments */
export async function handOver([name, ...rest]) {
  const script = SCRIPTS[name]
  if (!script) throw new Error(`Expected one of ${Object.keys(SCRIPTS).join(', ')}, got ${name}.`)
  const here = dirname(fileURLToPath(import.meta.url))
  // Where files named on the command line are looked for; npm sets it, since it runs scripts in the project's folder.
  process.env.INIT_CWD ??= process.cwd()
  process.chdir(resolve(here, '../..'))
  try {
    await installPackages()
    await generateClient()
  } catch (error) {
    console.error(explain(error))
    process.exitCode = 1
    return
  }
  runTypeScript(resolve(here, '..', script), [name, ...rest])
}

function runTypeScript(script, args) {
  // The channel tells the child when this process dies, however it dies.
  const stdio = ['inherit', 'inherit', 'inherit', 'ipc']
  const child = spawn(process.execPath, ['--import', 'tsx', script, ...args], { stdio })
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

/** The TypeScript part says more; nothing of it may be there yet. */
function explain(error) {
  if (error.code === 'ENOSPC') return `The disk is full (${error.path}): free some space and start again.`
  if (['EACCES', 'EPERM', 'EROFS'].includes(error.code)) {
    return `This account may not write ${error.path}: run as the owner of this folder, or clone it again.`
  }
  return error.message
}
