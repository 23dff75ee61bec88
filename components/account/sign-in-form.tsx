import type { View } from '@/lib/address/view'
import { translatorFor } from '@/lib/messages/translate'
import { To } from '../text/to'
import { PasswordField } from './fields'
import { BUTTON, Field, PostForm, Submit } from './form-parts'
import { SignInByPasskey } from './passkeys'

interface SignInFormProps {
  view: View
  /** Path to which it leads. */
  to: string
  /** Name of the OpenID provider; null when there is none. */
  provider: string | null
  /** Whether everybody may read what is published. */
  isPublic: boolean
}

/** Shows the ways to sign in. */
export function SignInForm({ view, to, provider, isPublic }: SignInFormProps) {
  const t = translatorFor(view.locale)
  return (
    <>
      <PostForm action="/api/auth/sign-in" view={view}>
        <input type="hidden" name="to" value={to} />
        <Field
          id="email"
          name="email"
          label={t('access.email')}
          type="email"
          autoComplete="username"
          required
          maxLength={254}
        />
        <PasswordField id="password" name="password" label={t('access.password')} />
        <Submit>{t('access.signIn')}</Submit>
      </PostForm>
      <SignInByPasskey
        to={to}
        locale={view.locale}
        texts={{ button: t('access.signInByPasskey'), failed: t('access.passkeyStopped') }}
      />
      {provider !== null && (
        <p className="mt-5">
          <a href={`/api/auth/provider?${new URLSearchParams({ to, lang: view.locale })}`} className={BUTTON}>
            {t('access.withProvider', { provider })}
          </a>
        </p>
      )}
      <p className="mt-6 max-w-[32em] text-ink-2">{t('access.noAccount')}</p>
      {isPublic && (
        <p className="mt-3 max-mid:[&>*]:py-2.5">
          <To path="/" view={view} className="prose-link">
            {t('access.withoutSigningIn')}
          </To>
        </p>
      )}
    </>
  )
}
