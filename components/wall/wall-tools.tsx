import type { WallParameters } from '@/lib/address/parameters/wall-parameters'
import { parametersOf, type View } from '@/lib/address/view'
import { PERIOD_NAMES } from '@/lib/analysis/periods'
import { translatorFor } from '@/lib/messages/translate'
import type { WallModel } from '@/lib/workbench/wall/get-wall'
import { WeekSteps } from '../series/week-steps'
import { To } from '../text/to'
import { wallPath } from './wall-path'
import { type Choice, WallSelect } from './wall-select'

export interface WallToolsProps {
  wall: WallModel
  view: View
  /** Path of the page, without parameters. */
  path: string
  parameters: WallParameters
  families: Choice[]
}

/** Shows filters and sorting of the wall: a form, and links for appearance and week. The address contains all of it. */
export function WallTools({ wall, view, path, parameters, families }: WallToolsProps) {
  const t = translatorFor(view.locale)
  const names = PERIOD_NAMES.map((name) => ({ value: name, label: t(`wall.period-${name}`) }))
  const signs = names.flatMap(({ value, label }) => [
    { value: `${value}-up`, label: t('wall.up', { period: label }) },
    { value: `${value}-down`, label: t('wall.down', { period: label }) },
  ])
  const rebalances = (['weekly', 'monthly'] as const).map((value) => ({ value, label: t(`wall.${value}`) }))
  const directions = [{ value: 'asc', label: t('wall.asc') }]
  const own = parameters.scale === 'own'
  const table = parameters.show === 'table'
  return (
    <div className="print:hidden mt-4 text-note">
      <form method="get" className="flex flex-wrap items-end gap-x-5 gap-y-2" aria-label={t('wall.filters')}>
        {[...parametersOf(view), ...hiddenFields(parameters)].map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        <label className="grid">
          <span className="text-ink-2">{t('wall.text')}</span>
          <input
            type="search"
            name="text"
            maxLength={64}
            defaultValue={parameters.text}
            className="h-7.5 w-36 max-mid:h-11 border-line border-b bg-transparent text-ink"
          />
        </label>
        {families.length > 1 && (
          <WallSelect name="family" label={t('wall.family')} value={parameters.family} choices={families} view={view} />
        )}
        <WallSelect
          name="rebalance"
          label={t('wall.rebalance')}
          value={parameters.rebalance}
          choices={rebalances}
          view={view}
        />
        <WallSelect name="sign" label={t('wall.sign')} value={parameters.sign} choices={signs} view={view} />
        <WallSelect
          name="by"
          label={t('wall.sort')}
          value={parameters.by}
          choices={names}
          none={t(families.length > 1 ? 'wall.byFamily' : 'wall.byReport')}
          view={view}
        />
        <WallSelect
          name="dir"
          label={t('wall.dir')}
          value={parameters.dir}
          choices={directions}
          none={t('wall.desc')}
          view={view}
        />
        <button type="submit" className="link tap">
          {t('wall.apply')}
        </button>
        <To path={wallPath(path, unfiltered(parameters))} view={view} className="link tap">
          {t('wall.clear')}
        </To>
      </form>
      <div className="mt-2 flex flex-wrap gap-x-5">
        <span role="status" className="tap text-ink-2">
          {t('wall.count', { shown: wall.shown.length, all: wall.count })}
        </span>
        <To path={wallPath(path, parameters, { show: table ? undefined : 'table' })} view={view} className="link tap">
          {t(table ? 'wall.toPictures' : 'wall.toTable')}
        </To>
        {!table && <WallLines view={view} path={path} parameters={parameters} />}
        {!table && (
          <To path={wallPath(path, parameters, { scale: own ? undefined : 'own' })} view={view} className="link tap">
            {t(own ? 'wall.toShared' : 'wall.toOwn')}
          </To>
        )}
        <WeekSteps week={wall} view={view} path={path} />
      </div>
    </div>
  )
}

/** Shows links for the line of the small multiples. */
function WallLines({ view, path, parameters }: Pick<WallToolsProps, 'view' | 'path' | 'parameters'>) {
  const t = translatorFor(view.locale)
  return (
    <span className="flex gap-x-3">
      <span className="tap text-ink-2">{t('wall.line')}</span>
      {([undefined, 'drawdown', 'return'] as const).map((line) => (
        <To
          key={line ?? 'ratio'}
          path={wallPath(path, parameters, { line })}
          view={view}
          aria-current={parameters.line === line ? 'true' : undefined}
          className="choice"
        >
          {t(`wall.line-${line ?? 'ratio'}`)}
        </To>
      ))}
    </span>
  )
}

/** Returns the parameters that the filter form does not change. */
function unfiltered({ asOf, line, scale, show, periods }: WallParameters): WallParameters {
  return { asOf, line, scale, show, periods }
}

function hiddenFields(parameters: WallParameters): [string, string][] {
  return Object.entries(unfiltered(parameters)).filter((entry): entry is [string, string] => entry[1] !== undefined)
}
