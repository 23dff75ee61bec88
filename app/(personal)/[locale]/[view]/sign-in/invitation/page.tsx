import type { Metadata } from 'next'
import { InvitationForm } from '@/components/account/invitation-form'
import { Notice } from '@/components/account/notice'
import { PersonalFrame, PersonalHead } from '@/components/account/personal-frame'
import { StateMessage } from '@/components/state/state-message'
import { To } from '@/components/text/to'
import { noticeOf } from '@/lib/access/notices'
import { findInvitation } from '@/lib/access/people/accept-invitation'
import { pageView } from '@/lib/address/page-view'
import { accountsView } from '@/lib/address/person-view'
import { translatorFor } from '@/lib/messages/translate'

interface InvitationPageProps {
  params: Promise<{ locale: string; view: string }>
  searchParams: Promise<Record<string, string | string[]>>
}

export async function generateMetadata({ params }: InvitationPageProps): Promise<Metadata> {
  return { title: translatorFor((await pageView(params)).locale)('access.invitation') }
}

/** Lets an invited person make an account, or says that the link does not work. */
export default async function InvitationPage({ params, searchParams }: InvitationPageProps) {
  const { view } = await accountsView(params)
  const query = await searchParams
  const token = typeof query.token === 'string' ? query.token : ''
  const invitation = await findInvitation(token)
  const t = translatorFor(view.locale)
  return (
    <PersonalFrame
      view={view}
      path={`/sign-in/invitation?${new URLSearchParams({ token })}`}
      readerRole={null}
      current={null}
    >
      {invitation === null ? (
        <StateMessage title={t('access.invitationGone')}>
          <p>{t('access.invitationGoneText')}</p>
          <p className="mt-3 max-mid:[&>*]:py-2.5">
            <To path="/sign-in" view={view} className="prose-link">
              {t('access.toSignIn')}
            </To>
          </p>
        </StateMessage>
      ) : (
        <>
          <PersonalHead title={t('access.invitation')}>
            {t(invitation.isKnown ? 'access.invitationKnown' : 'access.invitationNew', {
              role: t(`access.role-${invitation.role}`),
            })}
          </PersonalHead>
          <Notice notice={noticeOf(query)} view={view} />
          <InvitationForm invitation={invitation} token={token} view={view} />
        </>
      )}
    </PersonalFrame>
  )
}
