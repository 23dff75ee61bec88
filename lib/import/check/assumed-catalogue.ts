/** The catalogue for a file of a dry run: as it would be if the earlier files had been loaded. */
import type { CatalogueFile } from '@/lib/catalogue/catalogue-schema'
import { DAILY_RETURN_MAX } from '@/lib/import/layout/parse-return'
import type { SeriesCatalogue } from './series-catalogue'

/** Merges catalogues. Later entries replace earlier ones with the same code. */
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

/** Returns the series of a catalogue with their markets, inceptions and limits. */
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
