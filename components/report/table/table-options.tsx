import { To } from '@/components/text/to'
import type { View } from '@/lib/address/view'
import { translatorFor } from '@/lib/messages/translate'
import { DEFAULT_TABLE, type OptionalColumn, ORDERS, reversed, toggled } from '@/lib/report/table/table-view'

interface TableOptionsProps {
  /** The optional columns to choose from. */
  columns: readonly OptionalColumn[]
  view: View
  path: string
  /** Whether the rows can be grouped by family. */
  hasOrder?: boolean
}

/**
 * Shows the options of the tables: grouping, optional columns, heat. Each choice is a link; the options stay open after
 * it.
 */
export function TableOptions({ columns, view, path, hasOrder = true }: TableOptionsProps) {
  const t = translatorFor(view.locale, view.window)
  const { sorting } = view
  const isUsual = view.columns.join() === DEFAULT_TABLE.columns.join() && !view.heat
  return (
    <>
      <p data-order className="ml-auto flex gap-x-3 text-ink-2 text-note print:hidden">
        {(hasOrder ? ORDERS : []).map((order) => (
          <Choice key={order} view={{ ...view, order }} path={path} isChosen={order === view.order}>
            {t(`tables.${view.sorting === null ? 'order' : 'sorted'}-${order}`)}
          </Choice>
        ))}
        {sorting && (
          <Choice view={{ ...view, sorting: reversed(sorting) }} path={path} isChosen={false}>
            {t(`table.reverse-${reversed(sorting).direction}`)}
          </Choice>
        )}
      </p>
      <details data-options className="group text-note open:basis-full print:hidden" open={!isUsual}>
        <summary className="tap text-accent group-open:mr-4 group-open:text-ink-2 mid:group-open:float-left">
          {t('table.options')}
        </summary>
        <p className="flex flex-wrap gap-x-4 text-ink-2">
          {columns.map((column) => (
            <Choice key={column} view={toggled(view, column)} path={path} isChosen={view.columns.includes(column)}>
              {t(`table.column-${column}`)}
            </Choice>
          ))}
          <Choice view={{ ...view, heat: !view.heat }} path={path} isChosen={view.heat}>
            {t('table.heat')}
          </Choice>
        </p>
      </details>
    </>
  )
}

interface ChoiceProps {
  /** The view of the page after the choice. */
  view: View
  path: string
  isChosen: boolean
  children: string
}

function Choice({ view, path, isChosen, children }: ChoiceProps) {
  return (
    <To path={path} view={view} aria-current={isChosen ? 'true' : undefined} className="choice">
      {children}
    </To>
  )
}
