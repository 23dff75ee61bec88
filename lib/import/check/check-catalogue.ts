import type { CatalogueSection } from '@/lib/catalogue/catalogue-fields'
import type { CatalogueFile } from '@/lib/catalogue/catalogue-schema'
import type { FaultLog } from '@/lib/import/outcome/fault'

interface Positioned {
  code: string
  position: number
}

/**
 * Checks a catalogue across its fields: no code or position occurs twice, no position belongs to a stored row that the
 * file leaves out, and every reference is in the file or in the store.
 */
export function checkCatalogue(file: CatalogueFile, stored: CatalogueFile, faults: FaultLog): void {
  reportTwins('markets', 'code', file.markets.map(codeOf), faults)
  reportTwins(
    'reportIssues',
    'weekEnd',
    file.reportIssues.map(({ weekEnd }) => weekEnd),
    faults,
  )
  for (const section of ['families', 'factors', 'portfolios'] as const) {
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
  reportLoose(
    'portfolios',
    'marketCode',
    file.portfolios.map(({ marketCode }) => marketCode),
    markets,
    faults,
  )
  const factors = [...file.factors, ...stored.factors]
  reportLoose(
    'portfolios',
    'alphaFactorCode',
    file.portfolios.map((row) => row.alphaFactorCode),
    factors,
    faults,
  )
  reportShared(file, stored, faults)
}

/** Reports a code that a factor and a portfolio share: files of returns and addresses identify a series by its code. */
function reportShared(file: CatalogueFile, stored: CatalogueFile, faults: FaultLog): void {
  for (const [section, other] of [
    ['factors', 'portfolios'],
    ['portfolios', 'factors'],
  ] as const) {
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
  for (const [index, value] of values.entries()) {
    const first = values.indexOf(value)
    if (first === index) continue
    const location = locationOf(section, first, faults)
    const remedy = `${location} has the same; ${field === 'position' ? 'choose another' : 'keep one of the two'}.`
    faults.add({ column: `${section}[${index}].${field}`, value, rule: 'catalogue-duplicate', remedy })
  }
}

/** Returns the location of a row as a user finds it: a row of a table, or a path in JSON. */
function locationOf(section: CatalogueSection, index: number, { locations }: FaultLog): string {
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
): void {
  const there = new Set(known.map(codeOf))
  for (const [index, value] of codes.entries()) {
    if (there.has(value)) continue
    const remedy = 'Correct the code, or add the missing entry to the file.'
    faults.add({ column: `${section}[${index}].${field}`, value, rule: 'catalogue-reference', remedy })
  }
}

function codeOf({ code }: { code: string }): string {
  return code
}
