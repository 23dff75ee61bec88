import type { WallParameters } from '@/lib/address/parameters/wall-parameters'
import type { View } from '@/lib/address/view'
import { translatorFor } from '@/lib/messages/translate'
import type { WallModel } from '@/lib/workbench/wall/get-wall'

/** Returns the groups of the wall for a request: families with the counts of the week, or one sorted group. */
export function wallGroups(wall: WallModel, { by, dir }: WallParameters, view: View) {
  const t = translatorFor(view.locale)
  const groups =
    by === undefined
      ? wallFamilies(wall, view).map((family) => ({
          ...family,
          series: wall.shown.filter((one) => one.family === family.code),
        }))
      : [
          {
            code: 'sorted',
            name: t('wall.sorted', { period: t(`wall.period-${by}`) }),
            fact: t(dir === 'asc' ? 'wall.asc' : 'wall.desc'),
            series: wall.shown,
          },
        ]
  return groups.filter((group) => group.series.length > 0)
}

/** Returns the families of factors, and the portfolios as an additional one. */
export function wallFamilies({ families, report }: Pick<WallModel, 'families' | 'report'>, view: View) {
  const t = translatorFor(view.locale)
  const ofFactors = families.map(({ code, name, up, down }) => ({
    code,
    name,
    fact: t('tables.familyFact', { up, down }),
  }))
  return [...ofFactors, { code: 'portfolios', name: t('factors.portfolios'), fact: report.table2Note }]
}
