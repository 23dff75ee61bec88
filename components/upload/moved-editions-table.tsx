import { reportName, reportPath } from '@/lib/address/report-path'
import type { View } from '@/lib/address/view'
import { DASH } from '@/lib/base/format'
import { translatorFor } from '@/lib/messages/translate'
import { figureName } from '@/lib/publish/week/cell-names'
import { MANY_FACTORS } from '@/lib/report/many/many-factors'
import type { Catalogue } from '@/lib/report/model/inputs'
import { COMPARED_MAX, type MovedEditions } from '@/lib/upload/moved-editions-schema'
import { ChangesTable } from '../data/changes-table'
import { seriesName } from '../publish/series-name'
import { To } from '../text/to'

interface MovedEditionsTableProps {
  published: MovedEditions
  /** Whether entries of the catalogue would change too. */
  hasEntries: boolean
  catalogue: Catalogue
  view: View
}

/** Lists the figures of published editions that would change, as the edition prints them and as they would be. */
export function MovedEditionsTable({ published, hasEntries, catalogue, view }: MovedEditionsTableProps) {
  const t = translatorFor(view.locale)
  const { figures, count, compared, left } = published
  return (
    <div data-published={count}>
      {figures.length > 0 && (
        <ChangesTable
          id="published"
          title={t('load.published')}
          note={t('load.publishedNote', { count, shown: figures.length, rest: count - figures.length })}
          words={[t('load.publishedWhich'), t('data.name'), t('data.cell')]}
          beforeAndAfter={[t('load.publishedBefore'), t('load.publishedAfter')]}
          areFigures
        >
          {figures.map(({ market, window, asOf, number, code, measure, column, before, after }) => (
            <tr key={`${market}.${window}.${asOf}.${code}.${measure}.${column}`}>
              <td className="whitespace-nowrap">
                <To path={`${reportPath(asOf, window)}/editions`} view={{ ...view, market }} className="link">
                  {reportName(asOf, window)}
                </To>
                <span className="block text-ink-2 text-note">{t('load.publishedEdition', { number })}</span>
              </td>
              <th scope="row">{seriesName(code, catalogue, t)}</th>
              <td>{figureName({ measure, column }, translatorFor(view.locale, window))}</td>
              <td className="digits text-ink-2">{before}</td>
              <td className="digits pr-0 font-bold">{after ?? DASH}</td>
            </tr>
          ))}
        </ChangesTable>
      )}
      <p className="mt-2 max-w-[52em] text-body text-ink-2">
        {[
          ...(count === 0 && (compared > 0 || left === 0) ? [t('load.publishedNone', { compared, left })] : []),
          ...(left > 0 ? [t('load.publishedLeft', { left, max: COMPARED_MAX, factors: MANY_FACTORS })] : []),
          ...(hasEntries ? [t('load.publishedEntries')] : []),
        ].join(view.locale === 'zh' ? '' : ' ')}
      </p>
    </div>
  )
}
