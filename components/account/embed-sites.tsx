import type { View } from '@/lib/address/view'
import { translatorFor } from '@/lib/messages/translate'
import { Field, PostForm, RowButton, Submit } from './form-parts'

const ACTION = '/api/auth/links'

/** Lists the sites that may show embeds, with the form for another one. */
export function EmbedSites({ origins, view }: { origins: readonly string[]; view: View }) {
  const t = translatorFor(view.locale)
  return (
    <>
      {origins.length === 0 ? (
        <p className="mt-4 text-ink-2">{t('share.noSites')}</p>
      ) : (
        <ul className="mt-4 max-w-[44em]">
          {origins.map((origin) => (
            <li key={origin} className="flex items-baseline justify-between gap-4 border-line border-b py-1">
              <span className="wrap-anywhere">{origin}</span>
              <RowButton
                action={ACTION}
                name="remove-origin"
                id={origin}
                view={view}
                label={t('share.removeOf', { name: origin })}
              >
                {t('share.removeSite')}
              </RowButton>
            </li>
          ))}
        </ul>
      )}
      <PostForm action={ACTION} name="add-origin" view={view}>
        <Field
          id="embed-origin"
          name="origin"
          label={t('share.site')}
          hint={t('share.siteHint')}
          type="url"
          required
          maxLength={200}
          autoComplete="off"
        />
        <Submit>{t('share.addSite')}</Submit>
      </PostForm>
    </>
  )
}
