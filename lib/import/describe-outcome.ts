import { FAULT_RULES, type Fault } from '@/lib/import/outcome/fault'
import type { ImportOutcome, RowCounts } from '@/lib/import/outcome/import-outcome'
import { WARNING_RULES, type Warning } from '@/lib/import/outcome/warning'

/** Describes an outcome in plain text, for a terminal. */
export function describeOutcome(outcome: ImportOutcome): string {
  return outcome.faultCount > 0 ? describeRefusal(outcome) : describeLoad(outcome)
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
