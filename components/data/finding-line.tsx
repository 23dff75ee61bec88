import type { View } from '@/lib/address/view'
import { translatorFor } from '@/lib/messages/translate'
import type { QualityFinding } from '@/lib/report/model/report'
import { To } from '../text/to'

/** What is the matter with a series, with a link to the version that restated it. */
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
