import type { View } from '@/lib/address/view'
import type { WindowName } from '@/lib/analysis/cell'
import { formatPercent, signOf } from '@/lib/base/format'
import { decimalsOf, roundTicks } from '@/lib/charts/round-ticks'
import { FLAT_SPAN } from '@/lib/charts/signed-bars'
import { translatorFor } from '@/lib/messages/translate'
import type { FactorRow, FamilyGroup, Report } from '@/lib/report/model/report'
import { FigureText } from '../text/figure-text'
import { SentOnce } from '../text/sent-once'

const WINDOWS: WindowName[] = ['week', 'month', 'year']

/** Shows all factors in one chart: a panel for each window, a row for each family, a dot for each factor. */
export function Glance({ report, view }: { report: Report; view: View }) {
  const t = translatorFor(view.locale, view.window)
  return (
    <SentOnce as="figure" className="mt-5 wide:mt-0 wide:pt-1">
      <figcaption className="border-line border-b pb-1 font-bold">
        {t('glance.title')}
        <span className="ml-2.5 font-normal text-ink-2 text-note">{t('glance.note')}</span>
      </figcaption>
      {WINDOWS.map((window) => (
        <GlancePanel key={window} window={window} label={report.labels[window]} families={report.table1} view={view} />
      ))}
    </SentOnce>
  )
}

interface PanelProps {
  window: WindowName
  label: string
  families: FamilyGroup[]
  view: View
}

function GlancePanel({ window, label, families, view }: PanelProps) {
  const t = translatorFor(view.locale, view.window)
  const rows = families.flatMap((family) => family.rows).filter((row) => row.primary[window].value !== null)
  const values = rows.map((row) => Number(row.primary[window].value))
  const [low, high] = [Math.min(...values), Math.max(...values)]
  if (rows.length === 0) {
    return (
      <p className="mt-3 text-ink-2 text-note">
        <b className="mr-3 text-ink">{label}</b>
        {t('glance.nothing')}
      </p>
    )
  }
  const scale = glanceScale(low, high)
  return (
    <section className="mt-2.5 text-note" aria-label={panelSummary(rows, window, label, view)}>
      <div className="flex items-baseline gap-x-3">
        <b className="w-19 flex-none">{label}</b>
        <Extreme rows={rows} window={window} value={low} view={view} />
        <Extreme rows={rows} window={window} value={high} view={view} className="ml-auto text-right" />
      </div>
      <div aria-hidden="true">
        {families.map((family) => (
          <div key={family.code} className="flex h-[18px] items-center">
            <span className="w-[88px] flex-none text-ink-2 leading-[18px]">{family.name}</span>
            <div className="relative h-full flex-1 border-grid border-b">
              <span className="absolute inset-y-0 w-px bg-ink-3" style={{ left: `${scale.at(0)}%` }} />
              {family.rows.map((row) => (
                <Dot key={row.code} row={row} window={window} left={scale.at} isExtreme={[low, high]} />
              ))}
            </div>
          </div>
        ))}
        <div className="relative ml-[88px] h-5 text-axis text-ink-3">
          {scale.ticks.map((tick) => (
            <span key={tick} className="absolute -translate-x-1/2" style={{ left: `${scale.at(tick)}%` }}>
              {tick === 0 ? '0' : formatPercent(tick, scale.decimals)}
            </span>
          ))}
        </div>
      </div>
    </section>
  )
}

interface DotProps {
  row: FactorRow
  window: WindowName
  left: (value: number) => number
  isExtreme: [low: number, high: number]
}

function Dot({ row, window, left, isExtreme }: DotProps) {
  const { value } = row.primary[window]
  if (value === null) return null
  const sign = signOf(value)
  const colour = sign === 'up' ? 'bg-up' : sign === 'down' ? 'bg-down' : 'bg-ink-2'
  return (
    <span
      title={`${row.name} ${formatPercent(value)}`}
      className={`dot ${colour} ${isExtreme.includes(value) ? '' : 'opacity-70'}`}
      style={{ left: `${left(value)}%` }}
    />
  )
}

interface ExtremeProps {
  rows: FactorRow[]
  window: WindowName
  value: number
  view: View
  className?: string
}

/** Shows the lowest or highest factor by the printed figure; for a tie, the first one and the number of them. */
function Extreme({ rows, window, value, view, className = '' }: ExtremeProps) {
  const t = translatorFor(view.locale, view.window)
  const tied = rows.filter((row) => formatPercent(row.primary[window].value) === formatPercent(value))
  const name = tied[0]?.shortName ?? ''
  return (
    <span className={`min-w-0 text-ink-2 ${className}`}>
      {tied.length > 1 ? t('glance.tie', { name, count: tied.length }) : name}
      <FigureText value={value} className="ml-1.5 whitespace-nowrap font-bold" />
    </span>
  )
}

function panelSummary(rows: FactorRow[], window: WindowName, label: string, view: View): string {
  const values = rows.map((row) => Number(row.primary[window].value))
  const count = (sign: string) => values.filter((value) => signOf(value) === sign).length
  return translatorFor(view.locale, view.window)('glance.summary', {
    window: label,
    up: count('up'),
    down: count('down'),
    low: formatPercent(Math.min(...values)),
    high: formatPercent(Math.max(...values)),
  })
}

/** Returns a linear scale that includes zero, with space for a dot at both ends and up to three round ticks. */
function glanceScale(low: number, high: number) {
  const [from, to] = [Math.min(low, 0), Math.max(high, 0)]
  const span = to === from ? FLAT_SPAN : to - from
  const percents = roundTicks(from * 100, to * 100, 3)
  return {
    at: (value: number) => Math.round((4 + ((value - from) / span) * 92) * 10) / 10,
    ticks: percents.map((percent) => percent / 100),
    decimals: Math.max(0, ...percents.map(decimalsOf)),
  }
}
