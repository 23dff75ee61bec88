import { rowsHref } from '@/lib/address/chart-address'
import type { View } from '@/lib/address/view'
import type { Locale } from '@/lib/base/locale'
import type { ComparisonTerms, Figure, FigureRequest, SheetPlace } from '@/lib/figures/figure'
import type { Layout } from '@/lib/figures/sizes'
import { translatorFor } from '@/lib/messages/translate'
import { ChartPicture } from './chart-picture'
import { DataTable } from './data-table'
import { LiveChart } from './live-chart'
import type { LiveWords } from './live-types'
import { takeAwayWords } from './take-away-words'

interface ChartFigureProps {
  figure: Omit<Figure, 'number'> & { number?: number }
  view: View
  /** Last trading day of the week, ISO date. */
  asOf: string
  layout: Layout
  /** Is it in view when the page opens? */
  eager?: boolean
  /** On a page about one series a figure has no number. */
  hasNumber?: boolean
  /** Where the figure stands on the report's sheets; null for a picture of its own. */
  sheet?: SheetPlace | null
  /** What a figure of a comparison compares. */
  terms?: ComparisonTerms
}

/** A figure of the report: caption, picture that turns live under a hand, and its data as a table. */
export function ChartFigure({
  figure,
  view,
  asOf,
  layout,
  eager = false,
  hasNumber = true,
  sheet = null,
  terms,
}: ChartFigureProps) {
  const t = translatorFor(view.locale)
  const { version, stamp, locale, convention, theme, colours } = view
  const number = hasNumber ? (figure.number ?? null) : null
  const shown = { version, stamp, asOf, locale, convention, ...(terms && { terms }) }
  const request: FigureRequest = { kind: figure.kind, code: figure.code, ...shown }
  return (
    <figure className="min-w-0">
      <figcaption className="pb-2">
        {number !== null && <span className="mr-2 text-ink-3">{t('figures.figure', { number })}</span>}
        <b>{figure.title}</b>
        <span className="ml-2.5 text-note text-ink-2">{figure.note}</span>
      </figcaption>
      {figure.emptyReason !== null ? (
        <p className="border-y border-line py-2 text-ink-2">{figure.emptyReason}</p>
      ) : (
        <>
          <LiveChart
            href={rowsHref(request)}
            name={number !== null ? `${t('figures.figure', { number })} ${figure.title}` : figure.title}
            theme={theme}
            colours={colours}
            words={WORDS[view.locale]}
          >
            <ChartPicture
              request={request}
              layout={layout}
              theme={theme}
              colours={colours}
              outline={null}
              alt={figure.alt}
              eager={eager}
              sheet={sheet}
            />
          </LiveChart>
          <DataTable summary={t('chart.data')} table={figure.table} caption={`${figure.subject} ${figure.title}`} />
        </>
      )}
    </figure>
  )
}

/** One object a language, so that the 32 figures of a page send it to the browser once. */
const WORDS: Record<Locale, LiveWords> = { zh: wordsOf('zh'), en: wordsOf('en') }

function wordsOf(locale: Locale): LiveWords {
  const t = translatorFor(locale)
  return {
    live: t('chart.live'),
    hint: t('chart.liveHint'),
    failed: t('chart.failed'),
    retry: t('chart.retry'),
    close: t('chart.close'),
    takeAway: takeAwayWords(locale),
  }
}
