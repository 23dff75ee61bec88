import type { WallParameters } from '@/lib/address/parameters/wall-parameters'
import type { View } from '@/lib/address/view'
import type { Cell } from '@/lib/analysis/cell'
import { translatorFor } from '@/lib/messages/translate'
import { isUnusual } from '@/lib/report/text/unusual'
import type { WallModel } from '@/lib/workbench/wall/get-wall'
import type { WallSeries } from '@/lib/workbench/wall/wall'
import { outlineKind } from '@/lib/workbench/wall/wall-lines'
import { ChartPicture } from '../chart/chart-picture'
import { CompareMark } from '../compare/compare-mark'
import { NoteLetter } from '../table/note-letter'
import { FigureText } from '../text/figure-text'
import { To } from '../text/to'
import { unbrokenName } from '../text/unbroken'
import { seriesPath } from './wall-path'

interface WallCellProps {
  id?: string | undefined
  series: WallSeries
  wall: WallModel
  view: View
  line: WallParameters['line']
  /** Is it among the first ones, which are in view when the page opens? */
  eager: boolean
  /** Does the line have its own scale? */
  hasOwnScale: boolean
  /** The figure by which the wall is sorted; null in the order of the report. */
  sorted: { label: string; value: number | null } | null
}

/** Shows one small multiple: name, three figures, and the line on common axes. It links to the series' page. */
export function WallCell({ id, series, wall, view, line, eager, hasOwnScale, sorted }: WallCellProps) {
  const t = translatorFor(view.locale)
  const { scale, drawn, report } = wall
  const { labels, week } = report
  const { row } = series
  const path = seriesPath(series, view)
  const { version, stamp, locale, convention, theme, colours } = view
  const request = { kind: outlineKind(line), code: row.code, version, stamp, asOf: week.asOf, locale, convention }
  return (
    <article id={id} className="flex min-w-0 flex-col justify-end pt-2.5" data-series={row.code}>
      <h3 className="text-sheet max-mid:pr-5">
        <To path={path} view={view} className="hover:text-accent max-mid:inline-block max-mid:py-3">
          {unbrokenName(row.name)}
        </To>
        <NoteLetter letter={row.noteLetter} />
        <CompareMark code={row.code} name={row.name} view={view} />
      </h3>
      <dl className="grid max-w-[200px] grid-cols-3">
        <WallFigure label={labels.week} cell={row.primary.week} view={view} isWeek />
        <WallFigure label={labels.month} cell={row.primary.month} view={view} />
        <WallFigure label={labels.year} cell={row.primary.year} view={view} />
      </dl>
      {sorted !== null && (
        <p className="text-ink-2 text-note">
          {sorted.label} <FigureText value={sorted.value} />
        </p>
      )}
      {!drawn.has(row.code) ? (
        <p className="mt-1 flex h-26 items-center border-line border-y text-ink-2 text-note mid:h-31">
          {t(line === 'return' ? 'wall.noYear' : 'glance.nothing')}
        </p>
      ) : (
        <To path={path} view={view} tabIndex={-1} aria-hidden="true" className="mt-0.5 block">
          <ChartPicture
            request={request}
            layout="outline"
            theme={theme}
            colours={colours}
            outline={{ shared: hasOwnScale ? null : scale, hasLabels: true }}
            alt=""
            eager={eager}
          />
        </To>
      )}
    </article>
  )
}

interface WallFigureProps {
  label: string
  cell: Cell
  view: View
  isWeek?: boolean
}

function WallFigure({ label, cell, view, isWeek = false }: WallFigureProps) {
  const t = translatorFor(view.locale)
  return (
    <div>
      <dt className="sr-only">{label}</dt>
      <dd data-cell={cell.id} className={isWeek ? 'font-bold' : ''}>
        <FigureText value={cell.value} />
        {isUnusual(cell.percentile) && (
          <span
            title={t('tables.unusualText')}
            className="ml-1 inline-block size-[5px] rounded-full bg-accent align-[2px]"
          >
            <span className="sr-only">{t('tables.unusualText')}</span>
          </span>
        )}
      </dd>
    </div>
  )
}
