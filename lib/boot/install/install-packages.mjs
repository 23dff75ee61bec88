import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { step } from '../step.mjs'

const LOCK = 'package-lock.json'
// npm ci removes node_modules first, so this file is missing after an installation that broke off.
const STAMP = 'node_modules/.factor-weekly-lock'
// npm writes this one last.
const INSTALLED = 'node_modules/.package-lock.json'

/** Installs the packages of the lock file, unless they are there. Throws an Error with one sentence and what npm said. */
export async function installPackages() {
  const wanted = stampOf(readFileSync(LOCK))
  if (existsSync(STAMP) && readFileSync(STAMP, 'utf8') === wanted) return
  if (!isInstalled()) await step('packages', runNpm, () => 'installed')
  writeFileSync(STAMP, wanted)
}

/** Packages differ by system as well: a folder may be shared with a container. */
function stampOf(lock) {
  const hash = createHash('sha256').update(lock).digest('hex')
  return `${process.platform}-${process.arch} ${hash}\n`
}

/** Whether somebody has run `npm install` by hand, to its end: nothing to do then. */
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
  let said = ''
  child.stderr.on('data', (chunk) => {
    said += chunk
  })
  const code = await new Promise((resolve, reject) => child.on('error', reject).on('close', resolve))
  if (code !== 0) throw new Error(`${explain(said)}\n${said.trim()}`)
}

/** The JavaScript of npm: the one that runs us, or the one beside Node. */
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

function explain(said) {
  if (/ENOSPC/.test(said)) return 'The packages could not be installed, the disk is full: free 1 GB and start again.'
  if (/EACCES|EPERM|EROFS/.test(said))
    return 'The packages could not be installed, this folder may not be written: check its owner.'
  if (/ENOTFOUND|EAI_AGAIN|ETIMEDOUT|ECONNREFUSED|ECONNRESET/.test(said)) {
    return "The packages could not be installed, the registry is out of reach: check the network (or npm's proxy) and start again."
  }
  return 'The packages could not be installed. npm says:'
}
