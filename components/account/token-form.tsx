import { TOKEN_DAYS } from '@/lib/access/forms/answer-account'
import type { TokenScope } from '@/lib/access/reader'
import type { View } from '@/lib/address/view'
import { translatorFor } from '@/lib/messages/translate'
import { Choice, Field, PostForm, Submit } from './form-parts'

/** Shows the form that makes a token, with the uses that the role of its person allows. */
export function TokenForm({ scopes, view }: { scopes: readonly TokenScope[]; view: View }) {
  const t = translatorFor(view.locale)
  return (
    <PostForm action="/api/auth/account" name="make-token" view={view}>
      <Field
        id="token-name"
        name="name"
        label={t('access.tokenName')}
        hint={t('access.tokenNameHint')}
        required
        maxLength={60}
      />
      <fieldset className="mt-4">
        <legend className="text-ink-2 text-note">{t('access.scopes')}</legend>
        {scopes.map((scope) => (
          <label key={scope} className="mr-6 inline-flex items-center gap-2 py-1.5 text-body max-mid:min-h-11">
            <input type="checkbox" name="scopes" value={scope} defaultChecked={scope === 'read'} className="size-4" />
            {t(`access.scope-${scope}`)}
          </label>
        ))}
      </fieldset>
      <Choice id="token-days" name="days" label={t('access.lasts')} initial={`${TOKEN_DAYS[1]}`}>
        {TOKEN_DAYS.map((days) => [`${days}`, t('access.days', { days })])}
      </Choice>
      <Submit>{t('access.makeToken')}</Submit>
    </PostForm>
  )
}
