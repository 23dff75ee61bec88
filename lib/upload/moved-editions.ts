/** Finds the figures of editions that changed days would move, before any of them is loaded or withdrawn. */
import { getReportDays } from '@/lib/analysis/weeks/report-days'
import { yearOf } from '@/lib/base/dates'
import { newestAliases } from '@/lib/db/newest-aliases'
import { getCatalogue } from '@/lib/db/queries/get-catalogue'
import type { EditionSummary } from '@/lib/editions/edition-record'
import { getEditionRows } from '@/lib/editions/get-edition-rows'
import { changedFigures } from '@/lib/publish/week/compare-editions'
import { getEditionContents } from '@/lib/publish/week/get-edition-contents'
import { buildFigures } from '@/lib/report/build/build-figures'
import { getReportInputs } from '@/lib/report/build/get-report-inputs'
import { MANY_FACTORS } from '@/lib/report/many/many-factors'
import type { ReportInputs } from '@/lib/report/model/inputs'
import { byCode, type ChangedDay, type ChangedDays, factorWith, indexWith, portfolioWith, upTo } from './changed-days'
import { COMPARED_MAX, type MovedEditions } from './moved-editions-schema'

/** Figures that are listed; all of them are counted. */
const FIGURES_MAX = 20

/** Returns the newest edition of each week, month and quarter that stands, the newest windows first. */
export async function standingEditions(): Promise<EditionSummary[]> {
  const newest = new Map<string, EditionSummary>()
  for (const row of await getEditionRows({ window: null })) {
    const key = `${row.market} ${row.windowKind} ${row.asOf}`
    if (!newest.has(key)) newest.set(key, row)
  }
  return [...newest.values()]
    .filter(({ state }) => state !== 'withdrawn')
    .sort((one, other) => (one.asOf < other.asOf ? 1 : -1))
}

interface Changed {
  standing: readonly EditionSummary[]
  /** The newest version, to which the days are not yet added. */
  before: number
  /** null when there are too many: then no edition is compared. */
  days: ChangedDays | null
}

/**
 * Returns the figures of standing editions that changed days would move, by the catalogue of the version before. Compares the
 * newest editions that end with or after a changed day of their market, of markets with at most MANY_FACTORS factors.
 */
export async function movedInEditions({ standing, before, days }: Changed): Promise<MovedEditions> {
  const concerned = days === null ? [...standing] : await concernedBy(days, standing, before)
  const compared = days === null ? [] : (await ofFewFactors(concerned, before)).slice(0, COMPARED_MAX)
  const contents = await getEditionContents(compared.map(({ id }) => id))
  const { codes } = await newestAliases()
  const figures: MovedEditions['figures'] = []
  for (const edition of compared) {
    const frozen = contents.get(edition.id)
    if (frozen === undefined || days === null) throw new RangeError(`edition ${edition.id} has no contents`)
    const { present, changed } = await figuresWith(edition, days, before)
    const moved = new Set(changedFigures(present, changed, new Map()).map(idOf))
    const { market, windowKind: window, asOf, number } = edition
    for (const figure of changedFigures(frozen.figures, changed, codes)) {
      if (figure.before === null || !moved.has(idOf(figure))) continue
      figures.push({ market, window, asOf, number, ...figure, before: figure.before })
    }
  }
  return {
    figures: figures.slice(0, FIGURES_MAX),
    count: figures.length,
    compared: compared.length,
    left: concerned.length - compared.length,
  }
}

function idOf({ code, measure, column }: Pick<MovedEditions['figures'][number], 'code' | 'measure' | 'column'>) {
  return `${code}.${measure}.${column}`
}

/** Returns the editions that end with or after a changed day of a series of their market. */
async function concernedBy(
  days: ChangedDays,
  standing: readonly EditionSummary[],
  version: number,
): Promise<EditionSummary[]> {
  const { factors, portfolios, indices } = await getCatalogue({ version })
  const marketOf = new Map([...factors, ...portfolios, ...indices].map(({ code, marketCode }) => [code, marketCode]))
  const firsts = new Map<string, string>()
  for (const { code, date } of [...days.factors, ...days.portfolios, ...days.indices]) {
    const market = marketOf.get(code)
    // A series that the load itself brings is in no edition.
    if (market === undefined) continue
    const first = firsts.get(market)
    if (first === undefined || date < first) firsts.set(market, date)
  }
  return standing.filter(({ market, asOf }) => {
    const first = firsts.get(market)
    return first !== undefined && first <= asOf
  })
}

async function ofFewFactors(editions: readonly EditionSummary[], version: number): Promise<EditionSummary[]> {
  const { factors } = await getCatalogue({ version })
  return editions.filter(
    ({ market }) => factors.filter(({ marketCode }) => marketCode === market).length <= MANY_FACTORS,
  )
}

/** Returns the figures of an edition's window by the data of a version, and by the same data with the changed days. */
async function figuresWith(
  { market, windowKind, asOf, convention }: EditionSummary,
  days: ChangedDays,
  version: number,
) {
  const reportDays = await getReportDays(version, market)
  if (reportDays === null) throw new RangeError(`the market ${market} of an edition has no data`)
  const inputs = await getReportInputs({
    ...{ version, locale: 'en', convention, window: windowKind, days: reportDays, asOf },
  })
  return { present: buildFigures(inputs), changed: buildFigures(withChanges(inputs, days, asOf)) }
}

function withChanges(inputs: ReportInputs, days: ChangedDays, asOf: string): ReportInputs {
  const changed = {
    ...inputs,
    factorReturns: allWith(inputs.factorReturns, days.factors, { asOf, change: factorWith, make: emptyFactor }),
    portfolioReturns: allWith(inputs.portfolioReturns, days.portfolios, {
      ...{ asOf, change: portfolioWith, make: emptyPortfolio },
    }),
    indexReturns: allWith(inputs.indexReturns, days.indices, { asOf, change: indexWith, make: emptyIndex }),
  }
  return { ...changed, days: daysWith(changed, days) }
}

const empty = (code: string) => ({ code, dates: [], benchmark: [] })
const emptyFactor = (code: string) => ({ ...empty(code), long: [], short: [] })
const emptyPortfolio = (code: string) => ({ ...empty(code), portfolio: [] })
const emptyIndex = (code: string) => ({ code, dates: [], return: [] })

interface Change<Rows> {
  asOf: string
  change: (rows: Rows, days: ChangedDay[]) => Rows
  /** Makes a series without a row. */
  make: (code: string) => Rows
}

function allWith<Rows extends { code: string }>(
  stored: readonly Rows[],
  days: readonly ChangedDay[],
  { asOf, change, make }: Change<Rows>,
): Rows[] {
  const groups = byCode(days)
  const known = new Set(stored.map(({ code }) => code))
  const first = [...groups.keys()].filter((code) => !known.has(code)).map(make)
  return [...stored, ...first].map((rows) => change(rows, upTo(groups.get(rows.code), asOf)))
}

/** Returns the trading days with the changes: in a year whose closures are not known, the days in the data are its trading days. */
function daysWith(inputs: ReportInputs, days: ChangedDays): string[] {
  const { catalogue, ended, provisionalYears } = inputs
  const asOf = inputs.days.at(-1) ?? ''
  const entries = [
    ...catalogue.factors,
    ...catalogue.portfolios,
    ...catalogue.indices,
    ...ended.factors,
    ...ended.portfolios,
  ]
  const own = new Set(entries.map(({ code }) => code))
  const asked = [...days.factors, ...days.portfolios, ...days.indices]
    .filter(({ code, date }) => own.has(code) && date <= asOf && provisionalYears.includes(yearOf(date)))
    .map(({ date }) => date)
  if (asked.length === 0) return inputs.days
  const series = [...inputs.factorReturns, ...inputs.portfolioReturns, ...inputs.indexReturns]
  const observed = new Set(series.filter(({ code }) => own.has(code)).flatMap(({ dates }) => dates))
  const first = inputs.days[0] ?? ''
  const kept = new Set([...inputs.days, ...asked.filter((date) => date >= first)])
  const unsure = new Set(asked)
  return [...kept].filter((date) => !unsure.has(date) || observed.has(date)).sort()
}
