import { ACTIONS } from '@/lib/access/audit/record-event'
import type { EventFilter } from '@/lib/access/queries/get-audit-events'
import type { ListedPerson } from '@/lib/access/queries/get-people'
import { addressOf, type View } from '@/lib/address/view'
import { translatorFor } from '@/lib/messages/translate'

/** A field stays beside its label when the form takes several lines. */
const PAIR = 'flex items-center gap-2'

interface AuditFilterProps {
  filter: EventFilter
  /** Whose events can be chosen. */
  people: readonly ListedPerson[]
  view: View
}

/** Shows the form that chooses events by person, action, subject and day. Works without script. */
export function AuditFilter({ filter, people, view }: AuditFilterProps) {
  const t = translatorFor(view.locale)
  const { action, from, to, about, subject } = filter
  return (
    <form
      method="get"
      action={addressOf('/admin/audit', view)}
      className="mt-5 flex flex-wrap items-center gap-x-4 gap-y-2 text-note"
    >
      <span className={PAIR}>
        <label htmlFor="audit-about" className="text-ink-2">
          {t('access.person')}
        </label>
        <select
          id="audit-about"
          name="about"
          defaultValue={about ?? ''}
          className="field max-w-[16em] max-mid:min-h-11"
        >
          <option value="">{t('access.everybody')}</option>
          {about !== null && people.every(({ id }) => id !== about) && (
            <option value={about}>{about.slice(0, 8)}</option>
          )}
          {people.map(({ id, name, state }) => (
            <option key={id} value={id}>
              {state === 'erased' ? t('access.erasedPerson', { id: id.slice(0, 8) }) : name}
            </option>
          ))}
        </select>
      </span>
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
        <label htmlFor="audit-subject" className="text-ink-2">
          {t('access.subject')}
        </label>
        <input
          id="audit-subject"
          name="subject"
          defaultValue={subject ?? ''}
          placeholder="2024-08-30"
          maxLength={200}
          className="field w-[12em] max-mid:min-h-11"
        />
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
