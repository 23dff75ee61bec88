import { reportPath } from '@/lib/address/report-path'
import type { View } from '@/lib/address/view'
import { translatorFor } from '@/lib/messages/translate'
import type { ListedEdition } from '@/lib/publish/week/get-editions-page'
import { utcMinute } from '../data/utc-minute'
import { VersionTable } from '../data/version-table'
import { To } from '../text/to'

/** Lists the editions of a week, newest first: state, who and when, data version, hash and frozen documents. */
export function EditionsTable({ editions, view }: { editions: ListedEdition[]; view: View }) {
  const t = translatorFor(view.locale, view.window)
  return (
    <VersionTable
      className="mt-6"
      heads={
        <>
          <th scope="col">{t('publish.number')}</th>
          <th scope="col">{t('publish.facts')}</th>
          <th scope="col" className="pr-0">
            {t('publish.documents')}
          </th>
        </>
      }
    >
      {editions.map((edition) => (
        <EditionRow key={edition.id} edition={edition} view={{ ...view, isPinned: false }} />
      ))}
    </VersionTable>
  )
}

function EditionRow({ edition, view }: { edition: ListedEdition; view: View }) {
  const t = translatorFor(view.locale, view.window)
  const { asOf, number, state, version, publishedAt, publishedBy, draftedBy, reason, waivers, documents, hash } =
    edition
  return (
    <tr data-edition={number} data-state={state}>
      <th scope="row" className="whitespace-nowrap">
        {number}
        <span className="ml-2.5 font-normal">{t(`publish.state-${state}`)}</span>
      </th>
      <td>
        <p>
          <time dateTime={publishedAt}>{utcMinute(new Date(publishedAt))}</time>
          <span className="ml-2.5">{t('publish.by', { name: publishedBy })}</span>
          {draftedBy !== null && <span className="ml-2.5">{t('publish.draftedBy', { name: draftedBy })}</span>}
          <To
            path={reportPath(asOf, edition.windowKind)}
            view={{ ...view, version, isPinned: true, convention: edition.convention }}
            className="prose-link ml-2.5 whitespace-nowrap max-mid:inline-block max-mid:py-3"
          >
            {t('data.version', { version })}
          </To>
        </p>
        {reason !== null && <p>{t('publish.reason', { reason })}</p>}
        {waivers.map((waived) => (
          <p key={waived.rule} className="text-note">
            {t('publish.waived', { rule: t(`publish.rule-${waived.rule}`), reason: waived.reason })}
          </p>
        ))}
        <p className="break-all text-ink-2 text-note">
          {t('publish.hash')} <code>{hash}</code>
        </p>
      </td>
      <td className="pr-0">
        <ul>
          {documents
            .filter(({ locale }) => locale === view.locale)
            .map(({ form, sha256 }) => (
              <li key={form}>
                <To
                  path={`${reportPath(asOf, edition.windowKind)}/editions/${number}/${form}.pdf`}
                  view={view}
                  title={`SHA-256 ${sha256}`}
                  className="prose-link whitespace-nowrap max-mid:inline-block max-mid:py-3"
                >
                  {t(`publish.document-${form}`)}
                </To>
              </li>
            ))}
          {documents.length === 0 && <li className="text-ink-2">{t('publish.noDocuments')}</li>}
        </ul>
      </td>
    </tr>
  )
}
