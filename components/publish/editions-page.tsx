import type { ReactNode } from 'react'
import { hasAccounts } from '@/lib/access/has-accounts'
import { reportName, reportPath } from '@/lib/address/report-path'
import type { View } from '@/lib/address/view'
import { localePrefix } from '@/lib/base/locale'
import { translatorFor } from '@/lib/messages/translate'
import {
  type DraftSection,
  type EditionsPage as Editions,
  type ListedEdition,
  newestNumber,
} from '@/lib/publish/week/get-editions-page'
import type { Catalogue } from '@/lib/report/model/inputs'
import { issueName } from '@/lib/report/text/period-name'
import { currentScope } from '@/lib/scope/current-scope'
import { utcMinute } from '../data/utc-minute'
import { PageFrame } from '../layout/page-frame'
import { To } from '../text/to'
import { ChangedFigures, ChangedTexts } from './changed-figures'
import { EditLink } from './edit-link'
import { EditionsTable } from './editions-table'
import { GateList } from './gate-list'

interface EditionsPageProps {
  page: Editions
  /** What a form has done; nothing when none was sent. */
  note: ReactNode
  /** The forms that publish the draft; nothing for those who may not. */
  form: ReactNode
  catalogue: Catalogue
  view: View
}

/** Shows the editions of a week, what each one changed, and what the gate finds before the next. */
export function EditionsPage({ page, note, form, catalogue, view }: EditionsPageProps) {
  const t = translatorFor(view.locale, view.window)
  const { asOf, window, editions, state, isAutomatic, isDemo } = page
  const path = reportPath(asOf, window)
  return (
    <PageFrame view={view} path={`${path}/editions`} current={null} isDemo={isDemo}>
      <header className="pt-5 mid:pt-7">
        <p className="text-ink-2">
          <To path={path} view={view} className="prose-link">
            {window === 'week'
              ? t('reconciliation.back', { asOf })
              : t('issues.back', { name: issueName(asOf, window, t) })}
          </To>
          <EditLink asOf={asOf} view={view} />
        </p>
        <h1 className="mt-1 text-[23px]/8 mid:text-head">
          {t('publish.title')}
          <span className="ml-3 font-normal text-ink-2" data-state={state}>
            {t(`publish.state-${state}`)}
          </span>
        </h1>
        <p className="mt-2 max-w-[44em] text-pretty text-body">{t('publish.intro')}</p>
        {isAutomatic && <p className="mt-2 max-w-[44em] text-pretty text-ink-2">{t('publish.automatic')}</p>}
      </header>
      {note}
      {editions.length === 0 ? (
        <p className="mt-6 border-line border-t pt-2.5">{t('publish.none')}</p>
      ) : (
        <EditionsTable editions={editions} view={view} />
      )}
      <ShareLink page={page} view={view} />
      {page.draft !== null && <Draft page={page} draft={page.draft} form={form} catalogue={catalogue} view={view} />}
      {editions.map((edition) => (
        <Changes key={edition.id} edition={edition} catalogue={catalogue} view={view} />
      ))}
    </PageFrame>
  )
}

/** Leads the desk to a share link of the newest edition; whether somebody may make one is known there. */
function ShareLink({ page: { market, window, asOf, editions }, view }: Pick<EditionsPageProps, 'page' | 'view'>) {
  const [newest] = editions
  // Links share weeks only.
  if (
    window !== 'week' ||
    !hasAccounts() ||
    !currentScope().drafts ||
    newest === undefined ||
    newest.state === 'withdrawn'
  )
    return null
  const target = ['edition', market, asOf, newest.number].join(':')
  return (
    <p className="mt-4">
      <a
        href={`${localePrefix(view.locale)}/admin/links?target=${encodeURIComponent(target)}#new-link`}
        className="prose-link max-mid:inline-block max-mid:py-3"
      >
        {translatorFor(view.locale)('share.share')}
      </a>
    </p>
  )
}

/** Shows what the gate finds as of the newest data, and which figures the next edition would change. */
function Draft({ page, draft, form, catalogue, view }: Omit<EditionsPageProps, 'note'> & { draft: DraftSection }) {
  const t = translatorFor(view.locale, view.window)
  const { asOf, window, market } = page
  const { version, gate, changed, changedTexts, submission } = draft
  const command = `npm run publish -- --${window} ${reportName(asOf, window)} --market ${market}`
  return (
    <section id="gate" aria-labelledby="gate-title" className="mt-8 mid:mt-10">
      <h2 id="gate-title" className="border-rule border-t-2 pt-1.5 text-sheet">
        {t('publish.gateTitle', { number: newestNumber(page) + 1 })}
        <span className="ml-2.5 font-normal text-ink-2 text-note">{t('data.version', { version })}</span>
      </h2>
      {submission?.state === 'in-review' && (
        <p className="mt-2">
          {t('publish.submitted', {
            name: submission.draftedBy,
            time: utcMinute(submission.draftedAt),
            version: submission.version,
          })}
        </p>
      )}
      <GateList findings={gate} view={view} />
      {form}
      <p className="mt-4 text-ink-2 text-note">
        {t('publish.how')} <code className="wrap-anywhere">{command}</code>
      </p>
      <ChangedFigures
        id="draft-figures"
        title={t('publish.draftChanges')}
        figures={changed}
        catalogue={catalogue}
        view={view}
      />
      <ChangedTexts id="draft-texts" texts={changedTexts} view={view} />
    </section>
  )
}

/** Shows what an edition changed of the one before; nothing for a first one and a withdrawal. */
function Changes({ edition, catalogue, view }: { edition: ListedEdition; catalogue: Catalogue; view: View }) {
  const t = translatorFor(view.locale, view.window)
  const { number, comparedWith, figures, texts } = edition
  if (comparedWith === null) return null
  const title = t('publish.changes', { number, before: comparedWith })
  return (
    <section aria-label={title} data-changes={number} className="mt-8 mid:mt-10">
      {figures.length + texts.length === 0 ? (
        <p className="border-line border-t pt-2.5">{t('publish.nothingChanged', { number, before: comparedWith })}</p>
      ) : (
        <>
          <ChangedFigures id={`figures-${number}`} title={title} figures={figures} catalogue={catalogue} view={view} />
          <ChangedTexts id={`texts-${number}`} texts={texts} view={view} />
        </>
      )}
    </section>
  )
}
