import type { View } from '@/lib/address/view'
import { translatorFor } from '@/lib/messages/translate'
import type { QualityFinding } from '@/lib/report/model/report'
import { FindingLine } from './finding-line'
import { FindingsStrip } from './findings-strip'

/** Further lines are in a section that opens on request. */
const LINES_SHOWN = 3

/** Lists the restatements in the week of the page, each with a link to the change; nothing without restatements. */
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
