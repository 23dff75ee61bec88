import type { View } from '@/lib/address/view'
import { translatorFor } from '@/lib/messages/translate'
import { NameField, NewPasswordField, PasswordField } from './fields'
import { PostForm, Submit } from './form-parts'

const ACTION = '/api/auth/account'

export function NameForm({ name, view }: { name: string; view: View }) {
  const t = translatorFor(view.locale)
  return (
    <PostForm action={ACTION} name="name" view={view}>
      <NameField initial={name} view={view} />
      <Submit>{t('access.save')}</Submit>
    </PostForm>
  )
}

export function PasswordForm({ email, view }: { email: string; view: View }) {
  const t = translatorFor(view.locale)
  return (
    <PostForm action={ACTION} name="password" view={view}>
      {/* So that a password manager knows whose password it is. */}
      <input type="email" autoComplete="username" value={email} readOnly hidden />
      <PasswordField id="before" name="before" label={t('access.currentPassword')} />
      <NewPasswordField name="after" view={view} />
      <Submit>{t('access.changePassword')}</Submit>
    </PostForm>
  )
}
