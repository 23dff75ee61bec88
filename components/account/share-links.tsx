import type { ListedShare } from '@/lib/access/queries/get-shares'
import { OPENS_MAX, SHARE_DAYS, SHARE_PASSWORD_MIN, USUAL_SHARE_DAYS } from '@/lib/access/shares/make-share'
import type { View } from '@/lib/address/view'
import { utcDay, utcMinute } from '@/lib/base/utc-minute'
import { type Translator, translatorFor } from '@/lib/messages/translate'
import { VersionTable } from '../data/version-table'
import { Choice, Field, PostForm, RowButton, Submit } from './form-parts'

const ACTION = '/api/auth/links'

/** What a link can be made for: the value of a choice and its name. */
interface ShareChoice {
  value: string
  name: string
}

interface NewShareFormProps {
  editions: readonly ShareChoice[]
  series: readonly ShareChoice[]
  /** Value of the choice that is made at first; null for the first one. */
  initial: string | null
  view: View
}

/** Shows the form that makes a share link. */
export function NewShareForm({ editions, series, initial, view }: NewShareFormProps) {
  const t = translatorFor(view.locale)
  const groups = [
    ['editions', editions],
    ['series', series],
  ] as const
  return (
    <PostForm action={ACTION} name="share" view={view}>
      <div className="mt-4 max-w-[26em]">
        <label htmlFor="share-target" className="block text-ink-2 text-note">
          {t('share.target')}
        </label>
        <select
          id="share-target"
          name="target"
          defaultValue={initial ?? undefined}
          className="field w-full max-w-none py-1.5 text-body max-mid:min-h-11"
        >
          {groups
            .filter(([, choices]) => choices.length > 0)
            .map(([group, choices]) => (
              <optgroup key={group} label={t(`share.${group}`)}>
                {choices.map(({ value, name }) => (
                  <option key={value} value={value}>
                    {name}
                  </option>
                ))}
              </optgroup>
            ))}
        </select>
      </div>
      <Field
        id="share-client"
        name="client"
        label={t('share.client')}
        hint={t('share.clientHint')}
        required
        maxLength={60}
        autoComplete="off"
      />
      <Choice id="share-days" name="days" label={t('share.lasts')} initial={`${USUAL_SHARE_DAYS}`}>
        {SHARE_DAYS.map((days) => [`${days}`, t('share.days', { days })])}
      </Choice>
      <Field
        id="share-password"
        name="password"
        label={t('share.password')}
        hint={t('share.passwordHint', { min: SHARE_PASSWORD_MIN })}
        type="password"
        maxLength={128}
        autoComplete="new-password"
      />
      <Field
        id="share-opens"
        name="opens"
        label={t('share.limit')}
        hint={t('share.limitHint')}
        type="number"
        min={1}
        max={OPENS_MAX}
        inputMode="numeric"
      />
      <Submit>{t('share.make')}</Submit>
    </PostForm>
  )
}

/** Lists share links, the newest first: for whom, what they show, how often they were opened, until when. */
export function ShareList({ links, view }: { links: readonly ListedShare[]; view: View }) {
  const t = translatorFor(view.locale)
  if (links.length === 0) return <p className="mt-4 text-ink-2">{t('share.none')}</p>
  const heads = (
    <>
      <th scope="col">{t('share.client')}</th>
      <th scope="col">{t('share.opens')}</th>
      <th scope="col" className="max-mid:hidden">
        {t('share.lastOpened')}
      </th>
      <th scope="col">{t('access.until')}</th>
      <th scope="col">
        <span className="sr-only">{t('access.revoke')}</span>
      </th>
    </>
  )
  return (
    <VersionTable className="mt-4 max-w-[72em]" heads={heads}>
      {links.map((link) => (
        <tr key={link.id} data-state={link.state} className={link.state === 'open' ? undefined : 'text-ink-2'}>
          <th scope="row">
            {link.client}
            <p className="font-normal text-ink-2 text-note">{aboutOf(link, t)}</p>
          </th>
          <td>{link.maxOpens === null ? link.opens : t('share.opensOf', { opens: link.opens, max: link.maxOpens })}</td>
          <td className="max-mid:hidden">
            {link.lastOpenedAt === null ? t('access.never') : utcMinute(link.lastOpenedAt)}
          </td>
          <td>{link.state === 'open' ? utcDay(link.expiresAt) : t(`share.state-${link.state}`)}</td>
          <td className="digits">
            {link.state !== 'revoked' && (
              <RowButton
                action={ACTION}
                name="revoke"
                id={link.id}
                view={view}
                label={t('access.revokeOf', { name: link.client })}
              >
                {t('access.revoke')}
              </RowButton>
            )}
          </td>
        </tr>
      ))}
    </VersionTable>
  )
}

function aboutOf({ shown, hasPassword }: ListedShare, t: Translator): string {
  const what = 'code' in shown ? shown.code : t('share.edition', shown)
  return hasPassword ? `${what} · ${t('share.hasPassword')}` : what
}
