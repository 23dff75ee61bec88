import type { View } from '@/lib/address/view'
import { DASH, formatCount } from '@/lib/base/format'
import { utcMinute } from '@/lib/base/utc-minute'
import { translatorFor } from '@/lib/messages/translate'
import type { DataPage, ListedVersion } from '@/lib/workbench/versions/get-data-page'
import { To } from '../text/to'
import { MissingClosures } from './missing-closures'
import { Pages } from './pages'
import { VersionTable } from './version-table'
import { withdrawalTitle } from './withdrawal-title'
import { WithdrawnBy } from './withdrawn-by'

interface VersionListProps {
  page: DataPage
  /** Whether somebody may load files in the browser. */
  mayLoad: boolean
  view: View
}

/** Series of a load that its row lists; a page of 30 loads has at most 600 of them. */
const LISTED_SERIES = 20

/** Lists the loads, newest first; the changes of each to its series open on request. */
export function VersionList({ page, mayLoad, view }: VersionListProps) {
  const t = translatorFor(view.locale)
  return (
    <>
      <header className="pt-5 mid:pt-7">
        <h1 className="text-[23px]/8 mid:text-head">{t('data.title')}</h1>
        <p className="mt-2 max-w-[44em] text-pretty text-body text-ink-2">{t('data.intro')}</p>
        {mayLoad && (
          <p className="mt-2 text-body">
            <To path="/data/load" view={view} className="prose-link max-mid:inline-block max-mid:py-3">
              {t('load.openLoad')}
            </To>
          </p>
        )}
      </header>
      <MissingClosures view={view} />
      <VersionTable className="mt-6" heads={<VersionHeads view={view} />}>
        {page.versions.map((version) => (
          <VersionRow key={version.id} version={version} view={view} />
        ))}
      </VersionTable>
      <Pages path="/data" page={page.page} pages={page.pages} view={view} />
    </>
  )
}

function VersionHeads({ view }: { view: View }) {
  const t = translatorFor(view.locale)
  return (
    <>
      <th scope="col">{t('data.number')}</th>
      <th scope="col">{t('data.file')}</th>
      <th scope="col" className="digits">
        {t('data.new')}
      </th>
      <th scope="col" className="digits">
        {t('data.restated')}
      </th>
      <th scope="col" className="digits max-mid:hidden">
        {t('data.unchanged')}
      </th>
      <th scope="col" className="pr-0 pl-4 max-mid:hidden">
        {t('data.dates')}
      </th>
    </>
  )
}

function VersionRow({ version, view }: { version: ListedVersion; view: View }) {
  const t = translatorFor(view.locale)
  const { id, kind, sourceName, loadedAt, loadedBy, rowsNew, rowsRestated, rowsUnchanged, dates } = version
  const isWithdrawal = kind === 'withdrawal'
  return (
    <tr data-version={id}>
      <th scope="row">
        <To
          path={`/data/${id}`}
          view={view}
          className="link tap inline-block font-bold"
          aria-label={t('data.version', { version: id })}
        >
          {id}
        </To>
      </th>
      <td>
        {isWithdrawal ? (
          <span>{withdrawalTitle(version, t)}</span>
        ) : (
          <>
            <span className="break-all">{sourceName}</span>
            <span className="ml-2.5 text-ink-2 text-note">{t(`data.kind-${kind}`)}</span>
          </>
        )}
        {version.reason !== null && <p className="text-note">{version.reason}</p>}
        <p className="flex flex-wrap gap-x-2.5 text-ink-2 text-note">
          <time dateTime={loadedAt.toISOString()}>{utcMinute(loadedAt)}</time>
          {loadedBy !== null && (
            <span className="whitespace-nowrap">
              {t(isWithdrawal ? 'data.withdrawnByName' : 'data.by', { name: loadedBy })}
            </span>
          )}
          {isWithdrawal && (
            <span className="whitespace-nowrap">{t('data.withdrawnCount', { count: version.rowsWithdrawn })}</span>
          )}
          {version.isDemo && <span className="whitespace-nowrap">{t('demo.label')}</span>}
        </p>
        <WithdrawnBy versions={version.withdrawnBy} view={view} />
        {version.series.length > 0 && <SeriesOf version={version} view={view} />}
      </td>
      <td className="digits">{formatCount(rowsNew)}</td>
      <td className="digits">{formatCount(rowsRestated)}</td>
      <td className="digits max-mid:hidden">{rowsUnchanged === null ? DASH : formatCount(rowsUnchanged)}</td>
      <td className="whitespace-nowrap pr-0 pl-4 max-mid:hidden">
        {dates ? t('data.span', dates) : t('data.noDates')}
      </td>
    </tr>
  )
}

function SeriesOf({ version: { id, kind, series }, view }: { version: ListedVersion; view: View }) {
  const t = translatorFor(view.locale)
  return (
    <details className="text-note">
      <summary className="tap text-accent">{t('data.series', { count: series.length })}</summary>
      <ul>
        {series.slice(0, LISTED_SERIES).map(({ code, rowsNew, rowsRestated, rowsWithdrawn, first, last }) => (
          <li key={code}>
            {code}{' '}
            <span className="ml-1.5 text-ink-2">
              {kind === 'withdrawal'
                ? t('data.didWithdraw', { withdrawn: rowsWithdrawn, restored: rowsRestated })
                : t('data.did', { new: rowsNew, restated: rowsRestated })}
            </span>
            <span className="ml-2.5 text-ink-2">{t('data.span', { first, last })}</span>
          </li>
        ))}
      </ul>
      {series.length > LISTED_SERIES && (
        <To path={`/data/${id}#series`} view={view} className="link tap inline-block">
          {t('data.allSeries', { count: formatCount(series.length) })}
        </To>
      )}
    </details>
  )
}
