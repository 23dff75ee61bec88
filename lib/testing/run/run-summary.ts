/** Writes the end of a run's output: stages, skipped tests, the slowest tests, what failed and, in the last line, the counts. */
import type { Counts, TestReport, TestTime } from './test-report'

export interface Stage extends TestReport {
  name: string
  seconds: number
}

const SLOWEST = 10

/** Returns the lines of the summary. The last one reads "N passed, N failed", and ", N skipped" if any was. */
export function summarise(stages: readonly Stage[]): string[] {
  const skips = stages.flatMap((stage) => stage.skips)
  const slowest = stages
    .flatMap(({ times }) => times)
    .sort((a, b) => b.seconds - a.seconds)
    .slice(0, SLOWEST)
  return [
    ...stages.map(stageLine),
    ...section('Skipped', skips),
    ...section(`The ${slowest.length} slowest tests`, slowest.map(timeLine)),
    ...section('Failed', stages.flatMap(failuresOf)),
    '',
    countsLine(stages),
  ]
}

function stageLine({ name, passed, failed, seconds }: Stage): string {
  const counts = `${`${passed}`.padStart(6)} passed${`${failed}`.padStart(5)} failed`
  return `  ${name.padEnd(28)}${counts}${seconds.toFixed(1).padStart(8)} s`
}

/** Returns what failed in a stage: its tests, or the stage itself when it has no report of tests. */
function failuresOf({ name, failed, failures }: Stage): string[] {
  return failed > 0 && failures.length === 0 ? [name] : failures
}

function section(title: string, lines: string[]): string[] {
  return lines.length === 0 ? [] : ['', title, ...lines.map((line) => `  ${line}`)]
}

function timeLine({ name, seconds }: TestTime): string {
  return `${seconds.toFixed(1).padStart(6)} s  ${name}`
}

function countsLine(stages: readonly Counts[]): string {
  const sum = (count: keyof Counts) => stages.reduce((total, stage) => total + stage[count], 0)
  const skipped = sum('skipped') > 0 ? `, ${sum('skipped')} skipped` : ''
  return `${sum('passed')} passed, ${sum('failed')} failed${skipped}`
}
