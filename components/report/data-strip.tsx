import type { View } from '@/lib/address/view'
import { type Translator, translatorFor } from '@/lib/messages/translate'
import type { WeekStatus } from '@/lib/publish/week/week-status'
import type { ComparedRow, QualityKind, Report } from '@/lib/report/model/report'
import { listed } from '@/lib/report/text/wording'
import { FindingLine } from '../data/finding-line'
import { FindingsStrip } from '../data/findings-strip'
import { WeekStatusLine } from '../publish/week-status-line'
import { SentOnce } from '../text/sent-once'

const KINDS: QualityKind[] = ['late', 'missing', 'stale', 'outlying', 'restated']

/** Maximum number of findings listed in a report of many factors, and of names of one kind. */
const MAX_FINDINGS = 30

/** Says in one line that the data check found nothing; nothing when it did. */
export function DataChecked({ report, view }: { report: Report; view: View }) {
  const { checked, later, findings } = report.dataQuality
  if (findings.length > 0) return null
  const t = translatorFor(view.locale, view.window)
  return <p id="data-check">{t('quality.complete', { count: checked, later, asOf: report.week.asOf })}</p>
}

interface DataStripProps {
  report: Report
  /** What the page says of its publication; null where weeks are published by themselves. */
  status: WeekStatus | null
  view: View
}

/** Shows what the page is, draft or edition, and what the data check found; nothing when neither is to be said. */
export function DataStrip({ report, status, view }: DataStripProps) {
  const findings = <Findings report={report} view={view} />
  if (status === null) return findings
  return (
    <>
      <WeekStatusLine status={status} asOf={report.week.asOf} view={view} />
      {findings}
    </>
  )
}

/** Shows what the data check found: the series in one line, with details on request; nothing when it found nothing. */
function Findings({ report, view }: { report: Report; view: View }) {
  const t = translatorFor(view.locale, view.window)
  const { findings } = report.dataQuality
  if (findings.length === 0) return null
  const most = report.many ? MAX_FINDINGS : findings.length
  return (
    <SentOnce as="section" id="data-check" aria-label={t('quality.title')} className="mb-3">
      <FindingsStrip>
        <details>
          <summary>{summary(report, view)}</summary>
          <ul>
            {findings.slice(0, most).map((finding) => (
              <FindingLine key={finding.text} finding={finding} view={view} />
            ))}
            {findings.length > most && <li>{t('many.moreFindings', { count: findings.length - most })}</li>}
            {report.many && <li className="text-ink-2">{t('many.quality')}</li>}
          </ul>
        </details>
      </FindingsStrip>
    </SentOnce>
  )
}

/** Returns "2 of 16 series need a look: late: A; restated: B". */
function summary({ dataQuality, table1, table2, many }: Report, view: View): string {
  const t = translatorFor(view.locale, view.window)
  const { checked, findings } = dataQuality
  const families = many?.families ?? table1
  const rows = [...families.flatMap((family): ComparedRow[] => family.rows), ...table2]
  const kinds = KINDS.map((kind) => ({ kind, codes: codesOf(kind) })).filter(({ codes }) => codes.size > 0)
  const texts = kinds.map(({ kind, codes }) => {
    const names = rows.filter(({ code }) => codes.has(code)).map(({ shortName }) => shortName)
    return t('quality.kind', { kind: t(`quality.kind-${kind}`), names: listed(t, firstNames(names, t)) })
  })
  const affected = new Set(findings.map(({ code }) => code)).size
  return t('quality.found', { count: checked, affected, kinds: texts.join(t('keyPoints.semicolon')) })

  function codesOf(kind: QualityKind): Set<string> {
    return new Set(findings.filter((finding) => finding.kind === kind).map(({ code }) => code))
  }
}

/** Returns the names, or the first of them and the number of the others. */
function firstNames(names: string[], t: Translator): string[] {
  if (names.length <= MAX_FINDINGS) return names
  return [...names.slice(0, MAX_FINDINGS), t('weekBefore.turnedMore', { count: names.length - MAX_FINDINGS })]
}
