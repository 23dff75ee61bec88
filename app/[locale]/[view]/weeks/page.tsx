import type { Metadata } from 'next'
import { ArchiveDecades } from '@/components/archive/archive-decades'
import { ArchiveKey } from '@/components/archive/archive-key'
import { ArchiveYear } from '@/components/archive/archive-year'
import { ConventionSwitch } from '@/components/layout/convention-switch'
import { PageFrame } from '@/components/layout/page-frame'
import { NewestEdition } from '@/components/publish/newest-edition'
import { WeekJump } from '@/components/report/week-jump'
import { EmptyStore } from '@/components/state/empty-store'
import { pageParameters, pageView } from '@/lib/address/page-view'
import { archiveParameters, archivePath } from '@/lib/address/parameters/archive-parameters'
import { newestEdition, publishesItself } from '@/lib/editions/get-editions'
import { translatorFor } from '@/lib/messages/translate'
import { getArchive } from '@/lib/workbench/archive/get-archive'

interface ArchivePageProps {
  params: Promise<{ locale: string; view: string }>
}

export async function generateMetadata({ params }: ArchivePageProps): Promise<Metadata> {
  return { title: translatorFor((await pageView(params)).locale)('archive.title') }
}

/** Shows the weeks of a decade as a calendar, year by year, with links to the other decades. */
export default async function ArchivePage({ params }: ArchivePageProps) {
  const view = await pageView(params)
  const { decade: chosen } = pageParameters(archiveParameters, view)
  const archive = await getArchive({ ...view, decade: chosen === undefined ? undefined : Number(chosen) })
  if (!archive) return <EmptyStore view={view} page="archive" />
  const t = translatorFor(view.locale)
  const hasEditions = view.editions !== undefined || !publishesItself()
  const newest = hasEditions ? await newestEdition(archive) : null
  const { first, last, count, decade, decades, years, limit } = archive
  const path = archivePath(chosen === undefined ? null : decade)
  return (
    <PageFrame view={view} path="/weeks" current="archive" isDemo={archive.isDemo}>
      <header className="flex flex-wrap items-end justify-between gap-x-12 gap-y-3 pt-5 mid:pt-7">
        <div>
          <p className="text-ink-2">{t('archive.intro', { first, last, count })}</p>
          <h1 className="mt-1 text-[23px]/8 mid:text-head">
            {t('archive.title')}
            {decades.length > 1 && (
              <span className="ml-3 font-normal text-ink-2">{t('archive.decade', { decade: String(decade) })}</span>
            )}
          </h1>
          <p className="mt-2 max-w-[64em] text-ink-2 text-note">{t('archive.note')}</p>
          <p className="text-ink-2 text-note">
            {t('week.convention')} <ConventionSwitch view={view} path={path} />
          </p>
          <ArchiveKey limit={limit} view={view} />
          {hasEditions && <NewestEdition asOf={newest?.asOf ?? null} number={newest?.number ?? null} view={view} />}
        </div>
        <WeekJump view={view} id="archive-jump" asOf={last} />
      </header>
      <ArchiveDecades decades={decades} decade={decade} view={view} />
      {years.length === 0 && (
        <p className="mt-8 border-rule border-t-2 pt-2.5">
          {t('archive.noWeeks', { decade: String(decade), first, last })}
        </p>
      )}
      {years.map((year) => (
        <ArchiveYear key={year.year} {...year} limit={limit} view={view} />
      ))}
    </PageFrame>
  )
}
