import type { ListedPerson } from '@/lib/access/queries/get-people'
import type { View } from '@/lib/address/view'
import { utcMinute } from '@/lib/base/utc-minute'
import { type Translator, translatorFor } from '@/lib/messages/translate'
import { VersionTable } from '../data/version-table'
import { To } from '../text/to'
import { PostForm, Submit } from './form-parts'
import { RoleFields } from './role-fields'

const ACTION = '/api/auth/admin'

/** Lists everybody who has an account or had one; the forms that change one open on request. */
export function PersonList({ people, view }: { people: readonly ListedPerson[]; view: View }) {
  const t = translatorFor(view.locale)
  const heads = (
    <>
      <th scope="col">{t('access.name')}</th>
      <th scope="col">{t('access.role')}</th>
      <th scope="col" className="max-mid:hidden">
        {t('access.grants')}
      </th>
      <th scope="col" className="max-mid:hidden">
        {t('access.lastSignIn')}
      </th>
      <th scope="col">{t('access.audit')}</th>
    </>
  )
  return (
    <VersionTable className="mt-4 max-w-[80em]" heads={heads}>
      {people.map((person) => (
        <PersonRow key={person.id} person={person} view={view} />
      ))}
    </VersionTable>
  )
}

function PersonRow({ person, view }: { person: ListedPerson; view: View }) {
  const t = translatorFor(view.locale)
  const { id, name, email, role, state, signedInAt } = person
  const isErased = state === 'erased'
  return (
    <tr className={state === 'active' ? undefined : 'text-ink-2'}>
      <th scope="row">
        {isErased ? t('access.erasedPerson', { id: id.slice(0, 8) }) : name}
        {!isErased && <p className="break-all text-ink-2 text-note">{email}</p>}
        {!isErased && <PersonForms person={person} view={view} />}
      </th>
      <td>{state === 'active' ? t(`access.role-${role}`) : t(`access.state-${state}`)}</td>
      <td className="max-mid:hidden">{isErased ? '' : grantsText(person, t)}</td>
      <td className="max-mid:hidden">{signedInAt === null ? '' : utcMinute(signedInAt)}</td>
      <td>
        <To path={`/admin/audit?about=${id}`} view={view} className="link max-mid:inline-block max-mid:py-2.5">
          {t('access.audit')}
        </To>
      </td>
    </tr>
  )
}

/** Returns what a person may see, in short. */
function grantsText({ role, grants: { markets, series } }: ListedPerson, t: Translator): string {
  if (role !== 'client') return t('access.grantsAll')
  if (series.length > 0) return series.join(', ')
  if (markets.length === 0) return t('access.grantsNone')
  return markets.map((market) => t('access.allOf', { market })).join(', ')
}

function PersonForms({ person, view }: { person: ListedPerson; view: View }) {
  const t = translatorFor(view.locale)
  const { id, name, role, grants, state, hasSecondFactor } = person
  return (
    <details className="mt-1">
      <summary className="link w-fit max-mid:py-2.5" aria-label={t('access.changeOf', { name })}>
        {t('access.change')}
      </summary>
      <div className="mb-4 border-line border-l-2 pl-4">
        {state === 'active' && (
          <PostForm action={ACTION} name="role" view={view}>
            <input type="hidden" name="id" value={id} />
            <RoleFields prefix={id} initial={role} grants={grants} view={view} />
            <Submit>{t('access.save')}</Submit>
          </PostForm>
        )}
        {hasSecondFactor && (
          <PostForm action={ACTION} name="reset-second-factor" view={view} className="mt-6">
            <input type="hidden" name="id" value={id} />
            <p className="max-w-[44em] text-ink-2">{t('access.resetSecondFactorText')}</p>
            <Submit>{t('access.resetSecondFactor')}</Submit>
          </PostForm>
        )}
        {state === 'active' && (
          <PostForm action={ACTION} name="end-access" view={view} className="mt-6">
            <input type="hidden" name="id" value={id} />
            <p className="max-w-[44em] text-ink-2">{t('access.endAccessText')}</p>
            <Submit>{t('access.endAccess')}</Submit>
          </PostForm>
        )}
        <PostForm action={ACTION} name="erase" view={view} className="mt-6">
          <input type="hidden" name="id" value={id} />
          <p className="max-w-[44em] text-ink-2">{t('access.eraseText')}</p>
          <Submit>{t('access.erase')}</Submit>
        </PostForm>
      </div>
    </details>
  )
}
