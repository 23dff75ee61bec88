/** For tests: an arbitrary view of the tables. */
import fc from 'fast-check'
import { LASTING_COLUMNS, OPTIONAL_COLUMNS, ORDERS, type TableView } from '@/lib/report/table/table-view'

export const anyTableView: fc.Arbitrary<TableView> = fc
  .record({
    order: fc.constantFrom(...ORDERS),
    columns: fc.subarray([...OPTIONAL_COLUMNS]),
    heat: fc.boolean(),
  })
  .chain((view) => {
    const column = fc.constantFrom(...LASTING_COLUMNS, ...view.columns)
    const sorting = fc.record({ column, direction: fc.constantFrom('asc' as const, 'desc' as const) })
    return fc.option(sorting).map((chosen) => ({ ...view, sorting: chosen }))
  })
