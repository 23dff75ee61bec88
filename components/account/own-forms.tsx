import { PASSWORD_MAX, PASSWORD_MIN } from '@/lib/access/passwords/password-fault'
import type { View } from '@/lib/address/view'
import { translatorFor } from '@/lib/messages/translate'
import { Field, PostForm, Submit } from './form-parts'

const ACTION = '/api/auth/account'

export function NameForm({ name, view }: { name: string; view: View }) {
  const t = translatorFor(view.locale)
  return (
    <PostForm action={ACTION} name="name" view={view}>
      <Field
        id="name"
        name="name"
        label={t('access.name')}
        hint={t('access.nameHint')}
        defaultValue={name}
        autoComplete="name"
        required
        maxLength={100}
      />
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
      <Field
        id="before"
        name="before"
        label={t('access.presentPassword')}
        type="password"
        autoComplete="current-password"
        required
      />
      <Field
        id="after"
        name="after"
        label={t('access.newPassword')}
        hint={t('access.passwordHint', { min: PASSWORD_MIN })}
        type="password"
        autoComplete="new-password"
        required
        minLength={PASSWORD_MIN}
        maxLength={PASSWORD_MAX}
      />
      <Submit>{t('access.changePassword')}</Submit>
    </PostForm>
  )
}
