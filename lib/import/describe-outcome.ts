import { FAULT_RULES, type Fault } from '@/lib/import/outcome/fault'
import { type Hold, type HoldExample, holdSentence } from '@/lib/import/outcome/hold'
import type { ImportOutcome, RowCounts } from '@/lib/import/outcome/import-outcome'
import { WARNING_RULES, type Warning } from '@/lib/import/outcome/warning'

const NAMED_SERIES_MAX = 3

/** Describes an outcome in plain text, for a terminal. */
export function describeOutcome(outcome: ImportOutcome): string {
  if (outcome.faultCount > 0) return describeRefusal(outcome)
  return outcome.holds.length > 0 ? describeHolds(outcome) : describeLoad(outcome)
}

/** Names each finding, some values that would change, and what to do. */
function describeHolds({ file, dryRun, holds }: ImportOutcome): string {
  const findings = holds.length === 1 ? '1 finding' : `${holds.length} findings`
  const headline = dryRun ? 'dry run, and the load would be held' : 'held, nothing was written'
  const rules = [...new Set(holds.map(({ rule }) => rule))].join(',')
  return [
    `${file}: ${headline} (${findings})`,
    ...holds.flatMap(describeHold),
    `Correct the file; or, if it is right, load it with --accept=${rules}`,
  ].join('\n')
}

function describeHold({ rule, series, from, to, detail, examples }: Hold): string[] {
  const named = series.slice(0, NAMED_SERIES_MAX).join(', ')
  const rest = series.length > NAMED_SERIES_MAX ? ` and ${series.length - NAMED_SERIES_MAX} more` : ''
  const days = from === to ? from : `${from} to ${to}`
  return [
    `  ${rule}: ${holdSentence(rule)}. ${detail}`,
    `    ${days}, ${named}${rest}`,
    ...alignColumns(examples.map(describeExample)).map((line) => `  ${line}`),
  ]
}

function describeExample({ series, date, column, before, after }: HoldExample): string[] {
  const name = column === 'week' ? 'published week' : column
  const show = (value: number) => (column === 'week' ? `${(value * 100).toFixed(2)}%` : String(value))
  return [series, date, name, `${before === null ? 'none' : show(before)} → ${show(after)}`]
}

function describeLoad(outcome: ImportOutcome): string {
  const { file, series } = outcome
  const headline = `${file}: ${describeVersion(outcome)} (${describeCounts(outcome)})`
  const lines = series.map((one) => [one.code, `${one.from} to ${one.to}`, describeCounts(one)])
  return [headline, ...alignColumns(lines), ...describeWarnings(outcome)].join('\n')
}

function describeVersion({ dryRun, version }: ImportOutcome): string {
  if (dryRun) return 'dry run, nothing was written'
  return version === null ? 'no new version' : `version ${version}`
}

function describeWarnings({ warnings, warningCount }: ImportOutcome): string[] {
  if (warningCount === 0) return []
  const headline =
    warningCount === 1 ? '1 warning (the load goes on)' : `${count(warningCount)} warnings (the load goes on)`
  return [headline, ...alignColumns(warnings.map(describeWarning)), ...describeRest(warningCount - warnings.length)]
}

function describeWarning({ series, column, from, to, rule, detail }: Warning): string[] {
  return [series, column ?? '', from === to ? from : `${from} to ${to}`, `— ${WARNING_RULES[rule]}. ${detail}`]
}

function describeRest(rest: number): string[] {
  return rest > 0 ? [`  and ${count(rest)} more`] : []
}

function describeRefusal({ file, faults, faultCount }: ImportOutcome): string {
  const headline = `${file}: refused, nothing was written (${count(faultCount)} ${faultCount === 1 ? 'fault' : 'faults'})`
  const lines = alignColumns(faults.map(describeFault))
  return [headline, ...lines, ...describeRest(faultCount - faults.length)].join('\n')
}

function describeFault({ file, sheet, row, column, value, rule, remedy }: Fault): string[] {
  const location = [file, sheet, row].filter((part) => part !== null).join(':')
  return [location, column ?? '', value ?? '', `— ${FAULT_RULES[rule]}. ${remedy}`]
}

/** Pads cells so that the columns of the lines are aligned, and indents the lines. */
function alignColumns(lines: string[][]): string[] {
  const widths = (lines[0] ?? []).map((_, column) => Math.max(...lines.map((cells) => cells[column]?.length ?? 0)))
  return lines.map((cells) => `  ${cells.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('  ')}`.trimEnd())
}

function describeCounts({ rowsNew, rowsRestated, rowsUnchanged }: RowCounts): string {
  return `${count(rowsNew)} new, ${count(rowsRestated)} restated, ${count(rowsUnchanged)} unchanged`
}

function count(rows: number): string {
  return rows.toLocaleString('en-US')
}
