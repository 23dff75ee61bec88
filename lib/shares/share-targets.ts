import { z } from 'zod'
import type { ShareTarget } from '@/lib/access/shares/make-share'
import { latestVersion } from '@/lib/db/latest-version'
import { getCatalogue } from '@/lib/db/queries/get-catalogue'
import { getEditionRows } from '@/lib/editions/get-edition-rows'
import { publishesItself } from '@/lib/editions/get-editions'
import { newestPublishedVersion } from '@/lib/editions/newest-published'

/** What a link can be made for, as its form names it: "edition:CN:2024-08-30:1" or "series:skewness". */
export const targetText = z.string().regex(/^(?:edition:[\w.-]{1,64}:\d{4}-\d{2}-\d{2}:\d{1,6}|series:[\w.-]{1,64})$/)

/** Returns how the form names a target. */
export function textOfTarget(
  target: Pick<ShareTarget, 'kind' | 'market'> & { asOf?: string; number?: number; code?: string },
): string {
  return target.kind === 'series'
    ? `series:${target.code}`
    : ['edition', target.market, target.asOf, target.number].join(':')
}

/** More editions are not offered; the page of each one's week offers it. */
const OFFERED_MAX = 100

/** Returns the newest editions that hold documents, newest first. */
export async function getEditionTargets(): Promise<Extract<ShareTarget, { kind: 'edition' }>[]> {
  const rows = (await getEditionRows({})).filter(({ state }) => state !== 'withdrawn')
  return rows
    .slice(0, OFFERED_MAX)
    .map(({ market, asOf, number, version, stamp }) => ({ kind: 'edition', market, asOf, number, version, stamp }))
}

/** Returns all factors and portfolios, as of the newest data version that is published. */
export async function getSeriesTargets(): Promise<Extract<ShareTarget, { kind: 'series' }>[]> {
  const newest = await latestVersion()
  const { id: version, stamp } = publishesItself() ? newest : await newestPublishedVersion(newest)
  if (version === 0) return []
  const { factors, portfolios } = await getCatalogue({ version })
  return [...factors, ...portfolios].map(({ code, marketCode: market }) => ({
    kind: 'series',
    market,
    code,
    version,
    stamp,
  }))
}

/** Returns what a text names; null when there is no such edition or series. */
export async function findTarget(text: string): Promise<ShareTarget | null> {
  const [kind = '', ...parts] = targetText.safeParse(text).data?.split(':') ?? []
  if (kind === 'series') return (await getSeriesTargets()).find(({ code }) => code === parts[0]) ?? null
  if (kind !== 'edition') return null
  const [market, asOf, number] = parts
  const row = (await getEditionRows({ market, asOf })).find((each) => String(each.number) === number)
  if (row === undefined || row.state === 'withdrawn') return null
  return { kind, market: row.market, asOf: row.asOf, number: row.number, version: row.version, stamp: row.stamp }
}
