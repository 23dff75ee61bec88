/** The fields of the catalogue as columns of tables; catalogue-schema.ts defines their values. */
import type { CatalogueFile } from './catalogue-schema'

export type CatalogueSection = keyof CatalogueFile

export interface Field {
  name: string
  /** A list has semicolons between its parts; json is written as in the catalogue file. */
  type: 'text' | 'number' | 'date' | 'list' | 'json'
  /** Whether its cells may be empty. */
  isOptional: boolean
}

const TEXT = { type: 'text', isOptional: false } as const
const OPTIONAL = { type: 'text', isOptional: true } as const
const NUMBER = { type: 'number', isOptional: false } as const
const DATE = { type: 'date', isOptional: false } as const
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
} as const

type Columns<Section extends CatalogueSection> = Record<keyof CatalogueFile[Section][number], Omit<Field, 'name'>>

/** The compiler checks that every field of the schema is here. */
const COLUMNS: { [Section in CatalogueSection]: Columns<Section> } = {
  markets: { ...NAMES, dailyReturnMax: { type: 'number', isOptional: true } },
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
  },
  reportIssues: {
    weekEnd: DATE,
    issueDate: DATE,
    titleZh: TEXT,
    titleEn: TEXT,
    authorsZh: LIST,
    authorsEn: LIST,
    related: { type: 'json', isOptional: true },
  },
}

export const SECTIONS = [
  'markets',
  'families',
  'factors',
  'portfolios',
  'reportIssues',
] as const satisfies CatalogueSection[]

export const CATALOGUE_FIELDS: Record<CatalogueSection, Field[]> = {
  markets: fieldsOf(COLUMNS.markets),
  families: fieldsOf(COLUMNS.families),
  factors: fieldsOf(COLUMNS.factors),
  portfolios: fieldsOf(COLUMNS.portfolios),
  reportIssues: fieldsOf(COLUMNS.reportIssues),
}

function fieldsOf(columns: Record<string, Omit<Field, 'name'>>): Field[] {
  return Object.entries(columns).map(([name, column]) => ({ name, ...column }))
}
