/** Runs `npm run bench`: every benchmark in turn; exits with 1 when a budget is exceeded. Not a part of `npm test`. */
import { runVisibly } from '@/lib/boot/run-visibly'
import { listenForStop } from '@/lib/boot/shutdown'

const BENCHMARKS = ['page', 'kept', 'steady', 'drag', 'wall', 'long', 'growth', 'api', 'import', 'new-week', 'pdf']

const signal = listenForStop([])
const missed: string[] = []
for (const name of BENCHMARKS) {
  if (signal.aborted) break
  console.log(`\n▶ ${name}`)
  const code = await runVisibly(process.execPath, ['--import', 'tsx', `e2e/bench/${name}.ts`], { signal })
  if (code !== 0) missed.push(name)
}
console.log(missed.length === 0 ? '\nevery budget is kept' : `\nmissed: ${missed.join(', ')}`)
if (missed.length > 0 || signal.aborted) process.exitCode = 1
process.exit()
