import { notFound, redirect } from 'next/navigation'
import type { ReactNode } from 'react'
import { EmptyStore } from '@/components/state/empty-store'
import { NoWeek } from '@/components/state/no-week'
import { pageView } from '@/lib/address/page-view'
import { pathWith } from '@/lib/address/parameters/packed'
import { addressOf, type View } from '@/lib/address/view'
import { type FoundWeek, findWeek } from '@/lib/analysis/weeks/find-week'
import { isIsoDate } from '@/lib/base/dates'
import { wasDemoLoaded } from '@/lib/db/queries/versions/was-demo-loaded'

export type WeekParams = Promise<{ locale: string; view: string; date: string }>

/**
 * Shows a page of the week of a date: the result of `show`, the reason why the week has no report, or a redirect from
 * any other date of the week to its last trading day.
 * @param subPath the part of the page's address after the date, such as "/reconciliation"
 */
export async function showWeek(
  params: WeekParams,
  subPath: string,
  show: (week: FoundWeek, view: View) => Promise<ReactNode>,
): Promise<ReactNode> {
  const view = await pageView(params)
  const { date } = await params
  if (!isIsoDate(date)) notFound()
  const found = await findWeek(view, date)
  if (found.kind === 'no-data') return <EmptyStore view={view} page="archive" />
  if (found.kind === 'no-week') {
    const isDemo = await wasDemoLoaded(view)
    return <NoWeek choice={found.choice} date={date} days={found.days} view={view} isDemo={isDemo} />
  }
  if (found.kind === 'other-date')
    redirect(addressOf(pathWith(`/weeks/${found.asOf}${subPath}`, view.parameters), view))
  return show(found, view)
}
