import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { step } from '../step.mjs'

const LOCK = 'package-lock.json'
// npm ci removes node_modules first, so this file is missing after an interrupted installation.
const STAMP = 'node_modules/.factor-weekly-lock'
// npm writes this file last.
const INSTALLED = 'node_modules/.package-lock.json'

/**
 * Installs the packages of the lock file unless they are installed. Throws an Error with one sentence and npm's output.
 */
export async function installPackages() {
  const wanted = stampOf(readFileSync(LOCK))
  if (existsSync(STAMP) && readFileSync(STAMP, 'utf8') === wanted) return
  if (!isInstalled()) await step('packages', runNpm, () => 'installed')
  writeFileSync(STAMP, wanted)
}

/** Packages also depend on the system: a folder may be shared with a container. */
function stampOf(lock) {
  const hash = createHash('sha256').update(lock).digest('hex')
  return `${process.platform}-${process.arch} ${hash}\n`
}

/** Returns whether `npm install` was run by hand and completed. */
function isInstalled() {
  if (!existsSync(INSTALLED) || existsSync(STAMP)) return false
  const installed = JSON.parse(readFileSync(INSTALLED, 'utf8')).packages
  const wanted = Object.entries(JSON.parse(readFileSync(LOCK, 'utf8')).packages)
  return wanted.every(
    ([path, { version, optional }]) => path === '' || optional || installed[path]?.version === version,
  )
}

async function runNpm() {
  const args = [findNpm(), 'ci', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error']
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'ignore', 'pipe'] })
  let output = ''
  child.stderr.on('data', (chunk) => {
    output += chunk
  })
  const code = await new Promise((resolve, reject) => child.on('error', reject).on('close', resolve))
  if (code !== 0) throw new Error(`${explain(output)}\n${output.trim()}`)
}

/** Returns the path of npm's JavaScript: that of the running npm, or the one beside Node. */
function findNpm() {
  const bin = dirname(process.execPath)
  const candidates = [
    process.env.npm_execpath,
    join(bin, '../lib/node_modules/npm/bin/npm-cli.js'),
    join(bin, 'node_modules/npm/bin/npm-cli.js'),
    '/usr/share/nodejs/npm/bin/npm-cli.js',
  ]
  const npm = candidates.find((path) => path?.endsWith('npm-cli.js') && existsSync(path))
  if (!npm) throw new Error('npm was not found beside Node: run `npm ci` by hand and start again.')
  return npm
}

function explain(output) {
  if (/ENOSPC/.test(output)) return 'The packages could not be installed, the disk is full: free 1 GB and start again.'
  if (/EACCES|EPERM|EROFS/.test(output))
    return 'The packages could not be installed, this folder may not be written: check its owner.'
  if (/ENOTFOUND|EAI_AGAIN|ETIMEDOUT|ECONNREFUSED|ECONNRESET/.test(output)) {
    return "The packages could not be installed, the registry is out of reach: check the network (or npm's proxy) and start again."
  }
  return 'The packages could not be installed. npm says:'
}
