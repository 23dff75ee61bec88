import { mayOpen } from '@/lib/access/may-open'
import { reportPath } from '@/lib/address/report-path'
import { addressOf, type View } from '@/lib/address/view'
import { type Translator, translatorFor } from '@/lib/messages/translate'
import type { WeekStatus } from '@/lib/publish/week/week-status'
import { FindingsStrip } from '../data/findings-strip'
import { utcMinute } from '../data/utc-minute'
import { SentOnce } from '../text/sent-once'
import { EditLink } from './edit-link'

interface WeekStatusLineProps {
  status: WeekStatus
  /** Last trading day of the week. */
  asOf: string
  view: View
}

/** Says what the page of a week is: a draft with what the gate lacks, in review, or an edition of whom and when. */
export function WeekStatusLine({ status, asOf, view }: WeekStatusLineProps) {
  const t = translatorFor(view.locale, view.window)
  const editions = `${reportPath(asOf, view.window)}/editions`
  return (
    <SentOnce as="section" id="publication" aria-label={t('publish.title')} className="mb-3">
      <FindingsStrip data-state={status.state}>
        <b>{t(`publish.state-${status.state}`)}</b>
        {factsOf(status, view.version, t).map((fact) => (
          <span key={fact} className="mr-2">
            {fact}
          </span>
        ))}
        {mayOpen(editions) && (
          <a
            href={addressOf(editions, { ...view, isPinned: false })}
            className="prose-link whitespace-nowrap max-mid:inline-block max-mid:py-3"
          >
            {t('publish.link')}
          </a>
        )}
        <EditLink asOf={asOf} view={view} />
      </FindingsStrip>
    </SentOnce>
  )
}

/** Returns one sentence for each thing to say. */
function factsOf({ state, edition, draft, newer, gate }: WeekStatus, version: number, t: Translator): string[] {
  return [
    ...(state === 'draft' ? [t('publish.draft', { version })] : []),
    ...(state === 'in-review' && draft
      ? [
          t('publish.submitted', {
            name: draft.draftedBy,
            time: utcMinute(draft.draftedAt),
            version: draft.version,
          }),
        ]
      : []),
    ...(edition === null
      ? []
      : [
          t(edition.state === 'withdrawn' ? 'publish.withdrawn' : 'publish.edition', {
            number: edition.number,
            time: utcMinute(new Date(edition.publishedAt)),
            name: edition.publishedBy,
            version: edition.version,
          }),
        ]),
    ...(edition?.reason ? [t('publish.reason', { reason: edition.reason })] : []),
    ...(newer === null ? [] : [t('publish.newer', { version, changed: newer.changed })]),
    ...(gate === null ? [] : [t('publish.gate', gate)]),
  ]
}
