import { archivePath, decadeOf } from '@/lib/address/parameters/archive-parameters'
import type { View } from '@/lib/address/view'
import { isMany } from '@/lib/figures/kinds/factors-figure'
import { translatorFor } from '@/lib/messages/translate'
import type { ComparedRow, RankMove, Report } from '@/lib/report/model/report'
import { ChartFigure } from '../chart/chart-figure'
import { RankMoveMark } from '../table/rank-move-mark'
import { RuledHead, RuledTable } from '../table/ruled-table'
import { FigureText } from '../text/figure-text'
import { SentOnce } from '../text/sent-once'
import { To } from '../text/to'
import { FoldLink } from './fold-link'

/** Maximum number of names in a list of the largest moves. */
const MAX_MOVES = 5

/** Maximum number of factors named as turned in a report of many, the largest first. */
const MAX_TURNED = 12

/** Shows the changes since the week before, and the week beside month and year. */
export function WeekBefore({ report, view }: { report: Report; view: View }) {
  const t = translatorFor(view.locale, view.window)
  const { weekBefore, week } = report
  const [columns, scatter] = weekBefore.figures
  const year = week.asOf.slice(0, 4)
  return (
    <section id="week-before" aria-labelledby="week-before-title" className="fold part">
      <SentOnce as="header" className="part-head">
        <h2 id="week-before-title" className="text-section">
          {t('weekBefore.title')}
        </h2>
        <FoldLink id="week-before" title={t('weekBefore.title')} />
        {weekBefore.asOf !== null && (
          <span className="text-ink-2 text-note">{t('weekBefore.since', { asOf: weekBefore.asOf })}</span>
        )}
        <To
          path={archivePath(decadeOf(Number(year)), `year-${year}`)}
          view={view}
          className="link print:hidden mid:ml-auto"
        >
          {t('weekBefore.calendar', { year })} →
        </To>
      </SentOnce>
      <div className="fold-content">
        <div className="mt-3 grid grid-cols-[minmax(0,1fr)] items-start gap-x-14 gap-y-8 full:grid-cols-[minmax(0,1fr)_560px]">
          <Changes report={report} view={view} />
          {scatter && <ChartFigure isLive={false} figure={scatter} view={view} asOf={week.asOf} layout="points" />}
        </div>
        {columns && (
          <div className="mt-8">
            <ChartFigure
              isLive={false}
              figure={columns}
              view={view}
              asOf={week.asOf}
              layout={isMany(columns.table.rows.length) ? 'many-columns' : 'columns'}
            />
          </div>
        )}
      </div>
    </section>
  )
}

/** Lists changes of sign, and shows the largest moves in rank as a table. */
function Changes({ report: { weekBefore, many }, view }: { report: Report; view: View }) {
  const t = translatorFor(view.locale, view.window)
  const { asOf, compared, turned, risen, fallen } = weekBefore
  if (asOf === null || compared === 0) {
    const reason = asOf === null ? t('weekBefore.first') : t('weekBefore.nothingBefore')
    return <p className="border-line border-y py-2 text-ink-2">{reason}</p>
  }
  const most = many ? MAX_TURNED : Number.POSITIVE_INFINITY
  return (
    <SentOnce as="div">
      <dl className="text-body">
        <Turned label={t('weekBefore.turnedUp')} rows={turned.up} view={view} sign="up" most={most} />
        <Turned label={t('weekBefore.turnedDown')} rows={turned.down} view={view} sign="down" most={most} />
      </dl>
      {risen.length + fallen.length === 0 ? (
        <p className="mt-3 border-line border-y py-2 text-ink-2">{t('weekBefore.noMoves')}</p>
      ) : (
        <MovesTable report={weekBefore} view={view} />
      )}
    </SentOnce>
  )
}

interface TurnedProps {
  label: string
  rows: ComparedRow[]
  view: View
  sign: 'up' | 'down'
  /** How many are named. */
  most: number
}

function Turned({ label, rows, view, sign, most }: TurnedProps) {
  const t = translatorFor(view.locale, view.window)
  return (
    <div
      data-turned={sign}
      className="border-grid border-t py-1.5 first:border-t-0 first:pt-0 mid:grid mid:grid-cols-[auto_1fr] mid:gap-x-4"
    >
      <dt className={`text-sheet leading-6 ${view.locale === 'zh' ? 'mid:w-12' : 'mid:w-28'}`}>
        <b>{label}</b> <span className="text-ink-3">{rows.length}</span>
      </dt>
      <dd className="flex flex-wrap gap-x-5 text-sheet leading-6">
        {rows.length === 0 && <span className="text-ink-2">{t('weekBefore.noneTurned')}</span>}
        {rows.slice(0, most).map((row) => (
          <span key={row.code} data-series={row.code} className="whitespace-nowrap">
            {row.shortName} <FigureText value={row.standing.lastWeek.value} className="ml-1" />
            <span className="mx-1 text-ink-3">→</span>
            <FigureText value={row.primary.week.value} className="font-bold" />
          </span>
        ))}
        {rows.length > most && (
          <span className="text-ink-2">{t('weekBefore.turnedMore', { count: rows.length - most })}</span>
        )}
      </dd>
    </div>
  )
}

function MovesTable({ report: { risen, fallen, ranked }, view }: { report: Report['weekBefore']; view: View }) {
  const t = translatorFor(view.locale, view.window)
  return (
    <>
      <RuledTable className="mt-3 whitespace-nowrap max-w-160 max-mid:[--cell-before:8px]">
        <RuledHead>
          <tr>
            <th scope="col">{t('weekBefore.factor')}</th>
            <td className="max-mid:hidden" />
            <th scope="col" className="max-mid:whitespace-normal">
              {t('weekBefore.rank')}
            </th>
            <th scope="col" className="max-mid:whitespace-normal">
              {t('weekBefore.before')}
            </th>
            <th scope="col" className="max-mid:whitespace-normal">
              {t('weekBefore.now')}
            </th>
          </tr>
        </RuledHead>
        <MoveGroup label={t('weekBefore.risen')} moves={risen} ranked={ranked} view={view} />
        <MoveGroup label={t('weekBefore.fallen')} moves={fallen} ranked={ranked} view={view} />
      </RuledTable>
      <p className="hidden pt-1.5 text-ink-2 text-note mid:block">{t('weekBefore.rankNote')}</p>
    </>
  )
}

interface MoveGroupProps {
  label: string
  moves: RankMove[]
  ranked: number
  view: View
}

function MoveGroup({ label, moves, ranked, view }: MoveGroupProps) {
  const t = translatorFor(view.locale, view.window)
  if (moves.length === 0) return null
  return (
    <tbody className="border-line [tbody+&]:border-t">
      <tr>
        <th scope="rowgroup" colSpan={5} className="pt-[7px] font-bold text-ink-2 text-note max-mid:whitespace-normal">
          {label}{' '}
          <span className="font-normal text-ink-3">
            {moves.length > MAX_MOVES
              ? t('weekBefore.firstOf', { count: moves.length, most: MAX_MOVES })
              : moves.length}
          </span>
        </th>
      </tr>
      {moves.slice(0, MAX_MOVES).map(({ row, rank, lastRank }) => (
        <tr key={row.code} data-move={row.code} className="hover:bg-wash">
          <th scope="row" className="max-mid:whitespace-normal">
            {row.shortName}
          </th>
          <td className="max-mid:hidden">
            <RankMoveMark from={lastRank} to={rank} of={Math.max(ranked, lastRank)} />
          </td>
          <td title={t('weekBefore.move', { before: lastRank, now: rank, known: ranked })}>
            <span className="text-ink-3">{lastRank} →</span> {rank}
          </td>
          <td>
            <FigureText value={row.standing.lastWeek.value} />
          </td>
          <td className="font-bold">
            <FigureText value={row.primary.week.value} />
          </td>
        </tr>
      ))}
    </tbody>
  )
}
