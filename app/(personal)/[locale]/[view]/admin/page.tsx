import type { Metadata } from 'next'
import { InvitationList, InviteForm } from '@/components/account/invitations'
import { Notice } from '@/components/account/notice'
import { Once } from '@/components/account/once'
import { PersonList } from '@/components/account/person-list'
import { PersonalFrame, PersonalHead, PersonalPart } from '@/components/account/personal-frame'
import { TokenList } from '@/components/account/token-list'
import { shownOnceOf } from '@/lib/access/forms/once-cookie'
import { noticeOf } from '@/lib/access/notices'
import { getInvitations } from '@/lib/access/queries/get-invitations'
import { getPeople } from '@/lib/access/queries/get-people'
import { getTokens } from '@/lib/access/queries/get-tokens'
import { pageView } from '@/lib/address/page-view'
import { originOf, personView } from '@/lib/address/person-view'
import { translatorFor } from '@/lib/messages/translate'

interface AdminPageProps {
  params: Promise<{ locale: string; view: string }>
  searchParams: Promise<Record<string, string | string[]>>
}

export async function generateMetadata({ params }: AdminPageProps): Promise<Metadata> {
  return { title: translatorFor((await pageView(params)).locale)('access.admin') }
}

/** Shows administrators who may do what: people, invitations, tokens. */
export default async function AdminPage({ params, searchParams }: AdminPageProps) {
  const { view, person, asked } = await personView(params, '/admin', 'admin')
  const [people, invitations, tokens] = await Promise.all([getPeople(), getInvitations(), getTokens(null)])
  const query = await searchParams
  const t = translatorFor(view.locale)
  return (
    <PersonalFrame view={view} path="/admin" readerRole={person.role} current="admin">
      <PersonalHead title={t('access.admin')}>{t('access.roleText')}</PersonalHead>
      <Notice notice={noticeOf(query)} view={view} />
      <Once shown={query.done === 'invited' ? shownOnceOf(asked) : null} origin={originOf(asked)} view={view} />
      <PersonalPart id="people" title={t('access.people')} text={t('access.peopleText')}>
        <PersonList people={people} view={view} />
      </PersonalPart>
      <PersonalPart id="invite" title={t('access.invite')}>
        <InviteForm view={view} />
      </PersonalPart>
      <PersonalPart id="invitations" title={t('access.invitations')}>
        <InvitationList invitations={invitations} view={view} />
      </PersonalPart>
      <PersonalPart id="tokens" title={t('access.tokens')} text={t('access.tokensOfAll')}>
        <TokenList tokens={tokens} action="/api/auth/admin" hasOwners view={view} />
      </PersonalPart>
    </PersonalFrame>
  )
}
