import type { View } from '@/lib/address/view'
import { translatorFor } from '@/lib/messages/translate'
import type { QualityFinding } from '@/lib/report/model/report'
import { To } from '../text/to'

/** Shows the problem of a series, with a link to the version of a restatement. */
export function FindingLine({ finding: { kind, text, version }, view }: { finding: QualityFinding; view: View }) {
  const t = translatorFor(view.locale)
  return (
    <li>
      <b>{t(`quality.kind-${kind}`)}</b>
      {text}
      {version !== null && (
        <To
          path={`/data/${version}`}
          view={{ ...view, isPinned: false }}
          className="prose-link ml-1.5 whitespace-nowrap"
        >
          {t('data.version', { version })}
        </To>
      )}
    </li>
  )
}
