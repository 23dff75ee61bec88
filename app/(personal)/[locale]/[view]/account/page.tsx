import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { Notice } from '@/components/account/notice'
import { Once } from '@/components/account/once'
import { NameForm, PasswordForm } from '@/components/account/own-forms'
import { PasskeyList } from '@/components/account/passkey-list'
import { AddPasskey } from '@/components/account/passkeys'
import { PersonalFrame, PersonalHead, PersonalPart } from '@/components/account/personal-frame'
import { CodesPart } from '@/components/account/second-factor'
import { SessionList } from '@/components/account/session-list'
import { TokenForm } from '@/components/account/token-form'
import { TokenList } from '@/components/account/token-list'
import { shownOnceOf } from '@/lib/access/forms/once-cookie'
import { noticeOf } from '@/lib/access/notices'
import { getAccount } from '@/lib/access/queries/get-account'
import { getSecondFactor } from '@/lib/access/queries/get-second-factor'
import { SESSION_DAYS } from '@/lib/access/sessions/session-cookie'
import { scopesFor } from '@/lib/access/tokens/make-token'
import { pageView } from '@/lib/address/page-view'
import { originOf, personView } from '@/lib/address/person-view'
import { translatorFor } from '@/lib/messages/translate'

interface AccountPageProps {
  params: Promise<{ locale: string; view: string }>
  searchParams: Promise<Record<string, string | string[]>>
}

export async function generateMetadata({ params }: AccountPageProps): Promise<Metadata> {
  return { title: translatorFor((await pageView(params)).locale)('access.account') }
}

/** What was done when the cookie of what is shown once belongs to this page. */
const ONCE_AFTER = ['token', 'codes-on', 'codes-made']

/** Shows people their own account: name, password, second factor, sessions, tokens. */
export default async function AccountPage({ params, searchParams }: AccountPageProps) {
  const { view, person, asked } = await personView(params, '/account', 'client')
  const [account, query] = [await getAccount(person.id, asked), await searchParams]
  if (account === null) notFound()
  const { codes, passkeys } = await getSecondFactor(person.id)
  const t = translatorFor(view.locale)
  const { name, email, hasPassword, sessions, tokens } = account
  return (
    <PersonalFrame view={view} path="/account" readerRole={person.role} current="account">
      <PersonalHead title={name}>
        {t('access.accountOf', { email, role: t(`access.role-${person.role}`) })}
      </PersonalHead>
      <Notice notice={noticeOf(query)} view={view} />
      <Once
        shown={ONCE_AFTER.includes(String(query.done)) ? shownOnceOf(asked) : null}
        origin={originOf(asked)}
        view={view}
      />
      <PersonalPart id="own-name" title={t('access.name')}>
        <NameForm name={name} view={view} />
      </PersonalPart>
      {hasPassword && (
        <PersonalPart id="own-password" title={t('access.password')} text={t('access.changePasswordText')}>
          <PasswordForm email={email} view={view} />
        </PersonalPart>
      )}
      {hasPassword && (
        <PersonalPart id="own-codes" title={t('access.codes')} text={t('access.codesText')}>
          <CodesPart codes={codes} view={view} />
        </PersonalPart>
      )}
      <PersonalPart id="own-passkeys" title={t('access.passkeys')} text={t('access.passkeysText')}>
        <PasskeyList passkeys={passkeys} view={view} />
        <AddPasskey
          locale={view.locale}
          texts={{
            name: t('access.passkeyName'),
            hint: t('access.passkeyNameHint'),
            button: t('access.addPasskey'),
            failed: t('access.passkeyStopped'),
            impossible: t('access.noPasskeysHere'),
          }}
        />
      </PersonalPart>
      <PersonalPart
        id="own-sessions"
        title={t('access.sessions')}
        text={t('access.sessionsText', { days: SESSION_DAYS })}
      >
        <SessionList sessions={sessions} view={view} />
      </PersonalPart>
      <PersonalPart id="own-tokens" title={t('access.tokens')} text={t('access.tokensText')}>
        <TokenList tokens={tokens} action="/api/auth/account" hasOwners={false} view={view} />
        <TokenForm scopes={scopesFor(person.role)} view={view} />
      </PersonalPart>
    </PersonalFrame>
  )
}
