import type { MovedCell } from '@/lib/data-versions/moved-cells'
import { type Catalogue, shortNameIn } from '@/lib/report/inputs'
import { translatorFor } from '@/lib/translate'
import type { View } from '@/lib/view'
import { To } from '../layout/to'

interface MovedFiguresProps {
  cells: MovedCell[]
  /** Of all pages. */
  count: number
  catalogue: Catalogue
  /** The version that moved them. */
  version: number
  view: View
}

/** The printed figures of earlier weeks that a load moved, as they were and as they are. */
export function MovedFigures({ cells, count, catalogue, version, view }: MovedFiguresProps) {
  const t = translatorFor(view.locale)
  const entries = [...catalogue.factors, ...catalogue.portfolios]
  const nameOf = (code: string) => {
    const entry = entries.find((candidate) => candidate.code === code)
    return entry ? shortNameIn(view.locale, entry) : code
  }
  return (
    <section id="moved" aria-labelledby="moved-title" className="mt-8 mid:mt-10">
      <h2 id="moved-title" className="pb-1.5 text-sheet">
        {t('data.moved')}
        <span className="ml-2.5 font-normal text-ink-2 text-note">{t('data.movedNote', { count })}</span>
      </h2>
      <table className="version-table">
        <thead>
          <tr>
            <th scope="col">{t('data.week')}</th>
            <th scope="col">{t('data.name')}</th>
            <th scope="col">{t('data.cell')}</th>
            <th scope="col" className="figure">
              {t('data.before')}
            </th>
            <th scope="col" className="figure">
              {t('data.after')}
            </th>
          </tr>
        </thead>
        <tbody>
          {cells.map(({ asOf, code, measure, place, before, after }) => (
            <tr key={`${asOf}.${code}.${measure}.${place}`}>
              <td className="whitespace-nowrap">
                <To path={`/weeks/${asOf}`} view={view} className="link">
                  {asOf}
                </To>
              </td>
              <th scope="row">{nameOf(code)}</th>
              <td>
                {t(`measures.${measure}`)} {t(`data.place-${place}`)}
              </td>
              <td className="figure">
                <To
                  path={`/weeks/${asOf}`}
                  view={{ ...view, version: version - 1, isPinned: true }}
                  className="text-ink-2 hover:text-accent"
                >
                  {before}
                </To>
              </td>
              <td className="figure font-bold">{after}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
