/** How tables 1 and 2 are shown: grouping, sorting, optional columns, heat. Part of a view and of its address. */
export const ORDERS = ['family', 'report'] as const

/** Optional columns of table 1 alone: means of a factor's information coefficients over the year. */
const COEFFICIENT_COLUMNS = ['rankIc', 'rankIcir', 'ic'] as const

/** Columns that a reader can add, in the order of the menu. The others refer to a row's first measure. */
export const OPTIONAL_COLUMNS = [
  'change',
  'percentile',
  'zScore',
  'streak',
  'quarter',
  'oneYear',
  'drawdown',
  ...COEFFICIENT_COLUMNS,
  'spark',
] as const

/** Columns of table 2 alone: risk of the excess over one year. */
export const RISK_COLUMNS = ['trackingError', 'informationRatio', 'maximumDrawdown'] as const
export type RiskColumn = (typeof RISK_COLUMNS)[number]

/** Sort keys that are always available, including the percentile, which is always shown as a mark. */
export const LASTING_COLUMNS = [
  'name',
  'week',
  'percentile',
  'month',
  'year',
  'wins',
  'excessWeek',
  'excessMonth',
  'excessYear',
  'excessWins',
  ...RISK_COLUMNS,
] as const

/** Rows of table 1: grouped by family, or in one list. Unsorted rows are in the section order of the report. */
type Order = (typeof ORDERS)[number]
export type OptionalColumn = (typeof OPTIONAL_COLUMNS)[number]
/** The optional columns that are figures. */
export type AddedColumn = Exclude<OptionalColumn, 'spark'>
export type CoefficientColumn = (typeof COEFFICIENT_COLUMNS)[number]
/** The figures about a row's first measure, in both tables. */
export type StandingColumn = Exclude<AddedColumn, CoefficientColumn>
export type SortColumn = (typeof LASTING_COLUMNS)[number] | OptionalColumn
export interface Sorting {
  column: SortColumn
  direction: 'asc' | 'desc'
}

export interface TableView {
  order: Order
  /** null: the order of the report. Applies within families when rows are grouped. */
  sorting: Sorting | null
  /** Shown optional columns, in the order of OPTIONAL_COLUMNS. */
  columns: readonly OptionalColumn[]
  /** Are figures tinted by their size within their column? */
  heat: boolean
}

/** The table view of an address without table parameters. */
export const DEFAULT_TABLE: TableView = { order: 'family', sorting: null, columns: ['spark'], heat: false }

/** Names of the table parameters. */
export const TABLE_PARAMETERS = ['order', 'sort', 'columns', 'heat'] as const

/** Returns the parameters that differ from the default: { sort: "-week", columns: "change,zScore" }. */
export function tableParameters({ order, sorting, columns, heat }: TableView): [name: string, value: string][] {
  const all: [string, string, boolean][] = [
    ['order', order, order !== DEFAULT_TABLE.order],
    ['sort', sorting ? sortText(sorting) : '', sorting !== null],
    ['columns', columnsText(columns), columnsText(columns) !== columnsText(DEFAULT_TABLE.columns)],
    ['heat', 'on', heat],
  ]
  return all.filter(([, , isUnusual]) => isUnusual).map(([name, value]) => [name, value])
}

/** Values of the table parameters; undefined where the address has none. */
export interface TableRequest {
  order?: string | undefined
  sort?: string | undefined
  columns?: string | undefined
  heat?: string | undefined
}

/** Returns the view for these parameters; null for an unknown value or a sorting by a column that is not shown. */
export function readTable({ order = DEFAULT_TABLE.order, sort, columns, heat }: TableRequest): TableView | null {
  const shown = columns === undefined ? DEFAULT_TABLE.columns : readColumns(columns)
  const sorting = sort === undefined ? null : readSorting(sort)
  if (!isOrder(order) || shown === null || (heat !== undefined && heat !== 'on')) return null
  if (sort !== undefined && (sorting === null || !isShown(sorting.column, shown))) return null
  return { order, sorting, columns: shown, heat: heat === 'on' }
}

/** Is it a column of table 1 alone, with means of information coefficients? */
export function isCoefficient(column: OptionalColumn): column is CoefficientColumn {
  return COEFFICIENT_COLUMNS.some((each) => each === column)
}

/** Shows an optional column or, when it is shown, removes it together with a sorting by it. */
export function toggled<Shown extends TableView>(view: Shown, column: OptionalColumn): Shown {
  const columns = OPTIONAL_COLUMNS.filter((each) => view.columns.includes(each) !== (each === column))
  const sorting = view.sorting && isShown(view.sorting.column, columns) ? view.sorting : null
  return { ...view, columns, sorting }
}

/** Returns the sorting after a click on a column head: greatest first (names: from A), then reversed, then unsorted. */
export function nextSorting(sorting: Sorting | null, column: SortColumn): Sorting | null {
  const [first, second] = column === 'name' ? (['asc', 'desc'] as const) : (['desc', 'asc'] as const)
  if (sorting?.column !== column) return { column, direction: first }
  return sorting.direction === first ? { column, direction: second } : null
}

/**
 * Returns the view after a click on a column head of a table with families: the whole table by this column, greatest
 * first (names: from A), then each family by it, then the order of the report.
 */
export function nextInFamilies<Shown extends TableView>(view: Shown, column: SortColumn): Shown {
  if (view.sorting?.column !== column) return { ...view, sorting: nextSorting(null, column), order: 'report' }
  if (view.order === 'report') return { ...view, order: 'family' }
  return { ...view, sorting: null }
}

/** Returns a sorting the other way round. */
export function reversed({ column, direction }: Sorting): Sorting {
  return { column, direction: direction === 'desc' ? 'asc' : 'desc' }
}

/** Formats a sorting. "week": the smallest first; "-week": the greatest first. */
function sortText({ column, direction }: Sorting): string {
  return direction === 'desc' ? `-${column}` : column
}

function readSorting(text: string): Sorting | null {
  const name = text.replace(/^-/, '')
  const column = [...LASTING_COLUMNS, ...OPTIONAL_COLUMNS].find((each) => each === name)
  return column ? { column, direction: text === name ? 'asc' : 'desc' } : null
}

const NO_COLUMN = 'none'

function columnsText(columns: readonly OptionalColumn[]): string {
  return columns.length === 0 ? NO_COLUMN : columns.join(',')
}

/** Parses columns in any order, each at most once. */
function readColumns(text: string): OptionalColumn[] | null {
  const names = text === NO_COLUMN ? [] : text.split(',')
  const columns = OPTIONAL_COLUMNS.filter((column) => names.includes(column))
  return columns.length === names.length ? columns : null
}

function isShown(column: SortColumn, columns: readonly OptionalColumn[]): boolean {
  return LASTING_COLUMNS.some((each) => each === column) || columns.some((each) => each === column)
}

function isOrder(text: string): text is Order {
  return ORDERS.some((each) => each === text)
}
