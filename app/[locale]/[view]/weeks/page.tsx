import type { Metadata } from 'next'
import { ArchiveKey } from '@/components/archive/archive-key'
import { ArchiveYear } from '@/components/archive/archive-year'
import { ConventionSwitch } from '@/components/layout/convention-switch'
import { PageFrame } from '@/components/layout/page-frame'
import { WeekJump } from '@/components/report/week-jump'
import { EmptyStore } from '@/components/state/empty-store'
import { pageView } from '@/lib/address/page-view'
import { translatorFor } from '@/lib/messages/translate'
import { getArchive } from '@/lib/workbench/archive/get-archive'

interface ArchivePageProps {
  params: Promise<{ locale: string; view: string }>
}

export async function generateMetadata({ params }: ArchivePageProps): Promise<Metadata> {
  return { title: translatorFor((await pageView(params)).locale)('archive.title') }
}

/** Shows every week since the first as a calendar, year by year. */
export default async function ArchivePage({ params }: ArchivePageProps) {
  const view = await pageView(params)
  const archive = await getArchive(view)
  if (!archive) return <EmptyStore view={view} />
  const t = translatorFor(view.locale)
  const count = archive.years.reduce(
    (sum, { months }) => sum + months.flat().filter(({ asOf }) => asOf !== null).length,
    0,
  )
  return (
    <PageFrame view={view} path="/weeks" current="archive" isDemo={archive.isDemo}>
      <header className="flex flex-wrap items-end justify-between gap-x-12 gap-y-3 pt-5 mid:pt-7">
        <div>
          <p className="text-ink-2">{t('archive.intro', { first: archive.first, last: archive.last, count })}</p>
          <h1 className="mt-1 text-[23px]/8 mid:text-head">{t('archive.title')}</h1>
          <p className="mt-2 max-w-[64em] text-ink-2 text-note">
            {t('archive.note')}
            <span className="ml-4 whitespace-nowrap">
              {t('week.convention')} <ConventionSwitch view={view} path="/weeks" />
            </span>
          </p>
          <ArchiveKey limit={archive.limit} view={view} />
        </div>
        <WeekJump view={view} id="archive-jump" asOf={archive.last} />
      </header>
      {archive.years.map(({ year, months }) => (
        <ArchiveYear key={year} year={year} months={months} limit={archive.limit} view={view} />
      ))}
    </PageFrame>
  )
}
