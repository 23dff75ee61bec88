import type { View } from '@/lib/address/view'
import { translatorFor } from '@/lib/messages/translate'
import type { QualityFinding } from '@/lib/report/model/report'
import { FindingLine } from './finding-line'
import { FindingsStrip } from './findings-strip'

/** More of them open on request. */
const LINES_SHOWN = 3

/** Says what was restated in the week of the page, each with a link to the change; nothing where nothing was. */
export function RestatedWeek({ findings, view }: { findings: readonly QualityFinding[]; view: View }) {
  if (findings.length === 0) return null
  const t = translatorFor(view.locale)
  const lines = (
    <ul>
      {findings.map((finding) => (
        <FindingLine key={`${finding.code}.${finding.version}`} finding={finding} view={view} />
      ))}
    </ul>
  )
  return (
    <section id="restated-week" aria-label={t('quality.kind-restated')} className="page">
      <FindingsStrip className="mt-4">
        {findings.length <= LINES_SHOWN ? (
          lines
        ) : (
          <details>
            <summary>{t('quality.restatedSeries', { count: new Set(findings.map(({ code }) => code)).size })}</summary>
            {lines}
          </details>
        )}
      </FindingsStrip>
    </section>
  )
}
