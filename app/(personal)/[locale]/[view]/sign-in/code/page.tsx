import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { CodeField } from '@/components/account/fields'
import { PostForm, Submit } from '@/components/account/form-parts'
import { Notice } from '@/components/account/notice'
import { PersonalFrame, PersonalHead } from '@/components/account/personal-frame'
import { To } from '@/components/text/to'
import { safePath } from '@/lib/access/forms/safe-path'
import { noticeOf } from '@/lib/access/notices'
import { personAtSecondStep } from '@/lib/access/sessions/second-step'
import { pageView } from '@/lib/address/page-view'
import { pathWith } from '@/lib/address/parameters/packed'
import { accountsView } from '@/lib/address/person-view'
import { addressOf } from '@/lib/address/view'
import { translatorFor } from '@/lib/messages/translate'

interface CodePageProps {
  params: Promise<{ locale: string; view: string }>
  searchParams: Promise<Record<string, string | string[]>>
}

export async function generateMetadata({ params }: CodePageProps): Promise<Metadata> {
  return { title: translatorFor((await pageView(params)).locale)('access.secondStep') }
}

/** Asks for the code that follows the password, and leads to the page for which it is needed. */
export default async function CodePage({ params, searchParams }: CodePageProps) {
  const { view, asked } = await accountsView(params)
  const query = await searchParams
  const to = safePath(typeof query.to === 'string' ? query.to : null)
  if ((await personAtSecondStep(asked)) === null) redirect(addressOf(pathWith('/sign-in', { to }), view))
  const t = translatorFor(view.locale)
  return (
    <PersonalFrame view={view} path={pathWith('/sign-in/code', { to })} readerRole={null} current={null}>
      <PersonalHead title={t('access.secondStep')}>{t('access.secondStepText')}</PersonalHead>
      <Notice notice={noticeOf(query)} view={view} />
      <PostForm action="/api/auth/second-step" view={view}>
        <input type="hidden" name="to" value={to} />
        <CodeField label={t('access.code')} hint={t('access.anyCodeHint')} hasLetters />
        <Submit>{t('access.signIn')}</Submit>
      </PostForm>
      <p className="mt-6 max-w-[32em] text-ink-2">{t('access.noCode')}</p>
      <p className="mt-3 max-mid:[&>*]:py-2.5">
        <To path={pathWith('/sign-in', { to })} view={view} className="prose-link">
          {t('access.otherAccount')}
        </To>
      </p>
    </PersonalFrame>
  )
}
