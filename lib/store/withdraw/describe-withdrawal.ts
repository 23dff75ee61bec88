import { LISTED_MAX, type WithdrawalOutcome } from './withdrawal-outcome'

const CHANGES_SHOWN = 20
const WEEKS_SHOWN = 10

/** Describes a withdrawal in plain text, for a terminal. */
export function describeWithdrawal(outcome: WithdrawalOutcome): string {
  const { series, dryRun, version } = outcome
  if (rowsOf(outcome) === 0) return ['No row to withdraw: nothing was written.', ...keptLines(outcome)].join('\n')
  const headline = version === null ? 'Dry run, nothing was written' : `Version ${version}`
  return [
    `${headline} (${describeCounts(outcome)})`,
    ...align(series.map((own) => [own.code, spanOf(own), describeCounts(own)])),
    ...changeLines(outcome),
    ...entryLines(outcome),
    ...keptLines(outcome),
    ...weekLines(outcome),
    ...newestLines(outcome),
    ...(dryRun ? ['Add --write to withdraw these rows.'] : []),
  ].join('\n')
}

function rowsOf({ rowsWithdrawn, rowsRestated, rowsNew }: WithdrawalOutcome): number {
  return rowsWithdrawn + rowsRestated + rowsNew
}

function describeCounts({
  rowsWithdrawn,
  rowsRestated,
  rowsNew,
  rowsUnchanged,
}: Pick<WithdrawalOutcome, 'rowsWithdrawn' | 'rowsRestated' | 'rowsNew' | 'rowsUnchanged'>): string {
  return [
    `${count(rowsWithdrawn)} withdrawn`,
    `${count(rowsRestated)} restored to the earlier value`,
    ...(rowsNew > 0 ? [`${count(rowsNew)} in force again`] : []),
    ...(rowsUnchanged > 0 ? [`${count(rowsUnchanged)} left as they are`] : []),
  ].join(', ')
}

function changeLines(outcome: WithdrawalOutcome): string[] {
  const shown = outcome.changes.slice(0, CHANGES_SHOWN)
  if (shown.length === 0) return []
  return [
    'Rows, before and after',
    ...align(shown.map(({ code, date, before, after }) => [date, code, textOf(before), '→', textOf(after)])),
    ...restOf(rowsOf(outcome) - shown.length),
  ]
}

function textOf(values: Record<string, number | null> | null): string {
  if (values === null) return 'no row'
  return Object.entries(values)
    .map(([column, value]) => `${column} ${value ?? 'none'}`)
    .join(', ')
}

function entryLines(outcome: WithdrawalOutcome): string[] {
  const shown = outcome.entries.slice(0, CHANGES_SHOWN)
  if (shown.length === 0) return []
  return [
    'Entries of the catalogue, before and after',
    ...align(
      shown.flatMap(({ kind, key, before, after }) => {
        if (before === null || after === null)
          return [[`${kind} ${key}`, before === null ? 'in force again' : 'withdrawn']]
        const fields = Object.keys(before).filter((field) => shownValue(before[field]) !== shownValue(after[field]))
        return fields.map((field) => [
          `${kind} ${key}`,
          `${field}: ${shownValue(before[field])} → ${shownValue(after[field])}`,
        ])
      }),
    ),
    ...restOf(rowsOf(outcome) - shown.length),
  ]
}

function shownValue(value: unknown): string {
  return JSON.stringify(value ?? null)
}

function keptLines({ kept, keptEntries }: WithdrawalOutcome): string[] {
  if (kept.length + keptEntries.length === 0) return []
  const rowLines = kept.map(({ code, rows, version, ...span }) => [
    code,
    spanOf(span),
    `${count(rows)} ${rows === 1 ? 'row' : 'rows'} by version ${version}`,
  ])
  const lines = [
    ...rowLines,
    ...keptEntries.map(({ kind, key, version }) => [`${kind} ${key}`, `by version ${version}`]),
  ]
  return [
    'Left as they are, because a later version changed them',
    ...align(lines),
    ...(lines.length >= LISTED_MAX ? ['  and more'] : []),
  ]
}

function weekLines({ weeks }: WithdrawalOutcome): string[] {
  if (weeks.length === 0) return []
  const shown = weeks.slice(-WEEKS_SHOWN)
  const earlier = weeks.length - shown.length
  const lines = shown.map((week) => [spanOf(week), `${count(week.rows)} ${week.rows === 1 ? 'row' : 'rows'}`])
  return [
    'Weeks with changed rows; figures to date of later weeks of these years may change too',
    ...(earlier > 0 ? [`  ${count(earlier)} earlier weeks, from ${weeks[0]?.from}`] : []),
    ...align(lines),
  ]
}

function newestLines({ newestDays }: WithdrawalOutcome): string[] {
  return newestDays.map(({ market, before, after }) =>
    before === after
      ? `Newest day of ${market}: ${before}, as before`
      : `Newest day of ${market}: ${before ?? 'none'} → ${after ?? 'none'}`,
  )
}

function spanOf({ from, to }: { from: string; to: string }): string {
  return from === to ? from : `${from} to ${to}`
}

function restOf(rest: number): string[] {
  return rest > 0 ? [`  and ${count(rest)} more`] : []
}

/** Pads cells so that the columns of the lines are aligned, and indents the lines. */
function align(lines: string[][]): string[] {
  const widths = (lines[0] ?? []).map((_, column) => Math.max(...lines.map((cells) => cells[column]?.length ?? 0)))
  return lines.map((cells) => `  ${cells.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('  ')}`.trimEnd())
}

function count(rows: number): string {
  return rows.toLocaleString('en-US')
}
