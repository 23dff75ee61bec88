import type { Hold } from '@/lib/import/outcome/hold'
import type { Warning } from '@/lib/import/outcome/warning'

/** Returns warnings as holds, one for each rule. */
export function heldWarnings(warnings: readonly Warning[]): Hold[] {
  const rules = [...new Set(warnings.map(({ rule }) => rule))]
  return rules.map((rule) => {
    const own = warnings.filter((warning) => warning.rule === rule)
    return {
      rule,
      series: [...new Set(own.map(({ series }) => series))].sort(),
      from: own.map(({ from }) => from).sort()[0] ?? '',
      to:
        own
          .map(({ to }) => to)
          .sort()
          .at(-1) ?? '',
      detail: own[0]?.detail ?? '',
      examples: [],
    }
  })
}
