import type { View } from '@/lib/address/view'
import { translatorFor } from '@/lib/messages/translate'
import type { ReconciliationPart } from '@/lib/report/build/get-reconciliation'
import { PageFrame } from '../layout/page-frame'
import { PartLinks } from '../report/many/part-links'
import { Formula } from '../text/formula'
import { To } from '../text/to'
import { ReconciledTable } from './reconciled-table'

const IDENTITY = String.raw`(a - b) - \left(\frac{1 + a}{1 + b} - 1\right) = b \left(\frac{1 + a}{1 + b} - 1\right)`

interface ReconciliationPageProps {
  part: ReconciliationPart
  view: View
}

/** Shows each figure under both conventions, their difference, and the return of the reference that causes it. */
export function ReconciliationPage({ part, view }: ReconciliationPageProps) {
  const t = translatorFor(view.locale)
  const { reconciliation, page, pages, from, to, count } = part
  const { asOf, isDemo, groups, restated } = reconciliation
  return (
    <PageFrame view={view} path={`/weeks/${asOf}/reconciliation`} current={null} isDemo={isDemo} restated={restated}>
      <header className="pt-5 mid:pt-7">
        <p className="text-ink-2">
          <To path={`/weeks/${asOf}`} view={view} className="prose-link tap inline-block">
            {t('reconciliation.back', { asOf })}
          </To>
        </p>
        <h1 className="mt-1 text-[23px]/8 mid:text-head">{t('reconciliation.title')}</h1>
        <p className="mt-2 max-w-[44em] text-pretty text-body">{t('reconciliation.intro')}</p>
        <Formula tex={IDENTITY} isBlock />
        <p className="max-w-[44em] text-pretty text-ink-2 text-note">{t('reconciliation.symbols')}</p>
      </header>
      {groups.map((group) => (
        <ReconciledTable key={group.measure} group={group} labels={reconciliation.labels} view={view} />
      ))}
      <PartLinks
        path={`/weeks/${asOf}/reconciliation`}
        family={null}
        of="factors"
        page={page}
        pages={pages}
        view={view}
        part={t('many.part', { from, to, count })}
      />
    </PageFrame>
  )
}
