import type { PublishOutcome } from './publish-outcome'

const CHANGES_SHOWN = 20

/** Describes what an order did, or would do, in plain text, for a terminal. */
export function describePublication(outcome: PublishOutcome): string {
  return [
    headline(outcome),
    ...gateLines(outcome),
    ...changeLines(outcome),
    ...outcome.documents.map(({ form, locale, sha256 }) => `  ${form} (${locale})  SHA-256 ${sha256}`),
    ...(outcome.hash === null ? [] : [`Hash of the edition: ${outcome.hash}`]),
    ...advice(outcome),
  ].join('\n')
}

function headline({ dryRun, action, market, window, asOf, dataVersion, number }: PublishOutcome): string {
  const week = `the ${window} of ${market} as of ${asOf}, data version ${dataVersion}`
  const does = {
    publish: `edition ${number} of ${week}`,
    review: `submitted for review: ${week}`,
    withdraw: `withdrawn as number ${number}: ${week}`,
  }[action]
  return dryRun ? `Dry run, nothing was written: ${does}` : `${does.charAt(0).toUpperCase()}${does.slice(1)}`
}

function gateLines({ action, gate }: PublishOutcome): string[] {
  if (action === 'withdraw') return []
  if (gate.length === 0) return ['The gate finds nothing.']
  return [
    'The gate',
    ...gate.map(({ rule, blocks, text, waivedBecause }) => {
      const does = blocks ? 'blocks' : waivedBecause === null ? 'warns' : 'waived'
      return `  ${does.padEnd(6)}  ${rule}: ${text}${waivedBecause === null ? '' : ` (${waivedBecause})`}`
    }),
  ]
}

function changeLines({ changes }: PublishOutcome): string[] {
  if (changes.length === 0) return []
  const shown = changes.slice(0, CHANGES_SHOWN)
  const rest = changes.length - shown.length
  return [
    'Figures that differ from the last edition',
    ...shown.map(
      ({ series, measure, column, before, after }) =>
        `  ${series}  ${measure}  ${column}  ${before ?? 'none'} → ${after ?? 'none'}`,
    ),
    ...(rest > 0 ? [`  and ${rest} more`] : []),
  ]
}

function advice({ dryRun, action, isReady }: PublishOutcome): string[] {
  if (!dryRun) return []
  if (action === 'publish' && !isReady) {
    return ['Mend what blocks, and waive each warning: --waive "RULE=why it may be published".']
  }
  return [
    `Add --write to ${action === 'review' ? 'submit it for review' : action === 'withdraw' ? 'withdraw it' : 'publish it'}.`,
  ]
}
