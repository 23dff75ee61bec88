/** The catalogue as it would be if further files had been loaded. */
import { type TradingCalendar, tradingCalendar } from '@/lib/calendar/trading-calendar'
import type { CatalogueFile, CompleteCatalogue } from '@/lib/catalogue/catalogue-schema'
import { entryKey } from '@/lib/catalogue/entry-key'

/** Merges catalogues. Later entries replace earlier ones with the same key. */
export function withAssumed(stored: CompleteCatalogue, assumed: readonly CatalogueFile[]): CompleteCatalogue {
  return assumed.reduce<CompleteCatalogue>((merged, file) => {
    const whole = completeCatalogue(file, merged)
    return {
      markets: byKey(merged.markets, whole.markets),
      families: byKey(merged.families, whole.families),
      factors: byKey(merged.factors, whole.factors),
      portfolios: byKey(merged.portfolios, whole.portfolios),
      indices: byKey(merged.indices, whole.indices),
      reportIssues: byKey(merged.reportIssues, whole.reportIssues),
      closures: byKey(merged.closures, whole.closures),
      aliases: byKey(merged.aliases, whole.aliases),
      components: byKey(merged.components, whole.components),
    }
  }, stored)
}

function byKey<Row extends Parameters<typeof entryKey>[0]>(before: Row[], after: Row[]): Row[] {
  return [...new Map([...before, ...after].map((row) => [entryKey(row), row])).values()]
}

/** The calendar of a market that names none, where that is not an empty one: CN had this one before a market could. */
const USUAL_CALENDARS: Readonly<Record<string, string>> = { CN: 'XSHG' }

/** Returns the rows of a file with all fields. A field that the file lacks stays as it is in the store. */
export function completeCatalogue(file: CatalogueFile, stored: CompleteCatalogue): CompleteCatalogue {
  const factors = new Map(stored.factors.map((row) => [row.code, row]))
  const portfolios = new Map(stored.portfolios.map((row) => [row.code, row]))
  const indices = new Map(stored.indices.map((row) => [row.code, row]))
  return {
    ...file,
    markets: completeMarkets(file, stored),
    factors: file.factors.map((row) => ({ ...row, ...keptOf(row, factors.get(row.code)) })),
    portfolios: file.portfolios.map((row) => ({ ...row, ...keptOf(row, portfolios.get(row.code)) })),
    indices: file.indices.map((row) => ({ ...row, ...endingOf(row, indices.get(row.code)) })),
  }
}

function completeMarkets(file: CatalogueFile, stored: CompleteCatalogue): CompleteCatalogue['markets'] {
  return file.markets.map((market) => {
    const known = stored.markets.find(({ code }) => code === market.code)
    const calendar = known ? known.calendar : (USUAL_CALENDARS[market.code] ?? null)
    return { calendar, tradingDaysPerYear: known?.tradingDaysPerYear ?? null, ...market }
  })
}

interface Ending {
  ended?: string | null
  endedReasonZh?: string | null
  endedReasonEn?: string | null
}

interface Kept extends Ending {
  ownKeyPoint?: boolean
}

/** Returns the fields of a row that the stored one keeps where the file lacks them. */
function keptOf(row: Kept, known: Kept | undefined): Required<Kept> {
  return { ...endingOf(row, known), ownKeyPoint: row.ownKeyPoint ?? known?.ownKeyPoint ?? false }
}

/** Returns the end that a row of a file gives its series: a row without `ended` leaves the stored one. */
function endingOf(row: Ending, known: Ending | undefined): Required<Ending> {
  const { ended = null, endedReasonZh = null, endedReasonEn = null } = row.ended === undefined ? (known ?? {}) : row
  return { ended, endedReasonZh, endedReasonEn }
}

/** Returns the calendar of every market of a catalogue, by code. */
export function calendarsOf({ markets, closures }: CompleteCatalogue): Map<string, TradingCalendar> {
  const of = (code: string | null) => closures.filter(({ market }) => market === code)
  return new Map(markets.map(({ code, calendar }) => [code, tradingCalendar(of(calendar), of(code))]))
}
