import type { View } from '@/lib/address/view'
import { languageTag } from '@/lib/base/locale'
import { translatorFor } from '@/lib/messages/translate'
import type { FileOutcome } from '@/lib/upload/upload-record'

const SHOWN_MAX = 20

/** Lists the warnings about files, which stop nothing. */
export function WarningList({ outcomes, view }: { outcomes: readonly FileOutcome[]; view: View }) {
  const t = translatorFor(view.locale)
  const count = outcomes.reduce((sum, { warningCount }) => sum + warningCount, 0)
  if (count === 0) return null
  const shown = outcomes.flatMap(({ warnings }) => warnings).slice(0, SHOWN_MAX)
  return (
    <section aria-labelledby="warnings-title" className="mt-8">
      <h2 id="warnings-title" className="pb-1.5 text-sheet">
        {t('load.warnings')}
        <span className="ml-2.5 font-normal text-ink-2 text-note">
          {t('load.warningsNote', { count, shown: shown.length, rest: count - shown.length })}
        </span>
      </h2>
      <ul className="border-line border-t">
        {shown.map(({ rule, series, column, from, to, detail }) => (
          <li
            key={`${rule}.${series}.${column}.${from}`}
            className="wrap-anywhere border-grid border-b py-1.5 text-note"
          >
            {series} {column} {from === to ? from : t('load.span', { from, to })} {t(`load.finding-${rule}`)}{' '}
            <span lang={languageTag('en')} className="text-ink-2">
              {detail}
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}
