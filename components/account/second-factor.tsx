import type { SecondFactor } from '@/lib/access/queries/get-second-factor'
import type { View } from '@/lib/address/view'
import { translatorFor } from '@/lib/messages/translate'
import { CodeField, PasswordField } from './fields'
import { PostForm, Submit } from './form-parts'
import { QrCode } from './qr-code'

export const SECOND_FACTOR_ACTION = '/api/auth/second-factor'

/** Shows whether codes of an authenticator app are asked for, and the forms that change it. */
export function CodesPart({ codes, view }: { codes: SecondFactor['codes']; view: View }) {
  const t = translatorFor(view.locale)
  if (codes.state === 'begun') return <BegunCodes uri={codes.uri} secret={codes.secret} view={view} />
  if (codes.state === 'off') {
    return (
      <PostForm action={SECOND_FACTOR_ACTION} name="begin-codes" view={view}>
        <p className="mt-4">{t('access.codesOff')}</p>
        <PasswordField id="codes-password" name="password" label={t('access.currentPassword')} />
        <Submit>{t('access.beginCodes')}</Submit>
      </PostForm>
    )
  }
  return (
    <>
      <p className="mt-4">{t('access.codesOn', { left: codes.backupCodes })}</p>
      <PostForm action={SECOND_FACTOR_ACTION} name="renew-codes" view={view}>
        <PasswordField id="renew-password" name="password" label={t('access.currentPassword')} />
        <Submit>{t('access.renewCodes')}</Submit>
      </PostForm>
      <PostForm action={SECOND_FACTOR_ACTION} name="end-codes" view={view} className="mt-6">
        <PasswordField id="end-password" name="password" label={t('access.currentPassword')} />
        <Submit>{t('access.endCodes')}</Submit>
      </PostForm>
    </>
  )
}

/** Shows the secret for the app, as a QR code and as text, and asks for the first code. */
function BegunCodes({ uri, secret, view }: { uri: string; secret: string; view: View }) {
  const t = translatorFor(view.locale)
  return (
    <>
      <p className="mt-4 max-w-[44em]">{t('access.codesBegun')}</p>
      <QrCode text={uri} label={t('access.qrCode')} />
      <p className="mt-3 text-ink-2 text-note">
        {t('access.secretAsText')} <code className="text-ink text-sheet">{secret.match(/.{1,4}/g)?.join(' ')}</code>
      </p>
      <PostForm action={SECOND_FACTOR_ACTION} name="confirm-codes" view={view}>
        <CodeField label={t('access.code')} hint={t('access.codeHint')} hasLetters={false} />
        <Submit>{t('access.confirmCodes')}</Submit>
      </PostForm>
      <PostForm action={SECOND_FACTOR_ACTION} name="cancel-codes" view={view} className="mt-2">
        <button type="submit" className="link max-mid:min-h-11 max-mid:py-2.5">
          {t('access.cancelCodes')}
        </button>
      </PostForm>
    </>
  )
}
