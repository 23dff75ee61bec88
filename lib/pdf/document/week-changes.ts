import type { Translator } from '@/lib/messages/translate'
import type { ComparedRow, Phrase, Report } from '@/lib/report/model/report'
import { phraseParts } from './phrase-parts'

/** Returns the changes since the week before, and the state of the data. */
export function changesOf({ weekBefore, dataQuality, week, many }: Report, t: Translator) {
  const { findings, checked, later } = dataQuality
  const checks =
    findings.length === 0
      ? [t('quality.complete', { count: checked, later, asOf: week.asOf })]
      : findings.map(({ kind, text }) => t('pdf.finding', { kind: t(`quality.kind-${kind}`), text }))
  const shownChecks = many ? [...shortened(checks, t), t('many.quality')] : checks
  return [
    {
      title: t('weekBefore.title'),
      entries: turnsOf(weekBefore, many ? MAX_TURNED : Number.POSITIVE_INFINITY, t).map(phraseParts),
    },
    { title: t('quality.title'), entries: shownChecks.map((text) => phraseParts([{ kind: 'text', text }])) },
  ]
}

/** Findings, and factors that turned, in a report of many factors. */
const MAX_FINDINGS = 30
const MAX_TURNED = 12

function shortened(checks: string[], t: Translator): string[] {
  if (checks.length <= MAX_FINDINGS) return checks
  return [...checks.slice(0, MAX_FINDINGS), t('many.moreFindings', { count: checks.length - MAX_FINDINGS })]
}

function turnsOf({ asOf, compared, turned }: Report['weekBefore'], most: number, t: Translator): Phrase[] {
  if (asOf === null) return [[{ kind: 'text', text: t('weekBefore.first') }]]
  if (compared === 0) return [[{ kind: 'text', text: t('weekBefore.nothingBefore') }]]
  return [turns(t('weekBefore.turnedUp'), turned.up, most, t), turns(t('weekBefore.turnedDown'), turned.down, most, t)]
}

/** Returns a phrase such as "Turned positive: Skewness −0.10% → +0.12%, …". */
function turns(label: string, rows: ComparedRow[], most: number, t: Translator): Phrase {
  const head = { kind: 'text', text: `${label}${t('headline.colon')}` } as const
  if (rows.length === 0) return [head, { kind: 'text', text: t('weekBefore.noneTurned') }]
  return [
    head,
    ...rows.slice(0, most).flatMap(
      ({ code, shortName, standing, primary }, index): Phrase => [
        { kind: 'text', text: index === 0 ? '' : t('keyPoints.comma') },
        { kind: 'name', code, text: shortName },
        { kind: 'text', text: ' ' },
        { kind: 'figure', cell: standing.lastWeek.id, value: standing.lastWeek.value, form: 'signed' },
        { kind: 'text', text: ' → ' },
        { kind: 'figure', cell: primary.week.id, value: primary.week.value, form: 'signed' },
      ],
    ),
    ...(rows.length > most
      ? [
          {
            kind: 'text',
            text: `${t('keyPoints.comma')}${t('weekBefore.turnedMore', { count: rows.length - most })}`,
          } as const,
        ]
      : []),
  ]
}
