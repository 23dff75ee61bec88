import type { Metadata } from 'next'
import { EmbedSites } from '@/components/account/embed-sites'
import { Notice } from '@/components/account/notice'
import { Once } from '@/components/account/once'
import { PersonalFrame, PersonalHead, PersonalPart } from '@/components/account/personal-frame'
import { NewShareForm, ShareList } from '@/components/account/share-links'
import { getEmbedOrigins } from '@/lib/access/embeds/embed-origins'
import { shownOnceOf } from '@/lib/access/forms/once-cookie'
import { noticeOf } from '@/lib/access/notices'
import { getShares } from '@/lib/access/queries/get-shares'
import { pageView } from '@/lib/address/page-view'
import { originOf, personView } from '@/lib/address/person-view'
import { translatorFor } from '@/lib/messages/translate'
import { getShareChoices } from '@/lib/shares/get-share-choices'

interface LinksPageProps {
  params: Promise<{ locale: string; view: string }>
  searchParams: Promise<Record<string, string | string[]>>
}

export async function generateMetadata({ params }: LinksPageProps): Promise<Metadata> {
  return { title: translatorFor((await pageView(params)).locale)('share.links') }
}

/** Shows publishers the share links that they made, and administrators all, with the form for another one. */
export default async function LinksPage({ params, searchParams }: LinksPageProps) {
  const { view, person, asked } = await personView(params, '/admin/links', 'publisher')
  const t = translatorFor(view.locale)
  const isAdmin = person.role === 'admin'
  const [links, choices, origins] = await Promise.all([
    getShares(isAdmin ? null : person.id),
    getShareChoices(view.locale),
    isAdmin ? getEmbedOrigins() : [],
  ])
  const query = await searchParams
  const hasChoices = choices.editions.length + choices.series.length > 0
  return (
    <PersonalFrame view={view} path="/admin/links" readerRole={person.role} current="links">
      <PersonalHead title={t('share.links')}>{t('share.intro')}</PersonalHead>
      <Notice notice={noticeOf(query)} view={view} />
      <Once shown={query.done === 'shared' ? shownOnceOf(asked) : null} origin={originOf(asked)} view={view} />
      <PersonalPart id="new-link" title={t('share.new')}>
        {hasChoices ? (
          <NewShareForm
            editions={choices.editions}
            series={choices.series}
            initial={typeof query.target === 'string' ? query.target : null}
            view={view}
          />
        ) : (
          <p className="mt-4 text-ink-2">{t('share.nothing')}</p>
        )}
      </PersonalPart>
      <PersonalPart id="links" title={t('share.made')}>
        <ShareList links={links} view={view} />
      </PersonalPart>
      {isAdmin && (
        <PersonalPart id="sites" title={t('share.sites')} text={t('share.sitesText')}>
          <EmbedSites origins={origins} view={view} />
        </PersonalPart>
      )}
    </PersonalFrame>
  )
}
