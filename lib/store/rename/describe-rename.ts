import type { RenameOutcome } from './rename-outcome'

/** Describes a rename in plain text, for a terminal. */
export function describeRename({ version, kind, series, to, rows, oldCodes }: RenameOutcome): string {
  const headline = version === null ? 'Dry run, nothing was written' : `Version ${version}`
  return [
    `${headline}: the ${kind === 'market_index' ? 'index' : kind} ${series} is ${to} in every version, with ${rows.toLocaleString('en-US')} ${rows === 1 ? 'row' : 'rows'}`,
    `  Addresses of ${oldCodes.join(', ')} lead to ${to}; files have to say ${to}`,
    ...(version === null ? ['Add --write to rename it.'] : []),
  ].join('\n')
}
