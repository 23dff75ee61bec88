import type { VersionPage } from '@/lib/data-versions/get-version-page'
import { translatorFor } from '@/lib/translate'
import type { Locale, View } from '@/lib/view'

type ChangedEntry = VersionPage['entries'][number]

interface CatalogueChangesProps {
  entries: ChangedEntry[]
  /** Of all pages. */
  count: number
  view: View
}

/** The entries of the catalogue that a load brought, and the fields of those that it changed. */
export function CatalogueChanges({ entries, count, view }: CatalogueChangesProps) {
  const t = translatorFor(view.locale)
  return (
    <section id="catalogue" aria-labelledby="catalogue-title" className="mt-8 mid:mt-10">
      <h2 id="catalogue-title" className="pb-1.5 text-sheet">
        {t('data.catalogue')}
        <span className="ml-2.5 font-normal text-ink-2 text-note">{t('data.catalogueNote', { count })}</span>
      </h2>
      <table className="version-table">
        <thead>
          <tr>
            <th scope="col">{t('data.entry')}</th>
            <th scope="col">{t('data.field')}</th>
            <th scope="col">{t('data.before')}</th>
            <th scope="col">{t('data.after')}</th>
          </tr>
        </thead>
        <tbody>
          {entries.flatMap((entry) =>
            changedFields(entry, view.locale).map(({ field, before, after }, place) => (
              <tr key={`${entry.kind}.${entry.key}.${field}`}>
                <th scope="row" className="break-words">
                  {place === 0 && `${entry.kind} ${entry.key}`}
                </th>
                <td>{entry.before === null ? t('data.isNew') : field}</td>
                <td className="text-ink-2">{before}</td>
                <td>{after}</td>
              </tr>
            )),
          )}
        </tbody>
      </table>
    </section>
  )
}

/** A new entry is one line with its name; of a changed one each field that differs. */
function changedFields({ key, before, after }: ChangedEntry, locale: Locale) {
  if (before === null) {
    const name = after[`name_${locale}`] ?? after[`title_${locale}`] ?? key
    return [{ field: 'name', before: '—', after: textOf(name) }]
  }
  return Object.keys(after)
    .filter((field) => textOf(before[field]) !== textOf(after[field]))
    .map((field) => ({ field, before: textOf(before[field]), after: textOf(after[field]) }))
}

function textOf(value: unknown): string {
  if (value === null || value === undefined) return '—'
  return typeof value === 'string' ? value : JSON.stringify(value)
}
