import { pathWith } from '@/lib/address/parameters/packed'
import { addressOf, parametersOf, type View } from '@/lib/address/view'
import type { SeriesHistory } from '@/lib/analysis/history'
import { localePrefix } from '@/lib/base/locale'
import { lineLabels } from '@/lib/figures/kinds/series-figure'
import type { ComparisonTerms, LegRole } from '@/lib/figures/rows/terms'
import { AXES } from '@/lib/figures/rows/terms'
import { translatorFor } from '@/lib/messages/translate'
import { CHART_PERIODS, LEG_NAMES_OF, periodStart, possibleLegs, usualAxis } from '@/lib/workbench/series/chart-choice'
import { To } from '../text/to'

interface ChartToolsProps {
  history: SeriesHistory
  view: View
  /** Null when the chosen period has no trading day. */
  terms: ComparisonTerms | null
  from?: string | undefined
  to?: string | undefined
  legs: readonly LegRole[]
}

/** Shows the choice of period, legs and axis, as links and a form that work without script. */
export function ChartTools({ history, view, terms, from, to, legs }: ChartToolsProps) {
  const t = translatorFor(view.locale)
  const path = `/${history.kind === 'factor' ? 'factors' : 'portfolios'}/${history.code}`
  const changed = (change: Record<string, string | null>) =>
    `${pathWith(path, { ...view.parameters, ...change })}#series-chart`
  const asOf = to ?? history.days.at(-1) ?? ''
  const axis = terms?.axis ?? usualAxis(history.kind)
  const names = LEG_NAMES_OF[history.kind]
  const labels = lineLabels(history.kind, t)
  const withLeg = (role: LegRole) => {
    const all = possibleLegs(history.kind, history.benchmark !== null)
    const rest = all.filter((leg) => (leg === role ? !legs.includes(leg) : legs.includes(leg)))
    return rest.length > 0 ? rest.map((leg) => names[leg]).join(',') : null
  }
  return (
    <div className="print:hidden mb-2 flex flex-wrap items-center gap-x-8 gap-y-2 text-note">
      <nav aria-label={t('seriesChart.period')} className="flex flex-wrap gap-x-4">
        {CHART_PERIODS.map((name) => (
          <To
            key={name}
            path={changed({ from: periodStart(name, asOf), ...(name === 'inception' && { to: null }) })}
            view={view}
            aria-current={(from ?? null) === periodStart(name, asOf) ? 'true' : undefined}
            className="choice"
          >
            {t(`seriesChart.${name}`)}
          </To>
        ))}
      </nav>
      <form
        method="get"
        action={`${localePrefix(view.locale)}${path}#series-chart`}
        className="flex flex-wrap items-center gap-2"
      >
        <HiddenFields path={path} view={view} />
        <label htmlFor="chart-from" className="text-ink-2">
          {t('seriesChart.from')}
        </label>
        <input id="chart-from" type="date" name="from" defaultValue={terms?.from ?? from} className="field" />
        <label htmlFor="chart-to" className="text-ink-2">
          {t('seriesChart.to')}
        </label>
        <input id="chart-to" type="date" name="to" defaultValue={terms?.to ?? to} className="field" />
        <button type="submit" className="link tap">
          {t('seriesChart.go')}
        </button>
      </form>
      <nav aria-label={t('seriesChart.legs')} className="flex gap-x-4">
        <span className="tap text-ink-2" aria-hidden="true">
          {t('seriesChart.legs')}
        </span>
        {possibleLegs(history.kind, history.benchmark !== null).map((role) => (
          <To
            key={role}
            path={changed({ legs: withLeg(role) })}
            view={view}
            aria-current={legs.includes(role) ? 'true' : undefined}
            className="choice"
          >
            {labels[role]}
          </To>
        ))}
      </nav>
      <nav aria-label={t('seriesChart.axis')} className="flex gap-x-4">
        {AXES.map((name) => (
          <To
            key={name}
            path={changed({ axis: name === usualAxis(history.kind) ? null : name })}
            view={view}
            aria-current={name === axis ? 'true' : undefined}
            className="choice"
          >
            {t(`seriesChart.${name}`)}
          </To>
        ))}
      </nav>
    </div>
  )
}

/** Adds the address's parameters to a form, which otherwise sends only its own fields. */
function HiddenFields({ path, view }: { path: string; view: View }) {
  const [, query = ''] = addressOf(pathWith(path, view.parameters), view).split('?')
  const all = new Map([...new URLSearchParams(query), ...parametersOf(view)])
  return [...all]
    .filter(([name]) => name !== 'from' && name !== 'to')
    .map(([name, value]) => <input key={name} type="hidden" name={name} value={value} />)
}
