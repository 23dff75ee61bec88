import type { Metadata } from 'next'
import { AuditFilter } from '@/components/account/audit-filter'
import { AuditList } from '@/components/account/audit-list'
import { PersonalFrame, PersonalHead } from '@/components/account/personal-frame'
import { To } from '@/components/text/to'
import { beforeOf, eventFilterOf } from '@/lib/access/audit/event-filter'
import { getAuditEvents } from '@/lib/access/queries/get-audit-events'
import { getPeople } from '@/lib/access/queries/get-people'
import { pageView } from '@/lib/address/page-view'
import { pathWith } from '@/lib/address/parameters/packed'
import { personView } from '@/lib/address/person-view'
import { readEnv } from '@/lib/db/env'
import { translatorFor } from '@/lib/messages/translate'

interface AuditPageProps {
  params: Promise<{ locale: string; view: string }>
  searchParams: Promise<Record<string, string | string[]>>
}

const ON_A_PAGE = 100
const LINK = 'link inline-block py-1 max-mid:py-2.5'

export async function generateMetadata({ params }: AuditPageProps): Promise<Metadata> {
  return { title: translatorFor((await pageView(params)).locale)('access.audit') }
}

/** Shows administrators who did what and when, chosen by action, day, person or subject. */
export default async function AuditPage({ params, searchParams }: AuditPageProps) {
  const { view, person } = await personView(params, '/admin/audit', 'admin')
  const query = await searchParams
  const filter = eventFilterOf(query)
  const [found, people] = await Promise.all([
    getAuditEvents(filter, { before: beforeOf(query), limit: ON_A_PAGE + 1 }),
    getPeople(),
  ])
  const events = found.slice(0, ON_A_PAGE)
  const last = found.length > ON_A_PAGE ? events.at(-1)?.id : undefined
  const t = translatorFor(view.locale)
  const { AUDIT_DAYS: days } = readEnv(process.env)
  return (
    <PersonalFrame view={view} path={pathWith('/admin/audit', { ...filter })} readerRole={person.role} current="audit">
      <PersonalHead title={t('access.audit')}>
        {t('access.auditText')}
        {view.locale !== 'zh' && ' '}
        {days === undefined ? t('access.auditForEver') : t('access.auditDays', { days })}
      </PersonalHead>
      <AuditFilter filter={filter} people={people} view={view} />
      <p className="mt-2 flex flex-wrap gap-x-6">
        <To path={pathWith('/admin/audit.csv', { ...filter })} view={view} className={LINK}>
          {t('access.csv')}
        </To>
        <To path={pathWith('/admin/audit.jsonl', { ...filter })} view={view} className={LINK}>
          {t('access.jsonLines')}
        </To>
      </p>
      <AuditList events={events} view={view} />
      {last !== undefined && (
        <p className="mt-3">
          <To path={pathWith('/admin/audit', { ...filter, before: last })} view={view} rel="next" className={LINK}>
            {t('access.older')} ›
          </To>
        </p>
      )}
    </PersonalFrame>
  )
}
