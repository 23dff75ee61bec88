import type { View } from '@/lib/address/view'
import type { Locale } from '@/lib/base/locale'
import { translatorFor } from '@/lib/messages/translate'
import type { VersionPage } from '@/lib/workbench/versions/get-version-page'
import { ChangesTable } from './changes-table'

type ChangedEntry = VersionPage['entries'][number]

interface CatalogueChangesProps {
  entries: ChangedEntry[]
  /** Number on all pages. */
  count: number
  view: View
}

/** Lists the catalogue entries that a version added or withdrew, and the changed fields of others. */
export function CatalogueChanges({ entries, count, view }: CatalogueChangesProps) {
  const t = translatorFor(view.locale)
  return (
    <ChangesTable
      id="catalogue"
      title={t('data.catalogue')}
      note={t('data.catalogueNote', { count })}
      words={[t('data.entry'), t('data.field')]}
      beforeAndAfter={[t('data.before'), t('data.after')]}
      areFigures={false}
    >
      {entries.flatMap((entry) =>
        changedFields(entry, view.locale).map(({ field, before, after }, index) => (
          <tr key={`${entry.kind}.${entry.key}.${field}`}>
            <th scope="row" className="break-words">
              {index === 0 && `${entry.kind} ${entry.key}`}
            </th>
            <td>{entry.before === null ? t('data.isNew') : entry.after === null ? t('data.isWithdrawn') : field}</td>
            <td className="text-ink-2">{before}</td>
            <td className="pr-0">{after}</td>
          </tr>
        )),
      )}
    </ChangesTable>
  )
}

/** Returns the name of a new or withdrawn entry, or each field of a changed one that differs. */
function changedFields({ key, before, after }: ChangedEntry, locale: Locale) {
  if (before === null || after === null) {
    const nameOf = (entry: typeof before) =>
      entry === null ? '—' : textOf(entry[`name_${locale}`] ?? entry[`title_${locale}`] ?? entry.code ?? key)
    return [{ field: 'name', before: nameOf(before), after: nameOf(after) }]
  }
  return Object.keys(after)
    .filter((field) => textOf(before[field]) !== textOf(after[field]))
    .map((field) => ({ field, before: textOf(before[field]), after: textOf(after[field]) }))
}

function textOf(value: unknown): string {
  if (value === null || value === undefined) return '—'
  return typeof value === 'string' ? value : JSON.stringify(value)
}
