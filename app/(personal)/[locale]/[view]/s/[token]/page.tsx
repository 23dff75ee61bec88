import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { Notice } from '@/components/account/notice'
import { PersonalFrame, PersonalHead } from '@/components/account/personal-frame'
import { ShareForm } from '@/components/account/share-form'
import { StateMessage } from '@/components/state/state-message'
import { To } from '@/components/text/to'
import { noticeOf } from '@/lib/access/notices'
import { findShare } from '@/lib/access/shares/share-state'
import { pageView } from '@/lib/address/page-view'
import { accountsView } from '@/lib/address/person-view'
import { translatorFor } from '@/lib/messages/translate'

interface SharePageProps {
  params: Promise<{ locale: string; view: string; token: string }>
  searchParams: Promise<Record<string, string | string[]>>
}

export async function generateMetadata({ params }: SharePageProps): Promise<Metadata> {
  return { title: translatorFor((await pageView(params)).locale)('share.title') }
}

/**
 * Opens a share link, asks for its password first, or says why it cannot be opened. A link with a limit has a button, since
 * programs that look at the links of a message would use it up.
 */
export default async function SharePage({ params, searchParams }: SharePageProps) {
  const { view } = await accountsView(params)
  const { token } = await params
  const link = await findShare(token)
  const t = translatorFor(view.locale)
  const state = link?.state ?? 'unknown'
  const open = link?.state === 'open' ? link : null
  if (open && !open.needsPassword && !open.hasLimit) redirect(`/api/auth/s/${token}?lang=${view.locale}`)
  return (
    <PersonalFrame view={view} path={`/s/${token}`} readerRole={null} current={null}>
      {state === 'open' ? (
        <>
          <PersonalHead title={t('share.title')}>
            {t(open?.needsPassword ? 'share.withPassword' : 'share.withLimit')}
          </PersonalHead>
          <Notice notice={noticeOf(await searchParams)} view={view} />
          <ShareForm token={token} needsPassword={open?.needsPassword === true} view={view} />
        </>
      ) : (
        <StateMessage title={t(`share.${state}Title`)}>
          <p>{t(`share.${state}`)}</p>
          <p className="mt-3 max-mid:[&>*]:py-2.5">
            <To path="/sign-in" view={view} className="prose-link">
              {t('access.toSignIn')}
            </To>
          </p>
        </StateMessage>
      )}
    </PersonalFrame>
  )
}
