import type { ListedSession } from '@/lib/access/queries/get-account'
import type { View } from '@/lib/address/view'
import { utcDay, utcMinute } from '@/lib/base/utc-minute'
import { translatorFor } from '@/lib/messages/translate'
import { VersionTable } from '../data/version-table'
import { PostForm, RowButton, Submit } from './form-parts'

const ACTION = '/api/auth/account'

/** Lists the browsers in which a person is signed in. */
export function SessionList({ sessions, view }: { sessions: readonly ListedSession[]; view: View }) {
  const t = translatorFor(view.locale)
  const heads = (
    <>
      <th scope="col">{t('access.browser')}</th>
      <th scope="col">{t('access.since')}</th>
      <th scope="col" className="max-mid:hidden">
        {t('access.until')}
      </th>
      <th scope="col">
        <span className="sr-only">{t('access.end')}</span>
      </th>
    </>
  )
  return (
    <>
      <VersionTable className="mt-4 max-w-[60em]" heads={heads}>
        {sessions.map(({ id, userAgent, address, signedInAt, expiresAt, isCurrent }) => (
          <tr key={id}>
            <th scope="row">
              {userAgent === null ? t('access.unknownBrowser') : browserOf(userAgent)}
              <p className="text-ink-2 text-note">{address}</p>
            </th>
            <td>{utcMinute(signedInAt)}</td>
            <td className="max-mid:hidden">{utcDay(expiresAt)}</td>
            <td className="digits">
              {isCurrent ? (
                t('access.thisSession')
              ) : (
                <RowButton
                  action={ACTION}
                  name="end-session"
                  id={id}
                  view={view}
                  label={t('access.endOf', { time: utcMinute(signedInAt) })}
                >
                  {t('access.end')}
                </RowButton>
              )}
            </td>
          </tr>
        ))}
      </VersionTable>
      <PostForm action={ACTION} name="sign-out-everywhere" view={view}>
        <Submit>{t('access.signOutEverywhere')}</Submit>
      </PostForm>
    </>
  )
}

const BROWSERS = [
  ['Edg/', 'Edge'],
  ['OPR/', 'Opera'],
  ['MicroMessenger/', 'WeChat'],
  ['Firefox/', 'Firefox'],
  ['Chrome/', 'Chrome'],
  ['Safari/', 'Safari'],
] as const
const SYSTEMS = [
  ['Android', 'Android'],
  ['iPhone', 'iPhone'],
  ['iPad', 'iPad'],
  ['Windows', 'Windows'],
  ['Mac OS X', 'macOS'],
  ['Linux', 'Linux'],
] as const

/** Returns browser and system in short; the first words of a name that is not known. */
function browserOf(userAgent: string): string {
  const browser = BROWSERS.find(([mark]) => userAgent.includes(mark))?.[1]
  const system = SYSTEMS.find(([mark]) => userAgent.includes(mark))?.[1]
  return browser === undefined ? userAgent.slice(0, 40) : [browser, system].filter(Boolean).join(', ')
}
