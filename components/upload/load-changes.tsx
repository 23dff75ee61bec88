import type { View } from '@/lib/address/view'
import { translatorFor } from '@/lib/messages/translate'
import type { Catalogue } from '@/lib/report/model/inputs'
import type { UploadChanges } from '@/lib/upload/upload-record'
import { CatalogueChanges } from '../data/catalogue-changes'
import { MovedFigures } from '../data/moved-figures'
import { RestatedRows } from '../data/restated-rows'
import { MovedEditionsTable } from './moved-editions-table'

interface LoadChangesProps {
  changes: UploadChanges
  catalogue: Catalogue
  view: View
}

/** Shows what a load would change: published figures, daily values and entries of the catalogue, before and after. */
export function LoadChanges({ changes, catalogue, view }: LoadChangesProps) {
  const t = translatorFor(view.locale)
  const { moved, movedCount, restated, restatedCount, entries, entriesCount, convention, published } = changes
  const isCut = [
    movedCount !== null && moved.length < movedCount,
    restated.length < restatedCount,
    entries.length < entriesCount,
  ]
  const listed = Math.max(moved.length, restated.length, entries.length)
  return (
    <section aria-labelledby="changes" className="mt-8">
      <h2 id="changes" className="text-section">
        {t('load.whatChanges')}
      </h2>
      {restatedCount === 0 && movedCount === 0 && <p className="mt-1 text-body text-ink-2">{t('load.noneRestated')}</p>}
      {movedCount === null && <p className="mt-1 text-body text-ink-2">{t('load.movedMany')}</p>}
      {isCut.includes(true) && <p className="mt-1 text-body text-ink-2">{t('load.firstOnly', { count: listed })}</p>}
      {published !== null && (
        <MovedEditionsTable published={published} hasEntries={entriesCount > 0} catalogue={catalogue} view={view} />
      )}
      {moved.length > 0 && (
        <MovedFigures
          cells={moved}
          count={movedCount ?? moved.length}
          catalogue={catalogue}
          version={view.latest + 1}
          isPlanned
          view={{ ...view, convention }}
        />
      )}
      {restated.length > 0 && (
        <RestatedRows areWithdrawn={false} rows={restated} count={restatedCount} catalogue={catalogue} view={view} />
      )}
      {entries.length > 0 && <CatalogueChanges entries={entries} count={entriesCount} view={view} />}
    </section>
  )
}
