import type { View } from '@/lib/address/view'
import { translatorFor } from '@/lib/messages/translate'
import { Field, PostForm, Submit } from './form-parts'

/** Shows the form that opens a share link: its password, where it has one, and a button. */
export function ShareForm({ token, needsPassword, view }: { token: string; needsPassword: boolean; view: View }) {
  const t = translatorFor(view.locale)
  return (
    <PostForm action={`/api/auth/s/${token}`} view={view}>
      {needsPassword && (
        <Field
          id="share-password"
          name="password"
          label={t('access.password')}
          type="password"
          autoComplete="off"
          required
          maxLength={128}
        />
      )}
      <Submit>{t('share.open')}</Submit>
    </PostForm>
  )
}
