import { periodsOf, type WallParameters } from '@/lib/address/parameters/wall-parameters'
import type { View } from '@/lib/address/view'
import { PERIOD_NAMES, type PeriodName } from '@/lib/analysis/periods'
import { translatorFor } from '@/lib/messages/translate'
import { inceptions } from '@/lib/workbench/wall/common-period'
import type { WallRow } from '@/lib/workbench/wall/get-wall-rows'
import { SortLink } from '../table/sort-link'
import { To } from '../text/to'
import { wallPath } from './wall-path'
import { shownFrom, WallRows, WHOLE_CELL, WHOLE_COLUMNS } from './wall-rows'

interface WallTableProps {
  /** Those on the page. */
  series: WallRow[]
  /** Those on all pages. */
  all: WallRow[]
  view: View
  path: string
  parameters: WallParameters
}

/**
 * Shows the wall as figures: a row for each series, a column for each period; heads sort, and links select the columns.
 */
export function WallTable({ series, all, view, path, parameters }: WallTableProps) {
  const t = translatorFor(view.locale)
  const periods = periodsOf(parameters.periods) ?? PERIOD_NAMES
  const toggled = (name: PeriodName) => {
    const chosen = PERIOD_NAMES.filter((each) => (each === name) !== periods.includes(each))
    return chosen.length === PERIOD_NAMES.length || chosen.length === 0 ? undefined : chosen.join(',')
  }
  return (
    <>
      <nav aria-label={t('wall.columns')} className="print:hidden mt-3 flex flex-wrap gap-x-4 text-note">
        <span className="tap text-ink-2">{t('wall.columns')}</span>
        {PERIOD_NAMES.map((name) => (
          <To
            key={name}
            path={wallPath(path, parameters, { periods: toggled(name) })}
            view={view}
            aria-current={periods.includes(name) ? 'true' : undefined}
            className="choice"
          >
            {t(`wall.period-${name}`)}
          </To>
        ))}
      </nav>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a frame that scrolls sideways needs keyboard focus */}
      <section className="-mr-3 mt-2 overflow-x-auto pr-3" tabIndex={0} aria-label={t('wall.table')}>
        <table className="w-full border-rule border-t-2 text-sheet">
          <caption className="py-1 text-left text-ink-2 text-note">
            {t('wall.unit', { convention: view.convention })}
            <PeriodNote series={all} view={view} path={path} parameters={parameters} />
          </caption>
          <thead>
            <tr className="border-line border-b">
              <th scope="col" className="py-1 pr-4 text-left">
                {t('wall.series')}
              </th>
              <th scope="col" className="hidden px-2 text-right pair:table-cell">
                {t('wall.spark')}
              </th>
              {periods.map((name) => (
                <PeriodHead key={name} name={name} view={view} path={path} parameters={parameters} />
              ))}
              {WHOLE_COLUMNS.map((name) => (
                <th key={name} scope="col" className={`whitespace-nowrap ${WHOLE_CELL}`}>
                  {t(`wall.${name}`)}
                </th>
              ))}
            </tr>
          </thead>
          <WallRows
            series={series}
            oldest={inceptions(all)?.first}
            periods={periods}
            view={view}
            parameters={parameters}
          />
        </table>
      </section>
    </>
  )
}

/** Says over which days the figures of the whole periods are, with a link to the other choice; nothing when all begin together. */
function PeriodNote({ series, view, path, parameters }: Omit<WallTableProps, 'all'>) {
  const t = translatorFor(view.locale)
  const began = inceptions(series)
  if (began === null || began.first === began.last) return null
  const isCommon = parameters.since === 'common'
  return (
    <span className="block">
      {t(isCommon ? 'wall.commonPeriod' : 'wall.ownPeriods', began)}{' '}
      <To
        path={wallPath(path, parameters, { since: isCommon ? undefined : 'common' })}
        view={view}
        className="prose-link whitespace-nowrap print:hidden"
      >
        {t(isCommon ? 'wall.toOwnPeriods' : 'wall.toCommonPeriod')}
      </To>
    </span>
  )
}

interface PeriodHeadProps extends Omit<WallTableProps, 'series' | 'all'> {
  name: PeriodName
}

/** Shows a column head that sorts: the greatest first, then the smallest, then by family. */
function PeriodHead({ name, view, path, parameters }: PeriodHeadProps) {
  const t = translatorFor(view.locale)
  const isAscending = parameters.dir === 'asc'
  const isSorted = parameters.by === name
  const next: WallParameters = !isSorted
    ? { by: name, dir: undefined }
    : isAscending
      ? { by: undefined, dir: undefined }
      : { dir: 'asc' }
  return (
    <th
      scope="col"
      aria-sort={isSorted ? (isAscending ? 'ascending' : 'descending') : undefined}
      className={`whitespace-normal text-balance px-2 text-right align-bottom wide:whitespace-nowrap ${shownFrom(name, parameters)}`}
    >
      <SortLink
        path={wallPath(path, parameters, next)}
        view={view}
        label={t(
          name === 'inception' && parameters.since === 'common' ? 'wall.overCommonPeriod' : `wall.period-${name}`,
        )}
        direction={isSorted ? (isAscending ? 'asc' : 'desc') : null}
      />
    </th>
  )
}
