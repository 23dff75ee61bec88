import type { View } from '@/lib/address/view'
import { DASH, formatCount } from '@/lib/base/format'
import { translatorFor } from '@/lib/messages/translate'
import type { Catalogue } from '@/lib/report/model/inputs'
import { ROWS_PER_PAGE, type VersionPage } from '@/lib/workbench/versions/get-version-page'
import { To } from '../text/to'
import { CatalogueChanges } from './catalogue-changes'
import { MovedFigures } from './moved-figures'
import { Pages } from './pages'
import { RestatedRows } from './restated-rows'
import { SeriesChanges } from './series-changes'
import { withdrawalTitle } from './withdrawal-title'
import { WithdrawnBy } from './withdrawn-by'

interface VersionChangesProps {
  page: VersionPage
  /** Contains the names of the series. */
  catalogue: Catalogue
  /** Page number of the long lists, from 1. */
  shown: number
  /** Whether somebody may withdraw this version in the browser. */
  mayWithdraw: boolean
  view: View
}

/** Shows the changes of one load: each value before and after, and the published figures that it moved. */
export function VersionChanges({ page, catalogue, shown, mayWithdraw, view }: VersionChangesProps) {
  const t = translatorFor(view.locale)
  const { version, series, withdrawnBy, restated, restatedCount, entries, moved } = page
  const isWithdrawal = version.kind === 'withdrawal'
  const longest = Math.max(restatedCount, entries.length, moved.length, series.length)
  const part = <Row,>(rows: Row[]) => rows.slice((shown - 1) * ROWS_PER_PAGE, shown * ROWS_PER_PAGE)
  const path = `/data/${version.id}`
  return (
    <>
      <VersionHead version={version} mayWithdraw={mayWithdraw} view={view} />
      <WithdrawnBy versions={withdrawnBy} view={view} className="mt-3" />
      {restatedCount + entries.length + moved.length === 0 && (
        <p className="mt-6 border-line border-y py-6 text-ink-2">{t('data.nothingRestated')}</p>
      )}
      {moved.length > 0 && (
        <MovedFigures cells={part(moved)} count={moved.length} catalogue={catalogue} version={version.id} view={view} />
      )}
      {restated.length > 0 && (
        <RestatedRows
          areWithdrawn={isWithdrawal}
          rows={restated}
          count={restatedCount}
          catalogue={catalogue}
          view={view}
        />
      )}
      {entries.length > 0 && <CatalogueChanges entries={part(entries)} count={entries.length} view={view} />}
      {part(series).length > 0 && (
        <SeriesChanges
          isWithdrawal={isWithdrawal}
          series={part(series)}
          count={series.length}
          catalogue={catalogue}
          view={view}
        />
      )}
      <Pages path={path} page={shown} pages={Math.ceil(longest / ROWS_PER_PAGE)} view={view} />
    </>
  )
}

interface VersionHeadProps {
  version: VersionPage['version']
  mayWithdraw: boolean
  view: View
}

function VersionHead({ version, mayWithdraw, view }: VersionHeadProps) {
  const t = translatorFor(view.locale)
  const { id, kind, sourceName, sourceSha256, loadedAt, loadedBy, rowsNew, rowsRestated, rowsUnchanged, accepted } =
    version
  const isWithdrawal = kind === 'withdrawal'
  const facts: [string, string][] = [
    isWithdrawal ? [t('data.kind'), withdrawalTitle(version, t)] : [t('data.file'), sourceName],
    ...(isWithdrawal ? [] : [[t('data.kind'), t(`data.kind-${kind}`)] satisfies [string, string]]),
    ...(version.reason === null ? [] : [[t('data.reason'), version.reason] satisfies [string, string]]),
    [
      t(isWithdrawal ? 'data.withdrawnAt' : 'data.loadedAt'),
      loadedAt.toISOString().replace('T', ' ').replace('Z', ' UTC'),
    ],
    ...(loadedBy === null
      ? []
      : [[t(isWithdrawal ? 'data.withdrawnByWhom' : 'data.loadedBy'), loadedBy] satisfies [string, string]]),
    ...(isWithdrawal ? [[t('data.withdrawn'), formatCount(version.rowsWithdrawn)] satisfies [string, string]] : []),
    [t(isWithdrawal ? 'data.restored' : 'data.restated'), formatCount(rowsRestated)],
    [t(isWithdrawal ? 'data.reopened' : 'data.new'), formatCount(rowsNew)],
    [t(isWithdrawal ? 'data.leftAlone' : 'data.unchanged'), rowsUnchanged === null ? DASH : formatCount(rowsUnchanged)],
    ...(accepted.length === 0 ? [] : [[t('data.accepted'), accepted.join(', ')] satisfies [string, string]]),
    ['SHA-256', sourceSha256],
  ]
  const pinned = { ...view, version: id, isPinned: true }
  return (
    <header className="pt-5 mid:pt-7">
      <p className="text-ink-2">
        <To path="/data" view={view} className="prose-link tap inline-block">
          {t('data.title')}
        </To>
      </p>
      <h1 className="mt-1 text-[23px]/8 mid:text-head">{t('data.version', { version: id })}</h1>
      <dl className="mt-3 flex flex-wrap gap-x-6 gap-y-1 border-line border-y py-2 text-note">
        {facts.map(([name, fact]) => (
          <div key={name} className="flex gap-2">
            <dt className="whitespace-nowrap text-ink-2">{name}</dt>
            <dd className="break-all">{fact}</dd>
          </div>
        ))}
      </dl>
      <p className="mt-2 flex flex-wrap gap-x-5 text-note">
        <To path="/" view={pinned} className="link tap">
          {t('data.asOfThis')}
        </To>
        {id > 1 && (
          <To path="/" view={{ ...pinned, version: id - 1 }} className="link tap">
            {t('data.asOfBefore')}
          </To>
        )}
        {mayWithdraw && (
          <To path={`/data/${id}/withdrawal`} view={view} className="link tap">
            {t('load.withdraw')}
          </To>
        )}
      </p>
    </header>
  )
}
