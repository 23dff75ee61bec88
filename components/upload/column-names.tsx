import type { View } from '@/lib/address/view'
import { translatorFor } from '@/lib/messages/translate'
import { LEFT_OUT } from '@/lib/upload/asked-columns'
import type { ShownUpload } from '@/lib/upload/get-load-page'
import { VersionTable } from '../data/version-table'
import { TARGET } from './styles'

interface ColumnNamesProps {
  columns: ShownUpload['columns']
  /** What columns can hold. */
  meanings: readonly string[]
  view: View
}

/** Shows a field for each column of the files whose header is not known: what it holds. */
export function ColumnNames({ columns, meanings, view }: ColumnNamesProps) {
  if (columns.length === 0) return null
  const t = translatorFor(view.locale)
  const example = meanings.find((name) => name.includes('.')) ?? 'skewness.long'
  return (
    <section aria-labelledby="column-names" className="mt-6">
      <h3 id="column-names" className="text-sheet">
        {t('load.columns')}
      </h3>
      <p className="mt-1 max-w-[52em] text-pretty text-body text-ink-2">{t('load.columnsNote', { example })}</p>
      <datalist id="meanings">
        {meanings.map((name) => (
          <option key={name} value={name} />
        ))}
      </datalist>
      {columns.map(({ index, file, columns: own }) => (
        <VersionTable
          key={file}
          className="mt-3"
          heads={
            <>
              <th scope="col">{t('load.inFile')}</th>
              <th scope="col">{t('load.firstValue')}</th>
              <th scope="col" className="pr-0">
                {t('load.readAs')}
              </th>
            </>
          }
        >
          {own.map(({ name, first, as }) => (
            <tr key={name}>
              <th scope="row">
                <bdi>{name}</bdi>
                <input type="hidden" name={`column-${index}`} value={name} />
              </th>
              <td className="text-ink-2">{first}</td>
              <td className="pr-0">
                <input
                  name={`as-${index}`}
                  list="meanings"
                  aria-label={`${name}: ${t('load.readAs')}`}
                  defaultValue={as ?? LEFT_OUT}
                  autoComplete="off"
                  style={TARGET}
                  className="field w-full"
                />
              </td>
            </tr>
          ))}
        </VersionTable>
      ))}
    </section>
  )
}
