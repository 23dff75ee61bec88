import type { ListedToken } from '@/lib/access/queries/get-tokens'
import type { View } from '@/lib/address/view'
import { utcDay, utcMinute } from '@/lib/base/utc-minute'
import { type Translator, translatorFor } from '@/lib/messages/translate'
import { VersionTable } from '../data/version-table'
import { RowButton } from './form-parts'

interface TokenListProps {
  tokens: readonly ListedToken[]
  /** Address of the handler that revokes them. */
  action: string
  /** Whether they are of several people, who are then named. */
  hasOwners: boolean
  view: View
}

/** Lists tokens, the newest first: for what, until when, last use. */
export function TokenList({ tokens, action, hasOwners, view }: TokenListProps) {
  const t = translatorFor(view.locale)
  if (tokens.length === 0) return <p className="mt-4 text-ink-2">{t('access.noTokens')}</p>
  const heads = (
    <>
      <th scope="col">{t('access.tokenName')}</th>
      <th scope="col" className="max-mid:hidden">
        {t('access.made')}
      </th>
      <th scope="col" className="max-mid:hidden">
        {t('access.lastUsed')}
      </th>
      <th scope="col">{t('access.until')}</th>
      <th scope="col">
        <span className="sr-only">{t('access.revoke')}</span>
      </th>
    </>
  )
  return (
    <VersionTable className="mt-4 max-w-[72em]" heads={heads}>
      {tokens.map((token) => (
        <tr key={token.id} className={token.state === 'active' ? undefined : 'text-ink-2'}>
          <th scope="row">
            {token.name}
            <p className="text-ink-2 text-note">{aboutOf(token, hasOwners, t)}</p>
          </th>
          <td className="max-mid:hidden">{utcMinute(token.createdAt)}</td>
          <td className="max-mid:hidden">
            {token.lastUsedAt === null ? t('access.never') : utcMinute(token.lastUsedAt)}
          </td>
          <td>{token.state === 'active' ? utcDay(token.expiresAt) : t(`access.state-${token.state}`)}</td>
          <td className="digits">
            {token.state === 'active' && (
              <RowButton
                action={action}
                name="revoke-token"
                id={token.id}
                view={view}
                label={t('access.revokeOf', { name: token.name })}
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

function aboutOf({ scopes, owner }: ListedToken, hasOwners: boolean, t: Translator): string {
  const uses = scopes.map((scope) => t(`access.scope-${scope}`)).join(t('keyPoints.comma'))
  return hasOwners && owner !== '' ? `${owner} · ${uses}` : uses
}
