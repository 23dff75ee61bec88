import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'

// On systems other than Linux a check runs a program.
const CHECK_MS = process.platform === 'linux' ? 250 : 2_000

/**
 * Calls `onDeath` when npm, which runs this process through a shell, has ended. npm passes signals on, but not when it
 * is killed; the server would then run on. Does nothing if npm did not start this process, or on Windows.
 */
export function watchNpm(onDeath) {
  if (!process.env.npm_execpath || process.platform === 'win32') return
  const parent = process.ppid
  const shell = readProcess(parent)
  const isOrphan = () => shell !== null && isShell(shell.name) && readProcess(parent)?.parent !== shell.parent
  const timer = setInterval(() => {
    if (process.ppid === parent && !isOrphan()) return
    clearInterval(timer)
    onDeath()
  }, CHECK_MS)
  timer.unref()
}

const isShell = (name) => /^(.*\/|-)?(ba|da|z|k|a)?sh$/.test(name)

/** Returns name and parent of a process; null when it has ended. */
function readProcess(pid) {
  try {
    if (process.platform === 'linux') {
      // 4711 (sh) S 4710 …: the name may contain blanks and brackets.
      const [, name, parent] = /^\d+ \((.*)\) \S (\d+)/s.exec(readFileSync(`/proc/${pid}/stat`, 'utf8')) ?? []
      return { name, parent: Number(parent) }
    }
    const [parent, name] = execFileSync('ps', ['-o', 'ppid=,comm=', '-p', `${pid}`], { encoding: 'utf8' })
      .trim()
      .split(/\s+/)
    return { name, parent: Number(parent) }
  } catch {
    return null
  }
}
