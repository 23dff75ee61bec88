/** The fields of the catalogue as columns of tables; catalogue-schema.ts defines their values. */
import type { CatalogueFile } from './catalogue-schema'

export type CatalogueSection = keyof CatalogueFile

export interface Field {
  name: string
  /** A list has semicolons between its parts; json is written as in the catalogue file. */
  type: 'text' | 'number' | 'date' | 'boolean' | 'list' | 'json'
  /** Whether its cells may be empty. */
  isOptional: boolean
  /** Whether a table may lack the column, which leaves the stored values as they are. */
  mayBeAbsent?: true
}

const TEXT = { type: 'text', isOptional: false } as const
const OPTIONAL = { type: 'text', isOptional: true } as const
const NUMBER = { type: 'number', isOptional: false } as const
const OPTIONAL_NUMBER = { type: 'number', isOptional: true } as const
const DATE = { type: 'date', isOptional: false } as const
const ENDING = {
  ended: { type: 'date', isOptional: true, mayBeAbsent: true },
  endedReasonZh: { ...OPTIONAL, mayBeAbsent: true },
  endedReasonEn: { ...OPTIONAL, mayBeAbsent: true },
} as const
const LIST = { type: 'list', isOptional: false } as const

const NAMES = { code: TEXT, nameZh: TEXT, nameEn: TEXT } as const
const SERIES = {
  ...NAMES,
  position: NUMBER,
  marketCode: TEXT,
  rebalance: TEXT,
  inception: DATE,
  shortNameZh: TEXT,
  shortNameEn: TEXT,
  ownKeyPoint: { type: 'boolean', isOptional: true, mayBeAbsent: true },
} as const

type Columns<Section extends CatalogueSection> = Record<keyof CatalogueFile[Section][number], Omit<Field, 'name'>>

/** The compiler checks that every field of the schema is here. */
const COLUMNS: { [Section in CatalogueSection]: Columns<Section> } = {
  markets: {
    ...NAMES,
    dailyReturnMax: OPTIONAL_NUMBER,
    calendar: { ...OPTIONAL, mayBeAbsent: true },
    tradingDaysPerYear: { ...OPTIONAL_NUMBER, mayBeAbsent: true },
  },
  families: { ...NAMES, position: NUMBER },
  factors: {
    ...SERIES,
    familyCode: TEXT,
    descriptionZh: TEXT,
    descriptionEn: TEXT,
    universeZh: TEXT,
    universeEn: TEXT,
    referenceZh: OPTIONAL,
    referenceEn: OPTIONAL,
    ...ENDING,
  },
  portfolios: {
    ...SERIES,
    alphaFactorCode: TEXT,
    benchmarkCode: TEXT,
    benchmarkNameZh: TEXT,
    benchmarkNameEn: TEXT,
    stockDeviationMax: NUMBER,
    sizeExposureMin: NUMBER,
    sizeExposureMax: NUMBER,
    valueExposureMin: NUMBER,
    valueExposureMax: NUMBER,
    conventionalExposureMin: NUMBER,
    conventionalExposureMax: NUMBER,
    industryDeviationMax: NUMBER,
    oneWayTurnoverMax: NUMBER,
    roundTripCostBps: NUMBER,
    ...ENDING,
  },
  indices: { ...NAMES, position: NUMBER, marketCode: TEXT, inception: DATE, ...ENDING },
  reportIssues: {
    weekEnd: DATE,
    issueDate: DATE,
    titleZh: TEXT,
    titleEn: TEXT,
    authorsZh: LIST,
    authorsEn: LIST,
    related: { type: 'json', isOptional: true },
  },
  closures: { market: TEXT, date: DATE, kind: TEXT, name: { ...OPTIONAL, mayBeAbsent: true } },
  aliases: { oldCode: TEXT, code: TEXT },
  components: { component: TEXT, position: NUMBER, nameZh: TEXT, nameEn: TEXT },
}

export const SECTIONS = [
  'markets',
  'families',
  'factors',
  'portfolios',
  'indices',
  'reportIssues',
  'closures',
  'aliases',
  'components',
] as const satisfies CatalogueSection[]

/** Returns a value of each section. */
export function sectionsWith<Value>(make: (section: CatalogueSection) => Value): Record<CatalogueSection, Value> {
  const entries = SECTIONS.map((section) => [section, make(section)])
  return Object.fromEntries(entries)
}

export const CATALOGUE_FIELDS: Record<CatalogueSection, Field[]> = sectionsWith((section) => fieldsOf(COLUMNS[section]))

function fieldsOf(columns: Record<string, Omit<Field, 'name'>>): Field[] {
  return Object.entries(columns).map(([name, column]) => ({ name, ...column }))
}
