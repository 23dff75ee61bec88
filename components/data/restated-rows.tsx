import type { VersionPage } from '@/lib/data-versions/get-version-page'
import { type Catalogue, shortNameIn } from '@/lib/report/inputs'
import { type Translator, translatorFor } from '@/lib/translate'
import type { View } from '@/lib/view'

type RestatedRow = VersionPage['restated'][number]

interface RestatedRowsProps {
  rows: RestatedRow[]
  /** Of all pages. */
  count: number
  catalogue: Catalogue
  view: View
}

const COLUMNS = ['long', 'short', 'portfolio', 'benchmark', 'ic', 'rankIc'] as const

/** Every daily value that a load replaced, at full precision, as it was and as it is. */
export function RestatedRows({ rows, count, catalogue, view }: RestatedRowsProps) {
  const t = translatorFor(view.locale)
  const entries = [...catalogue.factors, ...catalogue.portfolios]
  const nameOf = (code: string) => {
    const entry = entries.find((candidate) => candidate.code === code)
    return entry ? shortNameIn(view.locale, entry) : code
  }
  return (
    <section id="restated" aria-labelledby="restated-title" className="mt-8 mid:mt-10">
      <h2 id="restated-title" className="pb-1.5 text-sheet">
        {t('data.rows')}
        <span className="ml-2.5 font-normal text-ink-2 text-note">{t('data.rowsNote', { count })}</span>
      </h2>
      <table className="version-table">
        <thead>
          <tr>
            <th scope="col">{t('data.date')}</th>
            <th scope="col">{t('data.name')}</th>
            <th scope="col">{t('data.leg')}</th>
            <th scope="col" className="figure">
              {t('data.before')}
            </th>
            <th scope="col" className="figure">
              {t('data.after')}
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.flatMap((row) =>
            changedColumns(row).map((column) => (
              <tr key={`${row.code}.${row.date}.${column}`}>
                <td className="whitespace-nowrap">{row.date}</td>
                <th scope="row">{nameOf(row.code)}</th>
                <td>{legName(column, t)}</td>
                <td className="figure text-ink-2">{exact(row.before[column])}</td>
                <td className="figure font-bold">{exact(row.after[column])}</td>
              </tr>
            )),
          )}
        </tbody>
      </table>
    </section>
  )
}

type Column = (typeof COLUMNS)[number]

function changedColumns({ before, after }: RestatedRow): Column[] {
  return COLUMNS.filter((column) => before[column] !== after[column])
}

function legName(column: Column, t: Translator): string {
  return column === 'ic' || column === 'rankIc' ? t(`data.${column}`) : t(`quality.leg-${column}`)
}

/** As it is stored: a change in the last digit is one too. */
function exact(value: number | null | undefined): string {
  return value === null || value === undefined ? '—' : String(value).replace('-', '−')
}
