import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { Notice } from '@/components/account/notice'
import { PersonalFrame, PersonalHead } from '@/components/account/personal-frame'
import { SignInForm } from '@/components/account/sign-in-form'
import { safePath } from '@/lib/access/forms/safe-path'
import { noticeOf } from '@/lib/access/notices'
import { pageView } from '@/lib/address/page-view'
import { accountsView } from '@/lib/address/person-view'
import { addressOf } from '@/lib/address/view'
import { readEnv } from '@/lib/db/env'
import { translatorFor } from '@/lib/messages/translate'

interface SignInPageProps {
  params: Promise<{ locale: string; view: string }>
  searchParams: Promise<Record<string, string | string[]>>
}

export async function generateMetadata({ params }: SignInPageProps): Promise<Metadata> {
  return { title: translatorFor((await pageView(params)).locale)('access.signIn') }
}

/** Asks for e-mail and password, and leads to the page for which they are needed. */
export default async function SignInPage({ params, searchParams }: SignInPageProps) {
  const { view, reader } = await accountsView(params)
  const query = await searchParams
  const to = typeof query.to === 'string' ? safePath(query.to) : addressOf('/', view)
  if (reader?.kind === 'person') redirect(to)
  const t = translatorFor(view.locale)
  const { AUTH, OIDC_ISSUER, OIDC_NAME } = readEnv(process.env)
  return (
    <PersonalFrame view={view} path={`/sign-in?${new URLSearchParams({ to })}`} readerRole={null} current={null}>
      <PersonalHead title={t('access.signIn')}>{t('access.signInIntro')}</PersonalHead>
      <Notice notice={noticeOf(query)} view={view} />
      <SignInForm
        view={view}
        to={to}
        provider={OIDC_ISSUER === undefined ? null : OIDC_NAME}
        isPublic={AUTH === 'public'}
      />
    </PersonalFrame>
  )
}
