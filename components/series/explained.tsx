import type { View } from '@/lib/address/view'
import type { Translator } from '@/lib/messages/translate'
import { Formula } from '../text/formula'
import { To } from '../text/to'
import { SERIES_DEFINITIONS, type SeriesDefinition } from './definitions'

interface ExplainedProps {
  name: SeriesDefinition['name']
  /** Label on this page, if it is not the name of the definition. */
  label?: string
  /** Observations behind the figures beside it. */
  sample?: string
  view: View
  t: Translator
}

/** Shows a name that opens its definition, formula and sample, with a link to the methodology. Works without script. */
export function Explained({ name, label, sample, view, t }: ExplainedProps) {
  const tex = SERIES_DEFINITIONS.find((definition) => definition.name === name)?.tex ?? null
  return (
    <details>
      <summary className="max-mid:-my-1 max-mid:py-3 print:my-0 print:py-0 underline decoration-dotted decoration-ink-3 underline-offset-4 hover:text-accent">
        {label ?? t(`series.${name}`)}
      </summary>
      <div className="max-w-[40em] pt-1 pb-1.5 text-ink-2 text-note">
        <p>{t(`series.${name}Text`)}</p>
        {tex !== null && <Formula tex={tex} isBlock />}
        {sample !== undefined && <p>{sample}</p>}
        <To path={`/methodology#${name}`} view={view} className="prose-link">
          {t('series.more')}
        </To>
      </div>
    </details>
  )
}
