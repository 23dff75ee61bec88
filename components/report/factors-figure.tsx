import { rowsHref } from '@/lib/charts/address'
import type { Layout } from '@/lib/charts/sizes'
import type { FactorsFigure as Figure } from '@/lib/report/report'
import { translatorFor } from '@/lib/translate'
import type { View } from '@/lib/view'
import { ChartPicture } from '../chart/chart-picture'
import { DataTable } from '../chart/data-table'
import { FigureTakeAway } from '../chart/figure-take-away'
import { takeAwayWords } from '../chart/take-away-words'

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
  const request = { kind: figure.kind, code: figure.code, version, stamp, asOf, locale, convention }
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
            request={request}
            layout={layout}
            theme={theme}
            colours={colours}
            outline={null}
            alt={figure.alt}
          />
          <p className="no-print mt-1 flex h-5 gap-x-3 pl-10 text-note">
            <FigureTakeAway
              href={rowsHref(request)}
              name={figure.title}
              colours={colours}
              words={takeAwayWords(locale)}
            />
          </p>
          <div>
            <DataTable summary={t('chart.data')} table={figure.table} caption={figure.title} />
          </div>
        </>
      )}
    </figure>
  )
}
