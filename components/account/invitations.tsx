import { INVITATION_DAYS } from '@/lib/access/people/invite'
import type { ListedInvitation } from '@/lib/access/queries/get-invitations'
import type { View } from '@/lib/address/view'
import { utcDay } from '@/lib/base/utc-minute'
import { translatorFor } from '@/lib/messages/translate'
import { VersionTable } from '../data/version-table'
import { Field, PostForm, RowButton, Submit } from './form-parts'
import { RoleFields } from './role-fields'

const ACTION = '/api/auth/admin'

/** Shows the form that makes an invitation. */
export function InviteForm({ view }: { view: View }) {
  const t = translatorFor(view.locale)
  return (
    <>
      <p className="prose-note">{t('access.inviteText', { days: INVITATION_DAYS })}</p>
      <PostForm action={ACTION} name="invite" view={view}>
        <Field
          id="invite-email"
          name="email"
          label={t('access.email')}
          type="email"
          required
          maxLength={254}
          autoComplete="off"
        />
        <RoleFields prefix="invite" initial="viewer" grants={{ markets: [], series: [] }} view={view} />
        <Submit>{t('access.makeInvitation')}</Submit>
      </PostForm>
    </>
  )
}

/** Lists the invitations that nobody has used or revoked. */
export function InvitationList({ invitations, view }: { invitations: readonly ListedInvitation[]; view: View }) {
  const t = translatorFor(view.locale)
  if (invitations.length === 0) return <p className="mt-4 text-ink-2">{t('access.noInvitations')}</p>
  const heads = (
    <>
      <th scope="col">{t('access.email')}</th>
      <th scope="col">{t('access.role')}</th>
      <th scope="col">{t('access.until')}</th>
      <th scope="col">
        <span className="sr-only">{t('access.revoke')}</span>
      </th>
    </>
  )
  return (
    <VersionTable className="mt-4 max-w-[60em]" heads={heads}>
      {invitations.map(({ id, email, role, expiresAt, isExpired }) => (
        <tr key={id} className={isExpired ? 'text-ink-2' : undefined}>
          <th scope="row" className="break-all">
            {email}
          </th>
          <td className="whitespace-nowrap">{t(`access.role-${role}`)}</td>
          <td>{isExpired ? t('access.state-expired') : utcDay(expiresAt)}</td>
          <td className="digits">
            <RowButton
              action={ACTION}
              name="revoke-invitation"
              id={id}
              view={view}
              label={t('access.revokeOf', { name: email })}
            >
              {t('access.revoke')}
            </RowButton>
          </td>
        </tr>
      ))}
    </VersionTable>
  )
}
