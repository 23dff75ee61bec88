import { FAULT_RULES, type Fault } from '@/lib/import/fault'
import type { ImportOutcome } from '@/lib/import/import-outcome'
import type { RowCounts } from '@/lib/import/load'

/** An outcome in plain text, for a terminal. */
export function describeOutcome(outcome: ImportOutcome): string {
  return outcome.faultCount > 0 ? describeRefusal(outcome) : describeLoad(outcome)
}

function describeLoad(outcome: ImportOutcome): string {
  const { file, version, series } = outcome
  const headline = `${file}: ${version === null ? 'no new version' : `version ${version}`} (${describeCounts(outcome)})`
  const lines = series.map((one) => [one.code, `${one.from} to ${one.to}`, describeCounts(one)])
  return [headline, ...alignColumns(lines)].join('\n')
}

function describeRefusal({ file, faults, faultCount }: ImportOutcome): string {
  const headline = `${file}: refused, nothing was written (${count(faultCount)} ${faultCount === 1 ? 'fault' : 'faults'})`
  const rest = faultCount - faults.length
  const lines = alignColumns(faults.map(describeFault))
  return [headline, ...lines, ...(rest > 0 ? [`  and ${count(rest)} more`] : [])].join('\n')
}

function describeFault({ file, row, column, value, rule, remedy }: Fault): string[] {
  const place = row === null ? file : `${file}:${row}`
  return [place, column ?? '', value ?? '', `— ${FAULT_RULES[rule]}. ${remedy}`]
}

/** Indented lines whose columns begin one below the other. */
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
