import type { ListedPasskey } from '@/lib/access/queries/get-second-factor'
import type { View } from '@/lib/address/view'
import { utcDay } from '@/lib/base/utc-minute'
import { translatorFor } from '@/lib/messages/translate'
import { VersionTable } from '../data/version-table'
import { Field, PostForm, RowButton, Submit } from './form-parts'
import { SECOND_FACTOR_ACTION } from './second-factor'

/** Lists a person's passkeys, with the forms that rename and remove them. */
export function PasskeyList({ passkeys, view }: { passkeys: readonly ListedPasskey[]; view: View }) {
  const t = translatorFor(view.locale)
  if (passkeys.length === 0) return <p className="mt-4 text-ink-2">{t('access.noPasskeys')}</p>
  const heads = (
    <>
      <th scope="col">{t('access.passkeyName')}</th>
      <th scope="col">{t('access.added')}</th>
      <th scope="col">
        <span className="sr-only">{t('access.remove')}</span>
      </th>
    </>
  )
  return (
    <VersionTable className="mt-4 max-w-[60em]" heads={heads}>
      {passkeys.map(({ id, name, addedAt }) => (
        <tr key={id}>
          <th scope="row">
            {name}
            <details className="mt-1">
              <summary className="link w-fit max-mid:py-2.5" aria-label={t('access.renameOf', { name })}>
                {t('access.rename')}
              </summary>
              <PostForm action={SECOND_FACTOR_ACTION} name="rename-passkey" view={view} className="mb-4">
                <input type="hidden" name="id" value={id} />
                <Field
                  id={`passkey-${id}`}
                  name="name"
                  label={t('access.passkeyName')}
                  defaultValue={name}
                  autoComplete="off"
                  required
                  maxLength={60}
                />
                <Submit>{t('access.save')}</Submit>
              </PostForm>
            </details>
          </th>
          <td>{addedAt === null ? '' : utcDay(addedAt)}</td>
          <td className="digits">
            <RowButton
              action={SECOND_FACTOR_ACTION}
              name="remove-passkey"
              id={id}
              view={view}
              label={t('access.removeOf', { name })}
            >
              {t('access.remove')}
            </RowButton>
          </td>
        </tr>
      ))}
    </VersionTable>
  )
}
