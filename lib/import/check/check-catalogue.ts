import type { CatalogueSection } from '@/lib/catalogue/catalogue-fields'
import type { CatalogueFile, CompleteCatalogue } from '@/lib/catalogue/catalogue-schema'
import { closureKey, entryKey } from '@/lib/catalogue/entry-key'
import type { SeriesSection } from '@/lib/catalogue/series-kinds'
import type { FaultLog } from '@/lib/import/outcome/fault'

const SERIES_SECTIONS = ['factors', 'portfolios', 'indices'] as const satisfies SeriesSection[]

interface Positioned {
  code: string
  position: number
}

/**
 * Checks a catalogue across its fields: no code or position occurs twice, no position belongs to a stored row that the
 * file leaves out, and every reference is in the file or in the store.
 */
export function checkCatalogue(file: CatalogueFile, stored: CompleteCatalogue, faults: FaultLog): void {
  reportTwins('markets', 'code', file.markets.map(codeOf), faults)
  reportTwins(
    'reportIssues',
    'weekEnd',
    file.reportIssues.map(({ weekEnd }) => weekEnd),
    faults,
  )
  for (const section of ['families', ...SERIES_SECTIONS] as const) {
    reportTwins(section, 'code', file[section].map(codeOf), faults)
    reportTwins(
      section,
      'position',
      file[section].map(({ position }) => String(position)),
      faults,
    )
    reportTaken(section, file[section], stored[section], faults)
  }
  const markets = [...file.markets, ...stored.markets]
  reportLoose(
    'factors',
    'familyCode',
    file.factors.map(({ familyCode }) => familyCode),
    [...file.families, ...stored.families],
    faults,
  )
  reportLoose(
    'factors',
    'marketCode',
    file.factors.map(({ marketCode }) => marketCode),
    markets,
    faults,
  )
  for (const section of ['portfolios', 'indices'] as const) {
    reportLoose(
      section,
      'marketCode',
      file[section].map(({ marketCode }) => marketCode),
      markets,
      faults,
    )
  }
  const factors = [...file.factors, ...stored.factors]
  reportLoose(
    'portfolios',
    'alphaFactorCode',
    file.portfolios.map((row) => row.alphaFactorCode),
    factors,
    faults,
    new Map(stored.aliases.map(({ oldCode, code }) => [oldCode, code])),
  )
  reportShared(file, stored, faults)
  reportTwins('closures', 'date', file.closures.map(closureKey), faults)
  reportCalendars(file, stored, faults)
  reportTwins('aliases', 'oldCode', file.aliases.map(entryKey), faults)
  reportTwins('components', 'component', file.components.map(entryKey), faults)
  reportOldCodes(file, stored, faults)
  reportAliases(file, stored, faults)
}

/** Reports an old code where a series is defined or referred to: it belongs to one series for ever. */
function reportOldCodes(file: CatalogueFile, stored: CompleteCatalogue, faults: FaultLog): void {
  const codes = new Map([...stored.aliases, ...file.aliases].map(({ oldCode, code }) => [oldCode, code]))
  const report = (column: string, value: string) => {
    const code = codes.get(value)
    if (code === undefined) return
    const remedy = `${value} is the old code of ${code}: write ${code}, or choose another code for another series.`
    faults.add({ column, value, rule: 'renamed-series', remedy })
  }
  for (const section of SERIES_SECTIONS) {
    for (const [index, { code }] of file[section].entries()) report(`${section}[${index}].code`, code)
  }
}

/** Reports an alias of an unknown series, and an old code that is a series or the old code of another one. */
function reportAliases(file: CatalogueFile, stored: CompleteCatalogue, faults: FaultLog): void {
  const series = new Set(
    [file, stored].flatMap((known) => SERIES_SECTIONS.flatMap((section) => known[section].map(codeOf))),
  )
  const known = new Map(stored.aliases.map(({ oldCode, code }) => [oldCode, code]))
  for (const [index, { oldCode, code }] of file.aliases.entries()) {
    if (!series.has(code)) {
      const remedy = 'Write the code of a factor, portfolio or index, or add the missing entry to the file.'
      faults.add({ column: `aliases[${index}].code`, value: code, rule: 'catalogue-reference', remedy })
    }
    const before = known.get(oldCode)
    const column = `aliases[${index}].oldCode`
    if (series.has(oldCode)) {
      const remedy = 'It is the code of a series; rename that with `npm run rename`.'
      faults.add({ column, value: oldCode, rule: 'catalogue-duplicate', remedy })
    } else if (before !== undefined && before !== code) {
      const remedy = `It is the old code of ${before} and cannot be given to another series; remove the row.`
      faults.add({ column, value: oldCode, rule: 'catalogue-duplicate', remedy })
    }
  }
}

/**
 * Reports a market's calendar without closures, and closures of a code that is neither a market, nor an exchange's by its
 * form, nor known already.
 */
function reportCalendars(file: CatalogueFile, stored: CompleteCatalogue, faults: FaultLog): void {
  const closures = new Set([...stored.closures, ...file.closures].map(({ market }) => market))
  for (const [index, { calendar }] of file.markets.entries()) {
    if (calendar === undefined || calendar === null || closures.has(calendar)) continue
    const remedy = `No closures of it are known: load them first, or name one of ${[...closures].sort().join(', ')}.`
    faults.add({ column: `markets[${index}].calendar`, value: calendar, rule: 'catalogue-reference', remedy })
  }
  const known = new Set([
    ...[...file.markets, ...stored.markets].map(codeOf),
    ...stored.closures.map(({ market }) => market),
  ])
  for (const [index, { market }] of file.closures.entries()) {
    if (known.has(market) || EXCHANGE.test(market)) continue
    const remedy = `Write the code of a market (${[...stored.markets, ...file.markets].map(codeOf).join(', ')}) or of an exchange, such as XSHG.`
    faults.add({ column: `closures[${index}].market`, value: market, rule: 'catalogue-reference', remedy })
  }
}

/** Market identifier code of ISO 10383 that begins with X, as those of most exchanges. */
const EXCHANGE = /^X[A-Z]{3}$/

/** Reports a code that series of two sections share: files of returns and addresses identify a series by its code. */
function reportShared(file: CatalogueFile, stored: CatalogueFile, faults: FaultLog): void {
  const pairs = SERIES_SECTIONS.flatMap((section) =>
    SERIES_SECTIONS.flatMap((other) => (section === other ? [] : [[section, other] as const])),
  )
  for (const [section, other] of pairs) {
    const taken = new Set([...file[other], ...stored[other]].map(codeOf))
    for (const [index, { code }] of file[section].entries()) {
      if (!taken.has(code)) continue
      const remedy = `One of the ${other} has the same; choose another.`
      faults.add({ column: `${section}[${index}].code`, value: code, rule: 'catalogue-duplicate', remedy })
    }
  }
}

/** Reports values of one field that occur twice. */
function reportTwins(section: CatalogueSection, field: string, values: string[], faults: FaultLog): void {
  const firsts = new Map<string, number>()
  for (const [index, value] of values.entries()) {
    const first = firsts.get(value)
    if (first === undefined) {
      firsts.set(value, index)
      continue
    }
    const location = locationOf(section, first, faults)
    const remedy = `${location} has the same; ${field === 'position' ? 'choose another' : 'keep one of the two'}.`
    faults.add({ column: `${section}[${index}].${field}`, value, rule: 'catalogue-duplicate', remedy })
  }
}

/** Returns the location of a row as a user finds it: a row of a table, or a path in JSON. */
export function locationOf(
  section: CatalogueSection,
  index: number,
  { locations }: Pick<FaultLog, 'locations'>,
): string {
  const location = locations[section][index]
  if (location === undefined) return `${section}[${index}]`
  return location.sheet === null ? `Row ${location.row}` : `Row ${location.row} of sheet "${location.sheet}"`
}

function reportTaken(section: string, rows: Positioned[], stored: Positioned[], faults: FaultLog): void {
  const given = new Set(rows.map(codeOf))
  for (const [index, { position }] of rows.entries()) {
    const holder = stored.find((row) => row.position === position && !given.has(row.code))
    if (holder === undefined) continue
    const remedy = `${holder.code} in the store has the same; choose another, or give that one a new position in this file.`
    faults.add({
      column: `${section}[${index}].position`,
      value: String(position),
      rule: 'catalogue-duplicate',
      remedy,
    })
  }
}

function reportLoose(
  section: string,
  field: string,
  codes: string[],
  known: { code: string }[],
  faults: FaultLog,
  aliases: ReadonlyMap<string, string> = new Map(),
): void {
  const there = new Set(known.map(codeOf))
  for (const [index, value] of codes.entries()) {
    if (there.has(value)) continue
    const renamed = aliases.get(value)
    const remedy =
      renamed === undefined
        ? 'Correct the code, or add the missing entry to the file.'
        : `Write ${renamed}: that is the code of ${value} since it was renamed.`
    faults.add({ column: `${section}[${index}].${field}`, value, rule: 'catalogue-reference', remedy })
  }
}

function codeOf({ code }: { code: string }): string {
  return code
}
