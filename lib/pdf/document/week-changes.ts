import type { Translator } from '@/lib/messages/translate'
import type { FactorRow, Phrase, Report } from '@/lib/report/model/report'
import { phraseParts } from './phrase-parts'

/** Returns the changes since the week before, and the state of the data. */
export function changesOf({ weekBefore, dataQuality, week }: Report, t: Translator) {
  const { findings, checked, later } = dataQuality
  const checks =
    findings.length === 0
      ? [t('quality.complete', { count: checked, later, asOf: week.asOf })]
      : findings.map(({ kind, text }) => t('pdf.finding', { kind: t(`quality.kind-${kind}`), text }))
  return [
    { title: t('weekBefore.title'), entries: turnsOf(weekBefore, t).map(phraseParts) },
    { title: t('quality.title'), entries: checks.map((text) => phraseParts([{ kind: 'text', text }])) },
  ]
}

function turnsOf({ asOf, compared, turned }: Report['weekBefore'], t: Translator): Phrase[] {
  if (asOf === null) return [[{ kind: 'text', text: t('weekBefore.first') }]]
  if (compared === 0) return [[{ kind: 'text', text: t('weekBefore.nothingBefore') }]]
  return [turns(t('weekBefore.turnedUp'), turned.up, t), turns(t('weekBefore.turnedDown'), turned.down, t)]
}

/** Returns a phrase such as "Turned positive: Skewness −0.10% → +0.12%, …". */
function turns(label: string, rows: FactorRow[], t: Translator): Phrase {
  const head = { kind: 'text', text: `${label}${t('headline.colon')}` } as const
  if (rows.length === 0) return [head, { kind: 'text', text: t('weekBefore.noneTurned') }]
  return [
    head,
    ...rows.flatMap(
      ({ code, shortName, standing, primary }, index): Phrase => [
        { kind: 'text', text: index === 0 ? '' : t('keyPoints.comma') },
        { kind: 'name', code, text: shortName },
        { kind: 'text', text: ' ' },
        { kind: 'figure', cell: standing.lastWeek.id, value: standing.lastWeek.value, form: 'signed' },
        { kind: 'text', text: ' → ' },
        { kind: 'figure', cell: primary.week.id, value: primary.week.value, form: 'signed' },
      ],
    ),
  ]
}
