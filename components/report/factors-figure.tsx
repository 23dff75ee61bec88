import type { Layout } from '@/lib/charts/sizes'
import type { FactorsFigure as Figure } from '@/lib/report/report'
import { translatorFor } from '@/lib/translate'
import type { View } from '@/lib/view'
import { ChartPicture } from '../chart/chart-picture'
import { DataTable } from '../chart/data-table'

interface FactorsFigureProps {
  figure: Figure
  view: View
  /** Last trading day of the week, ISO date. */
  asOf: string
  layout: Layout
}

/** A figure of all factors: caption, picture, and its data as a table. */
export function FactorsFigure({ figure, view, asOf, layout }: FactorsFigureProps) {
  const t = translatorFor(view.locale)
  const { version, stamp, locale, convention, theme, colours } = view
  return (
    <figure className="min-w-0">
      <figcaption className="pb-2">
        <b>{figure.title}</b>
        <span className="ml-2.5 text-ink-2 text-note">{figure.note}</span>
      </figcaption>
      {figure.emptyReason !== null ? (
        <p className="border-line border-y py-2 text-ink-2">{figure.emptyReason}</p>
      ) : (
        <>
          <ChartPicture
            request={{ kind: figure.kind, code: figure.code, version, stamp, asOf, locale, convention }}
            layout={layout}
            theme={theme}
            colours={colours}
            outline={null}
            alt={figure.alt}
          />
          <div className="mt-6">
            <DataTable summary={t('chart.data')} table={figure.table} caption={figure.title} />
          </div>
        </>
      )}
    </figure>
  )
}
