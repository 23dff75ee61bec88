import { rowsHref } from '@/lib/address/chart-address'
import type { View } from '@/lib/address/view'
import type { ComparisonTerms, Figure } from '@/lib/figures/figure'
import type { Layout } from '@/lib/figures/sizes'
import { translatorFor } from '@/lib/messages/translate'
import { ChartPicture } from './chart-picture'
import { DataTable } from './data-table'
import { FigureTakeAway } from './figure-take-away'
import { takeAwayWords } from './take-away-words'

interface StillFigureProps {
  figure: Omit<Figure, 'number'>
  view: View
  /** Last trading day of the week, ISO date. */
  asOf: string
  layout: Layout
  /** The period that the figure is of; absent for one of a week. */
  terms?: ComparisonTerms
  /** Does a heading above it say its title? */
  hasHeading?: boolean
}

/** A figure that no hand makes live: caption, picture, its files, and its data as a table. */
export function StillFigure({ figure, view, asOf, layout, terms, hasHeading = false }: StillFigureProps) {
  const t = translatorFor(view.locale)
  const { version, stamp, locale, convention, theme, colours } = view
  const request = {
    kind: figure.kind,
    code: figure.code,
    version,
    stamp,
    asOf,
    locale,
    convention,
    ...(terms && { terms }),
  }
  return (
    <figure className="min-w-0">
      <figcaption className="pb-2">
        {!hasHeading && <b className="mr-2.5">{figure.title}</b>}
        <span className="text-ink-2 text-note">{figure.note}</span>
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
          <p className="print:hidden mt-1 flex h-5 gap-x-3 pl-10 text-note">
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
