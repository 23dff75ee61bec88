import type { View } from '@/lib/address/view'
import { formatCount } from '@/lib/base/format'
import { translatorFor } from '@/lib/messages/translate'
import type { SeriesName } from '@/lib/workbench/compare/get-compare-page'
import { hasText } from '@/lib/workbench/has-text'
import { To } from '../text/to'
import { type CompareState, comparePath } from './compare-path'

interface FoundSeriesProps {
  catalogue: SeriesName[]
  state: CompareState
  view: View
  /** Part of a name or code. */
  find: string
}

/** Found series with a link; of more only the number is shown. */
const SHOWN = 40

/** Shows the series that a reader looked for, with links that add them to the comparison. */
export function FoundSeries({ catalogue, state, view, find }: FoundSeriesProps) {
  const t = translatorFor(view.locale)
  const found = catalogue.filter((series) => !state.codes.includes(series.code) && hasText(series, find))
  const left = found.length - SHOWN
  return (
    <section aria-label={t('compare.found')} className="print:hidden border-line border-b py-2">
      {found.length === 0 ? (
        <p role="status">{t('compare.foundNone', { text: find.trim() })}</p>
      ) : (
        <ul className="flex flex-wrap gap-x-6">
          {found.slice(0, SHOWN).map(({ code, name, ended }) => (
            <li key={code} className="whitespace-nowrap">
              <To
                path={comparePath(state, { codes: [...state.codes, code] })}
                view={view}
                aria-label={t('compare.addName', { name })}
                className="link tap inline-block"
              >
                + {ended === null ? name : t('compare.endedOption', { name, ended: ended.day })}
              </To>
            </li>
          ))}
        </ul>
      )}
      {left > 0 && <p className="text-ink-2 text-note">{t('compare.foundMore', { count: formatCount(left) })}</p>}
    </section>
  )
}
