/** The catalogue as it would be if further files had been loaded. */
import { type TradingCalendar, tradingCalendar } from '@/lib/calendar/trading-calendar'
import type { CatalogueFile, CompleteCatalogue } from '@/lib/catalogue/catalogue-schema'
import { entryKey } from '@/lib/catalogue/entry-key'

/** Merges catalogues. Later entries replace earlier ones with the same key. */
export function withAssumed(stored: CompleteCatalogue, assumed: readonly CatalogueFile[]): CompleteCatalogue {
  return assumed.reduce<CompleteCatalogue>((merged, file) => {
    const markets = completeMarkets(file, merged)
    return {
      markets: byKey(merged.markets, markets),
      families: byKey(merged.families, file.families),
      factors: byKey(merged.factors, file.factors),
      portfolios: byKey(merged.portfolios, file.portfolios),
      reportIssues: byKey(merged.reportIssues, file.reportIssues),
      closures: byKey(merged.closures, file.closures),
    }
  }, stored)
}

function byKey<Row extends Parameters<typeof entryKey>[0]>(before: Row[], after: Row[]): Row[] {
  return [...new Map([...before, ...after].map((row) => [entryKey(row), row])).values()]
}

/** The calendar of a market that names none, where that is not an empty one: CN had this one before a market could. */
const USUAL_CALENDARS: Readonly<Record<string, string>> = { CN: 'XSHG' }

/** Returns the markets of a file with all fields. A field that the file lacks stays as it is in the store. */
export function completeMarkets(file: CatalogueFile, stored: CompleteCatalogue): CompleteCatalogue['markets'] {
  return file.markets.map((market) => {
    const known = stored.markets.find(({ code }) => code === market.code)
    const calendar = known ? known.calendar : (USUAL_CALENDARS[market.code] ?? null)
    return { calendar, tradingDaysPerYear: known?.tradingDaysPerYear ?? null, ...market }
  })
}

/** Returns the calendar of every market of a catalogue, by code. */
export function calendarsOf({ markets, closures }: CompleteCatalogue): Map<string, TradingCalendar> {
  const of = (code: string | null) => closures.filter(({ market }) => market === code)
  return new Map(markets.map(({ code, calendar }) => [code, tradingCalendar(of(calendar), of(code))]))
}
