import type { ListedEvent } from '@/lib/access/queries/get-audit-events'
import type { View } from '@/lib/address/view'
import { utcMinute } from '@/lib/base/utc-minute'
import { type Translator, translatorFor } from '@/lib/messages/translate'
import { VersionTable } from '../data/version-table'

/** Lists events of the audit, the newest first. */
export function AuditList({ events, view }: { events: readonly ListedEvent[]; view: View }) {
  const t = translatorFor(view.locale)
  if (events.length === 0) return <p className="mt-6 text-ink-2">{t('access.noEvents')}</p>
  const heads = (
    <>
      <th scope="col">{t('access.time')}</th>
      <th scope="col">{t('access.actor')}</th>
      <th scope="col">{t('access.action')}</th>
      <th scope="col" className="max-mid:hidden">
        {t('access.details')}
      </th>
      <th scope="col" className="max-mid:hidden">
        {t('access.network')}
      </th>
    </>
  )
  return (
    <VersionTable className="mt-4" heads={heads}>
      {events.map((event) => (
        <tr key={event.id}>
          <th scope="row">
            <time dateTime={event.at.toISOString()}>{utcMinute(event.at).replace(' UTC', '')}</time>
          </th>
          <td>{actorText(event, t)}</td>
          <td>
            {t(`access.action-${event.action}`)}
            <p className="text-ink-2 text-note">{subjectText(event, t)}</p>
          </td>
          <td className="max-mid:hidden">{detailsText(event)}</td>
          <td className="max-mid:hidden">{event.address}</td>
        </tr>
      ))}
    </VersionTable>
  )
}

/** Returns the name of who did it, or the beginning of the id when the name was erased. */
function actorText({ actorKind, actorId, actorName }: ListedEvent, t: Translator): string {
  if (actorKind !== 'person' && actorKind !== 'token' && actorKind !== 'share') return t(`access.actor-${actorKind}`)
  if (actorName !== null) return actorName
  if (actorKind === 'share') return t('access.actor-share', { id: actorId?.slice(0, 8) ?? '' })
  return actorId === null ? 'IMPORT_TOKEN' : t('access.erasedPerson', { id: actorId.slice(0, 8) })
}

/** Actions whose subject is the number of a data version. */
const OF_VERSION: readonly string[] = ['load', 'withdrawal', 'rename', 'hold-accepted']
/** Random ids of entries that are gone; paths and weeks are shown whole. */
const ID = /^[\w-]{20,}$/

/** Returns what it was done to; empty when the action says it all. */
function subjectText({ action, subject, subjectName }: ListedEvent, t: Translator): string {
  if (subject === null) return ''
  if (OF_VERSION.includes(action)) return t('access.version', { version: subject })
  return subjectName ?? (ID.test(subject) ? subject.slice(0, 8) : subject)
}

/** Returns the details as "role client · markets CN". */
function detailsText({ details }: ListedEvent): string {
  return Object.entries(details)
    .map(([name, detail]) => [name, Array.isArray(detail) ? detail.join(', ') : String(detail)] as const)
    .filter(([, text]) => text !== '')
    .map(([name, text]) => `${name} ${text}`)
    .join(' · ')
}
