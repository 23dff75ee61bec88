import type { View } from '@/lib/address/view'
import { translatorFor } from '@/lib/messages/translate'
import type { QualityKind, Report } from '@/lib/report/model/report'
import { listed } from '@/lib/report/text/wording'
import { FindingLine } from '../data/finding-line'
import { FindingsStrip } from '../data/findings-strip'
import { SentOnce } from '../text/sent-once'

const KINDS: QualityKind[] = ['late', 'missing', 'stale', 'outlying', 'restated']

/** Shows the data check in one line: no findings, or the series with findings, with details on request. */
export function DataStrip({ report, view }: { report: Report; view: View }) {
  const t = translatorFor(view.locale)
  const { checked, later, findings } = report.dataQuality
  if (findings.length === 0) {
    const text = t('quality.complete', { count: checked, later, asOf: report.week.asOf })
    return (
      <SentOnce as="section" id="data-check" aria-label={t('quality.title')} className="mb-3">
        <FindingsStrip>{text}</FindingsStrip>
      </SentOnce>
    )
  }
  return (
    <SentOnce as="section" id="data-check" aria-label={t('quality.title')} className="mb-3">
      <FindingsStrip>
        <details>
          <summary>{summary(report, view)}</summary>
          <ul>
            {findings.map((finding) => (
              <FindingLine key={finding.text} finding={finding} view={view} />
            ))}
          </ul>
        </details>
      </FindingsStrip>
    </SentOnce>
  )
}

/** Returns "2 of 16 series need a look: late: A; restated: B". */
function summary({ dataQuality, table1, table2 }: Report, view: View): string {
  const t = translatorFor(view.locale)
  const { checked, findings } = dataQuality
  const rows = [...table1.flatMap((family) => family.rows), ...table2]
  const kinds = KINDS.map((kind) => ({ kind, codes: codesOf(kind) })).filter(({ codes }) => codes.size > 0)
  const texts = kinds.map(({ kind, codes }) => {
    const names = rows.filter(({ code }) => codes.has(code)).map(({ shortName }) => shortName)
    return t('quality.kind', { kind: t(`quality.kind-${kind}`), names: listed(t, names) })
  })
  const affected = new Set(findings.map(({ code }) => code)).size
  return t('quality.found', { count: checked, affected, kinds: texts.join(t('keyPoints.semicolon')) })

  function codesOf(kind: QualityKind): Set<string> {
    return new Set(findings.filter((finding) => finding.kind === kind).map(({ code }) => code))
  }
}
