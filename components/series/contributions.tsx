import type { View } from '@/lib/address/view'
import { contributionTable, type KnownContributions } from '@/lib/analysis/contributions/contribution-table'
import { getKnownContributions } from '@/lib/analysis/contributions/get-known-contributions'
import type { SeriesHistory } from '@/lib/analysis/history'
import { type Span, windowSpans } from '@/lib/analysis/trading-windows'
import { figureRows } from '@/lib/figures/figure-rows'
import { figureTexts } from '@/lib/figures/page-figure'
import { windowLabels } from '@/lib/figures/rows/window-labels'
import { translatorFor } from '@/lib/messages/translate'
import { ChartFigure } from '../chart/chart-figure'
import { ContributionRows } from '../report/contribution-rows'
import { Explained } from './explained'
import { SeriesPart } from './series-part'

interface ContributionsProps {
  /** A portfolio's, up to the last day of the week. */
  history: SeriesHistory
  /** Its name in the view's language. */
  name: string
  view: View
}

/**
 * Shows what the excess of a portfolio comes from: the week and the year as waterfalls, and both with the month as a table;
 * nothing when no day of the year has contributions.
 */
export async function Contributions({ history, name, view }: ContributionsProps) {
  const known = await getKnownContributions(history, view)
  const asOf = history.days.at(-1)
  if (known === null || asOf === undefined) return null
  const t = translatorFor(view.locale)
  const labels = windowLabels(asOf, view.locale, t)
  const spans = windowSpans(history.days)
  const [week, , year] = spans
  const shown = { history, known, name, view }
  return (
    <SeriesPart
      id="contributions"
      title={t('contributions.title')}
      note={<Explained name="contributions" label={t('series.howComputed')} view={view} t={t} />}
    >
      <div className="mt-2 grid items-start gap-x-16 gap-y-6 min-[1440px]:grid-cols-2">
        <Waterfall {...shown} span={week} label={labels.week} />
        <Waterfall {...shown} span={year} label={labels.year} />
      </div>
      <div className="mt-6">
        <ContributionRows
          table={contributionTable(history, spans, known, view.convention)}
          labels={[labels.week, labels.month, labels.year]}
          hasComponents
          t={t}
        />
      </div>
    </SeriesPart>
  )
}

interface WaterfallProps extends ContributionsProps {
  known: KnownContributions
  /** A window that ends on the last day. */
  span: Span
  /** Name of the window. */
  label: string
}

function Waterfall({ history, known, name, view, span, label }: WaterfallProps) {
  const { days } = history
  const [from, to] = [days[span.from], days[span.to - 1]]
  if (from === undefined || to === undefined) return null
  const terms = { from, to, axis: 'linear' } as const
  const t = translatorFor(view.locale)
  const context = { asOf: to, locale: view.locale, convention: view.convention, terms, names: [name], t }
  const ofWindow = { ...known, days: known.days.filter(({ date }) => date >= from) }
  const rows = figureRows('contributions', { history, span, contributions: ofWindow }, context)
  if (rows === null) return null
  const texts = figureTexts({ kind: 'contributions', rows }, context)
  const figure = {
    kind: 'contributions',
    code: history.code,
    subject: name,
    source: '',
    ...texts,
    title: label,
  } as const
  return <ChartFigure figure={figure} view={view} asOf={to} layout="waterfall" terms={terms} isLive={false} />
}
