/** The fields that several forms about accounts have. */
import { PASSWORD_MAX, PASSWORD_MIN } from '@/lib/access/passwords/password-fault'
import type { View } from '@/lib/address/view'
import { translatorFor } from '@/lib/messages/translate'
import { Field } from './form-parts'

/** Asks for the name of a person, or shows it to be changed. */
export function NameField({ initial, view }: { initial?: string; view: View }) {
  const t = translatorFor(view.locale)
  return (
    <Field
      id="name"
      name="name"
      label={t('access.name')}
      hint={t('access.nameHint')}
      defaultValue={initial}
      autoComplete="name"
      required
      maxLength={100}
    />
  )
}

interface PasswordFieldProps {
  /** Unique on the page. */
  id: string
  name: string
  label: string
}

/** Asks for the password of an account that exists. */
export function PasswordField({ id, name, label }: PasswordFieldProps) {
  return <Field id={id} name={name} label={label} type="password" autoComplete="current-password" required />
}

/** Asks for a new password, and says what it needs. */
export function NewPasswordField({ name, view }: { name: string; view: View }) {
  const t = translatorFor(view.locale)
  return (
    <Field
      id={name}
      name={name}
      label={t('access.newPassword')}
      hint={t('access.passwordHint', { min: PASSWORD_MIN })}
      type="password"
      autoComplete="new-password"
      required
      minLength={PASSWORD_MIN}
      maxLength={PASSWORD_MAX}
    />
  )
}

interface CodeFieldProps {
  label: string
  hint: string
  /** Whether a backup code is taken too, which has letters. */
  hasLetters: boolean
}

/** Asks for the code that an authenticator app shows. */
export function CodeField({ label, hint, hasLetters }: CodeFieldProps) {
  return (
    <Field
      id="code"
      name="code"
      label={label}
      hint={hint}
      inputMode={hasLetters ? 'text' : 'numeric'}
      autoComplete="one-time-code"
      autoCapitalize="none"
      spellCheck={false}
      required
      maxLength={20}
    />
  )
}
