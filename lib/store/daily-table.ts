import { columnsOf, type ReturnKind, textColumns } from '@/lib/catalogue/series-kinds'
import { getContributions } from '@/lib/db/queries/get-contributions'
import { getFactorQuality } from '@/lib/db/queries/get-factor-quality'
import { getReturns } from '@/lib/db/queries/get-returns'
import type { StoreCell, StoreTable } from './store-table'

interface Wanted {
  version: number
  /** The series to read, in this order. */
  codes: readonly string[]
}

type Column = readonly StoreCell[]

/** One series: its dates, and the columns after the series: parts of rows, and legs. */
interface DailyRows {
  dates: readonly string[]
  legs: Column[]
}

/** An upper bound for dates. */
const LAST_DATE = '9999-12-31'

/** Makes a table of returns or quality of the series as of a version, in decimal fractions. */
export function dailyTable(kind: ReturnKind, wanted: Wanted): StoreTable {
  const texts = textColumns(kind)
  const columns = columnsOf(kind).map((name) => ({
    name,
    type: name === 'date' ? ('date' as const) : texts.includes(name) ? ('text' as const) : ('number' as const),
  }))
  return { columns, pieces: readSeries(kind, wanted) }
}

async function* readSeries(kind: ReturnKind, { version, codes }: Wanted): AsyncGenerator<StoreCell[][]> {
  for (const code of codes) {
    const { dates, legs } = await READERS[kind](code, version)
    yield dates.map((date, at) => [date, code, ...legs.map((leg) => leg[at] ?? null)])
  }
}

const NONE: DailyRows = { dates: [], legs: [] }

const READERS: Record<ReturnKind, (code: string, version: number) => Promise<DailyRows>> = {
  factor_returns: async (code, version) => {
    const [own] = await getReturns('factor_returns', { version, to: LAST_DATE, codes: [code] })
    return own ? { dates: own.dates, legs: [own.long, own.short, own.benchmark] } : NONE
  },
  portfolio_returns: async (code, version) => {
    const [own] = await getReturns('portfolio_returns', { version, to: LAST_DATE, codes: [code] })
    return own ? { dates: own.dates, legs: [own.portfolio, own.benchmark] } : NONE
  },
  index_returns: async (code, version) => {
    const [own] = await getReturns('index_returns', { version, to: LAST_DATE, codes: [code] })
    return own ? { dates: own.dates, legs: [own.return] } : NONE
  },
  factor_quality: async (code, version) => {
    const rows = await getFactorQuality({ version, to: LAST_DATE, code })
    return {
      dates: rows.map(({ date }) => date),
      legs: [rows.map(({ ic }) => ic), rows.map(({ rankIc }) => rankIc), rows.map(({ rankMae }) => rankMae)],
    }
  },
  contributions: async (code, version) => {
    const [own] = await getContributions({ version, codes: [code], to: LAST_DATE })
    const rows = (own?.days ?? []).flatMap(({ date, parts }) => parts.map((part) => ({ date, ...part })))
    return {
      dates: rows.map(({ date }) => date),
      legs: [rows.map(({ group }) => group), rows.map(({ component }) => component), rows.map(({ value }) => value)],
    }
  },
}
