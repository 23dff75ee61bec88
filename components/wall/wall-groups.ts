import type { WallParameters } from '@/lib/address/parameters/wall-parameters'
import type { View } from '@/lib/address/view'
import { translatorFor } from '@/lib/messages/translate'
import type { Summary } from '@/lib/report/model/report'
import { overCommonPeriod } from '@/lib/workbench/wall/common-period'
import { filterWall, sortWall, type WallSeries } from '@/lib/workbench/wall/wall'

/** Returns the groups of the wall for a request: families with the counts of the week, or one sorted group. */
export function wallGroups(report: Summary, all: readonly WallSeries[], parameters: WallParameters, view: View) {
  const t = translatorFor(view.locale)
  const filtered = filterWall(all, parameters)
  const series = parameters.since === 'common' ? overCommonPeriod(filtered) : filtered
  const { by, dir } = parameters
  const groups =
    by === undefined
      ? wallFamilies(report, view).map((family) => ({
          ...family,
          series: series.filter((one) => one.family === family.code),
        }))
      : [
          {
            code: 'sorted',
            name: t('wall.sorted', { period: t(`wall.period-${by}`) }),
            fact: t(dir === 'asc' ? 'wall.asc' : 'wall.desc'),
            series: sortWall(series, by, dir === 'asc'),
          },
        ]
  return groups.filter((group) => group.series.length > 0)
}

/** Returns the families of factors, and the portfolios as an additional one. */
export function wallFamilies(report: Summary, view: View) {
  const t = translatorFor(view.locale)
  const families = report.table1.map(({ code, name, up, down }) => ({
    code,
    name,
    fact: t('tables.familyFact', { up, down }),
  }))
  return [...families, { code: 'portfolios', name: t('factors.portfolios'), fact: report.table2Note }]
}
