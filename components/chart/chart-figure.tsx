import { rowsHref } from '@/lib/address/chart-address'
import type { View } from '@/lib/address/view'
import type { Locale } from '@/lib/base/locale'
import type { FigureRequest } from '@/lib/figures/figure-request'
import type { Figure } from '@/lib/figures/page-figure'
import { FIGURES } from '@/lib/figures/registry'
import type { Layout, SizeName } from '@/lib/figures/rows/sizes'
import type { ComparisonTerms } from '@/lib/figures/rows/terms'
import type { SheetPosition } from '@/lib/figures/sheet'
import { translatorFor } from '@/lib/messages/translate'
import { SentOnce } from '../text/sent-once'
import { unbrokenDates } from '../text/unbroken'
import { ChartPicture } from './chart-picture'
import { DataTable } from './data-table'
import { exportWords } from './export-words'
import { FigureExport } from './figure-export'
import { LiveChart } from './live-chart'
import type { LiveWords, PeriodChoice } from './live-types'

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
  /** Is its title in a heading above it? */
  hasHeading?: boolean
  /** Position of the figure on the report's sheets; null for a separate picture. */
  sheet?: SheetPosition | null
  /** The terms of a comparison, or of the period of a series. */
  terms?: ComparisonTerms
  /** Can the picture become a live chart? */
  isLive?: boolean
  live?: LiveSetting
}

/** Functions of a live chart beyond reading values. */
interface LiveSetting {
  period?: PeriodChoice
  /** Charts with the same name and span move together. */
  group?: string
  words?: Partial<LiveWords>
}

/** Shows a figure: caption, picture that becomes a live chart under the pointer, its files, and its data as a table. */
export function ChartFigure(props: ChartFigureProps) {
  const { figure, view, asOf, layout, eager = false, hasHeading = false, sheet = null, terms } = props
  const t = translatorFor(view.locale)
  const { version, stamp, locale, convention, theme, colours } = view
  const number = props.hasNumber === false || figure.number === undefined ? null : figure.number
  const numbered = number === null ? null : t('figures.figure', { number })
  const window = FIGURES[figure.kind].hasWindows && view.window
  const shown = { version, stamp, asOf, locale, convention, ...(terms && { terms }), ...(window && { window }) }
  const request: FigureRequest = { kind: figure.kind, code: figure.code, ...shown }
  const { exportSize } = FIGURES[figure.kind]
  const picture = (
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
  )
  return (
    <figure className="min-w-0">
      <SentOnce as="figcaption" className="pb-2">
        {numbered !== null && <span className="mr-2 text-ink-3">{numbered}</span>}
        {!hasHeading && <b className="mr-2.5">{figure.title}</b>}
        <span className="text-note text-ink-2">{number === null ? unbrokenDates(figure.note) : figure.note}</span>
      </SentOnce>
      {figure.emptyReason !== null ? (
        <p className="border-y border-line py-2 text-ink-2">{figure.emptyReason}</p>
      ) : (
        <>
          {props.isLive === false ? (
            <Still request={request} name={figure.title} view={view} size={exportSize}>
              {picture}
            </Still>
          ) : (
            <LiveChart
              {...props.live}
              href={rowsHref(request)}
              exportSize={exportSize}
              name={[numbered, figure.title].filter(Boolean).join(' ')}
              theme={theme}
              colours={colours}
              words={props.live?.words ? { ...WORDS[locale], ...props.live.words } : WORDS[locale]}
            >
              {picture}
            </LiveChart>
          )}
          <DataTable
            summary={t('chart.data')}
            table={figure.table}
            caption={`${figure.subject} ${figure.title}`.trim()}
          />
        </>
      )}
    </figure>
  )
}

interface StillProps {
  request: FigureRequest
  name: string
  view: View
  /** Size of the exported picture; null for a figure that is not exported. */
  size: SizeName | null
  children: React.ReactNode
}

/** Shows a picture without a live chart, with its files below. */
function Still({ request, name, view: { locale, colours }, size, children }: StillProps) {
  return (
    <>
      {children}
      <p className="figure-tools">
        {size !== null && (
          <FigureExport
            href={rowsHref(request)}
            size={size}
            name={name}
            colours={colours}
            words={exportWords(locale)}
          />
        )}
      </p>
    </>
  )
}

/** One object for each language, so that a page sends it to the browser once for its 32 figures. */
const WORDS: Record<Locale, LiveWords> = { zh: wordsOf('zh'), en: wordsOf('en') }

function wordsOf(locale: Locale): LiveWords {
  const t = translatorFor(locale)
  return {
    live: t('chart.live'),
    hint: t('chart.liveHint'),
    failed: t('chart.failed'),
    retry: t('chart.retry'),
    close: t('chart.close'),
    applyPeriod: t('chart.applyPeriod'),
    exportWords: exportWords(locale),
  }
}
