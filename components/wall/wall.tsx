import type { ReactNode } from 'react'
import { MissingNotes } from '@/components/report/table/missing-notes'
import { MAX_COMPARED } from '@/lib/address/chart-address'
import { pathWith } from '@/lib/address/parameters/packed'
import type { WallParameters } from '@/lib/address/parameters/wall-parameters'
import type { View } from '@/lib/address/view'
import { translatorFor } from '@/lib/messages/translate'
import { measuredOf, type WallModel } from '@/lib/workbench/wall/get-wall'
import type { WallEntry, WallSeries } from '@/lib/workbench/wall/wall'
import { groupsOnPage } from '@/lib/workbench/wall/wall-pages'
import { ConventionSwitch } from '../layout/convention-switch'
import { To } from '../text/to'
import { WallCell } from './wall-cell'
import { WallPages } from './wall-pages'
import { wallPath } from './wall-path'
import type { Choice } from './wall-select'
import { WallTable } from './wall-table'
import { WallTools } from './wall-tools'

/** About one screen of small multiples loads at once; the others load when they are near the view. */
const EAGER_CELLS = 12
/**
 * More than any window shows. The first paint waits for this many, so that nothing moves, but not for the whole page.
 */
const SCREEN_CELLS = 36

interface WallProps {
  wall: WallModel
  view: View
  parameters: WallParameters
  families: Choice[]
  /** Path of the page, without parameters. */
  path: string
  title: string
  groups: { code: string; name: string; fact: string; series: WallEntry[] }[]
}

/** Shows small multiples in their groups, all on the same axes. */
export function Wall({ wall, view, parameters, families, path, title, groups }: WallProps) {
  const t = translatorFor(view.locale)
  const { report, shown, part, table } = wall
  const { by } = parameters
  const order = shown.map(({ code }) => code)
  const onPage = order.slice(part.from, part.to)
  const positions = new Map(onPage.map((code, position) => [code, position]))
  const lastOfScreen = onPage[Math.min(SCREEN_CELLS, onPage.length) - 1]
  const hasOwnScale = parameters.scale === 'own'
  return (
    <>
      <header className="pt-5 mid:pt-7">
        <p className="flex flex-wrap items-baseline gap-x-4 text-ink-2 text-note mid:text-sheet">
          {t('factors.asOfLine', { asOf: report.week.asOf, version: report.version })}
          <span className="whitespace-nowrap">
            {t('week.convention')} <ConventionSwitch view={view} path={wallPath(path, parameters)} />
          </span>
        </p>
        <h1 className="mt-1 text-[23px]/8 mid:text-head">{title}</h1>
        {parameters.show !== 'table' && (
          <Reading wall={wall} view={view} line={parameters.line} hasOwnScale={hasOwnScale} />
        )}
      </header>
      <WallTools wall={wall} view={view} path={path} parameters={parameters} families={families} />
      {shown.length === 0 && <p className="mt-8 border-rule border-t-2 pt-4">{t('wall.nothing')}</p>}
      {table !== null && table.length > 0 && (
        <WallTable
          series={table.slice(part.from, part.to)}
          all={table}
          view={view}
          path={path}
          parameters={parameters}
        />
      )}
      {(parameters.show === 'table' ? [] : groupsOnPage(groups, part)).map((group) => (
        <section key={group.code} className="mt-4 border-rule border-t-2 pt-1.5">
          <h2 className="text-sheet">
            {group.name}
            <span className="ml-2.5 font-normal text-ink-2 text-note">{group.fact}</span>
            <CompareAll series={group.series} view={view} />
          </h2>
          <div className="grid grid-cols-2 gap-x-6 gap-y-3 mid:grid-cols-[repeat(auto-fill,203px)] mid:gap-x-7">
            {measuredOf(wall, group.series).map((series) => (
              <WallCell
                key={series.code}
                id={series.code === lastOfScreen ? 'first-screen' : undefined}
                series={series}
                wall={wall}
                view={view}
                line={parameters.line}
                eager={(positions.get(series.code) ?? EAGER_CELLS) < EAGER_CELLS}
                hasOwnScale={hasOwnScale}
                sorted={sortedBy(series, by, view)}
              />
            ))}
          </div>
        </section>
      ))}
      <WallPages part={part} count={shown.length} view={view} path={path} parameters={parameters} />
      <MissingNotes notes={report.missingNotes} codes={order} />
    </>
  )
}

/** Returns the figure by which series are sorted; null when they are not. */
function sortedBy({ figures }: WallSeries, by: WallParameters['by'], { locale }: View) {
  if (by === undefined || figures === null) return null
  return { label: translatorFor(locale)(`wall.period-${by}`), value: figures[by] }
}

/** Links to the comparison of all series of a group, when they fit one. */
function CompareAll({ series, view }: { series: WallEntry[]; view: View }) {
  if (series.length < 2 || series.length > MAX_COMPARED) return null
  const codes = series.map(({ code }) => code)
  return (
    <To
      path={pathWith('/compare', { series: codes.join(',') })}
      view={view}
      className="link print:hidden ml-4 whitespace-nowrap font-normal text-note"
    >
      {translatorFor(view.locale)('wall.compareAll')}
    </To>
  )
}

interface ReadingProps {
  wall: WallModel
  view: View
  line: WallParameters['line']
  hasOwnScale: boolean
}

function Reading({ wall: { report, windowDays }, view, line, hasOwnScale }: ReadingProps) {
  const { labels } = report
  const t = translatorFor(view.locale)
  const figures = t.rich('factors.readingFigures', {
    ...labels,
    dot: () => <span className="mx-1 inline-block size-[5px] rounded-full bg-accent align-[2px]" />,
  }) as ReactNode
  return (
    <p className="mt-2 max-w-[72em] text-pretty text-ink-2 text-note">
      <b className="mr-1.5 text-ink">{t('factors.reading')}</b>
      {t(line === undefined ? 'factors.readingLine' : `wall.reading-${line}`, { year: labels.year, days: windowDays })}
      {view.locale !== 'zh' && ' '}
      {t(axisText(line, hasOwnScale))}
      {view.locale !== 'zh' && ' '}
      {figures}
    </p>
  )
}

function axisText(line: WallParameters['line'], hasOwnScale: boolean) {
  if (line === undefined) return hasOwnScale ? 'wall.ownAxis' : 'factors.readingAxis'
  return hasOwnScale ? 'wall.ownLinearAxis' : 'wall.linearAxis'
}
