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
        {t('access.address')}
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
  if (actorKind === 'command' || actorKind === 'unknown') return t(`access.actor-${actorKind}`)
  if (actorName !== null) return actorName
  return actorId === null ? 'IMPORT_TOKEN' : t('access.erasedPerson', { id: actorId.slice(0, 8) })
}

/** Returns what it was done to; empty when the action says it all. */
function subjectText({ action, subject, subjectName }: ListedEvent, t: Translator): string {
  if (subject === null) return ''
  if (action === 'load' || action === 'withdrawal' || action === 'rename')
    return t('access.version', { version: subject })
  return subjectName ?? subject.slice(0, 8)
}

/** Returns the details as "role client · markets CN". */
function detailsText({ details }: ListedEvent): string {
  return Object.entries(details)
    .map(([name, detail]) => [name, Array.isArray(detail) ? detail.join(', ') : String(detail)] as const)
    .filter(([, text]) => text !== '')
    .map(([name, text]) => `${name} ${text}`)
    .join(' · ')
}
