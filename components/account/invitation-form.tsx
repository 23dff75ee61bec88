import type { OpenInvitation } from '@/lib/access/people/accept-invitation'
import type { View } from '@/lib/address/view'
import { translatorFor } from '@/lib/messages/translate'
import { NameField, NewPasswordField } from './fields'
import { Field, PostForm, Submit } from './form-parts'

interface InvitationFormProps {
  invitation: OpenInvitation
  /** The secret of the link. */
  token: string
  view: View
}

/** Shows the fields by which an invited person makes an account, or sets a new password. */
export function InvitationForm({ invitation, token, view }: InvitationFormProps) {
  const t = translatorFor(view.locale)
  return (
    <PostForm action="/api/auth/invitation" view={view}>
      <input type="hidden" name="token" value={token} />
      <Field
        id="email"
        name="email"
        label={t('access.email')}
        type="email"
        autoComplete="username"
        readOnly
        value={invitation.email}
      />
      <NameField view={view} />
      <NewPasswordField name="password" view={view} />
      <Submit>{invitation.isKnown ? t('access.save') : t('access.create')}</Submit>
    </PostForm>
  )
}
