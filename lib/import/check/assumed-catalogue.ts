/** What the files of a dry run may count on: the catalogue as it would be if those before them had been loaded. */
import type { CatalogueFile } from '@/lib/catalogue/catalogue-schema'
import { DAILY_RETURN_MAX } from '@/lib/import/layout/parse-return'
import type { SeriesCatalogue } from './series-catalogue'

/** Later entries stand for earlier ones of the same code. */
export function withAssumed(stored: CatalogueFile, assumed: readonly CatalogueFile[]): CatalogueFile {
  const all = [stored, ...assumed]
  const byCode = <Row extends { code: string }>(rows: Row[]) => [
    ...new Map(rows.map((row) => [row.code, row])).values(),
  ]
  return {
    markets: byCode(all.flatMap(({ markets }) => markets)),
    families: byCode(all.flatMap(({ families }) => families)),
    factors: byCode(all.flatMap(({ factors }) => factors)),
    portfolios: byCode(all.flatMap(({ portfolios }) => portfolios)),
    reportIssues: [
      ...new Map(all.flatMap(({ reportIssues }) => reportIssues).map((issue) => [issue.weekEnd, issue])).values(),
    ],
  }
}

/** The lives of a catalogue's series. */
export function seriesOf({ markets, factors, portfolios }: CatalogueFile): SeriesCatalogue {
  const limits = new Map(markets.map(({ code, dailyReturnMax }) => [code, dailyReturnMax]))
  const lives = (series: { code: string; marketCode: string; inception: string }[]) =>
    new Map(
      series.map(({ code, marketCode, inception }) => [
        code,
        { market: marketCode, inception, returnMax: limits.get(marketCode) ?? DAILY_RETURN_MAX },
      ]),
    )
  return { factors: lives(factors), portfolios: lives(portfolios) }
}
