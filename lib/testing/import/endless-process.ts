/** Runs as a process that loops for ever within limits; with the argument `parent` it starts such a process and waits for it. */
import { fork } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { watchLimits } from '@/lib/import/parse/watch-limits'

const [role, timeMs] = process.argv.slice(2)

if (role === 'parent') {
  const child = fork(fileURLToPath(import.meta.url), ['child', String(timeMs)], {
    execArgv: ['--import', 'tsx'],
    stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
  })
  child.stdout?.once('data', () => process.stdout.write(`${child.pid}\n`))
} else {
  watchLimits({ memoryBytes: 1_000_000_000, timeMs: Number(timeMs) })
  process.stdout.write('looping\n', () => {
    for (;;);
  })
}
