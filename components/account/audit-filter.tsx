import { ACTIONS } from '@/lib/access/audit/record-event'
import type { EventFilter } from '@/lib/access/queries/get-audit-events'
import { addressOf, type View } from '@/lib/address/view'
import { translatorFor } from '@/lib/messages/translate'

/** A field stays beside its label when the form takes several lines. */
const PAIR = 'flex items-center gap-2'

/** Shows the form that chooses events by action and day. Works without script. */
export function AuditFilter({ filter, view }: { filter: EventFilter; view: View }) {
  const t = translatorFor(view.locale)
  const { action, from, to, about } = filter
  return (
    <form
      method="get"
      action={addressOf('/admin/audit', view)}
      className="mt-5 flex flex-wrap items-center gap-x-4 gap-y-2 text-note"
    >
      {about !== null && <input type="hidden" name="about" value={about} />}
      <span className={PAIR}>
        <label htmlFor="audit-action" className="text-ink-2">
          {t('access.action')}
        </label>
        <select id="audit-action" name="action" defaultValue={action ?? ''} className="field max-mid:min-h-11">
          <option value="">{t('access.allActions')}</option>
          {ACTIONS.map((each) => (
            <option key={each} value={each}>
              {t(`access.action-${each}`)}
            </option>
          ))}
        </select>
      </span>
      <span className={PAIR}>
        <label htmlFor="audit-from" className="text-ink-2">
          {t('access.from')}
        </label>
        <input id="audit-from" type="date" name="from" defaultValue={from ?? ''} className="field max-mid:min-h-11" />
      </span>
      <span className={PAIR}>
        <label htmlFor="audit-to" className="text-ink-2">
          {t('access.to')}
        </label>
        <input id="audit-to" type="date" name="to" defaultValue={to ?? ''} className="field max-mid:min-h-11" />
      </span>
      <button type="submit" className="link py-1 max-mid:min-h-11">
        {t('access.filter')}
      </button>
    </form>
  )
}
