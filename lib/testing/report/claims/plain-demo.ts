import type { Demo } from '../demo-inputs'
import type { PlainMarket } from './plain-market'

/** Returns the demo as plain daily returns. */
export function plainDemo({ catalogue, rows, days }: Demo): PlainMarket {
  const byCode = new Map<string, typeof rows>()
  for (const row of rows) {
    const own = byCode.get(row.series)
    if (own) own.push(row)
    else byCode.set(row.series, [row])
  }
  const entries = [...catalogue.factors, ...catalogue.portfolios]
  return {
    days: days.filter((day) => day >= '2014-01-02'),
    families: catalogue.families.map(({ code, nameZh, nameEn }) => ({ code, name: { zh: nameZh, en: nameEn } })),
    series: entries.map((entry) => ({
      code: entry.code,
      isFactor: 'familyCode' in entry,
      family: 'familyCode' in entry ? entry.familyCode : null,
      inception: entry.inception,
      short: { zh: entry.shortNameZh, en: entry.shortNameEn },
      name: { zh: entry.nameZh, en: entry.nameEn },
      rows: new Map((byCode.get(entry.code) ?? []).map((row) => [row.date, legsOf(row)])),
    })),
  }
}

function legsOf(row: Demo['rows'][number]): number[] {
  const legs = row.long === undefined ? [row.portfolio, row.benchmark] : [row.long, row.short, row.benchmark]
  return legs.map(Number)
}
