import { z } from 'zod'
import { tradingWindows } from '@/lib/analysis/trading-windows'
import { getReportDays } from '@/lib/analysis/weeks/report-days'
import { marketParameter, spanParameters } from '@/lib/api/question/parameters'
import { isoWeekOf, yearOf } from '@/lib/base/dates'
import { getDataVersions } from '@/lib/db/queries/versions/get-data-versions'
import { count, instant, isoDate, optionalCount, optionalText, text, truth } from '../columns'
import { defineEndpoint } from '../endpoint'

export const versionsEndpoint = defineEndpoint({
  path: '/versions',
  tag: 'store',
  summary: 'Data versions',
  description: 'One row for each load that changed something, newest first.',
  parameters: z.object({}),
  row: z.object({
    id: count('Number of the version, from 1.'),
    loadedAt: instant('When it was loaded, UTC.'),
    kind: text('What was loaded.'),
    sourceName: text('Name of the file.'),
    sourceSha256: text("SHA-256 of the file's bytes, hexadecimal."),
    rowsNew: count('Rows that did not exist before.'),
    rowsRestated: count('Rows that replaced an older value.'),
    rowsUnchanged: optionalCount(
      'Rows that the store already held; those that a withdrawal left, as a later version changed them. null for a load with days that are not published yet, of which the other counts leave out the rows.',
    ),
    rowsWithdrawn: count('Rows that a withdrawal took away.'),
    withdrawnVersion: optionalCount('The version that a withdrawal took back; null otherwise.'),
    reason: optionalText('Why rows were withdrawn; null otherwise.'),
    isDemo: truth('Did the load bring synthetic demo data?'),
    loadedBy: optionalText('Who loaded it; null where nobody recorded it.'),
    accepted: text('Rules of findings that were accepted for it, separated by spaces.'),
  }),
  read: async (_, { version }) =>
    (await getDataVersions({ version })).map(({ declaredAs: _, declaredUnit: __, declaredColumns: ___, ...load }) => ({
      ...load,
      loadedAt: load.loadedAt.toISOString(),
      accepted: load.accepted.join(' '),
    })),
})

export const weeksEndpoint = defineEndpoint({
  path: '/weeks',
  tag: 'store',
  summary: 'Weeks with a report',
  description: 'ISO weeks with trading days in the data, newest first; a report is as of the last of them.',
  parameters: z.object({ ...spanParameters, ...marketParameter }),
  row: z.object({
    asOf: isoDate('Last trading day of the week with data.'),
    isoYear: count('ISO year.'),
    isoWeek: count('ISO week, from 1 to 53.'),
    monday: isoDate('The Monday of the week.'),
    days: count('Trading days of the week, up to asOf.'),
    isProvisional: truth(
      'Are closures of a year of the week unknown, so that the days in the data are its trading days?',
    ),
  }),
  read: async ({ from, to, market }, { version }) => {
    const known = await getReportDays(version, market)
    if (known === null) return []
    const { days, weeks } = tradingWindows(known.reported)
    return weeks
      .flatMap((span) => {
        const asOf = days[span.to - 1]
        if (asOf === undefined || (from && asOf < from) || (to && asOf > to)) return []
        const { year, week, monday } = isoWeekOf(asOf)
        const isProvisional = days.slice(span.from, span.to).some((day) => known.provisionalYears.includes(yearOf(day)))
        return [{ asOf, isoYear: year, isoWeek: week, monday, days: span.to - span.from, isProvisional }]
      })
      .reverse()
  },
})
