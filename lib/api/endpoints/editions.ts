import { z } from 'zod'
import { getReportDays } from '@/lib/analysis/weeks/report-days'
import { marketParameter, spanParameters } from '@/lib/api/question/parameters'
import { getEditions } from '@/lib/editions/get-editions'
import { count, instant, isoDate, optionalText, text } from '../columns'
import { defineEndpoint } from '../endpoint'

export const editionsEndpoint = defineEndpoint({
  path: '/editions',
  tag: 'store',
  summary: 'Editions',
  description:
    'One row for each edition of a week, a month or a quarter that was published by hand, corrected or withdrawn, up to the data version, newest first. A later edition may be of the same data version.',
  isUnversioned: true,
  parameters: z.object({ ...spanParameters, ...marketParameter }),
  row: z.object({
    asOf: isoDate('Last trading day of its week, month or quarter.'),
    number: count('Number of the edition in its week, month or quarter, from 1.'),
    state: text('What it is: published, corrected or withdrawn.'),
    marketCode: text('Code of the market.'),
    dataVersion: count('The data version that it froze.'),
    convention: text('How it compares legs.'),
    publishedAt: instant('When it was published, UTC.'),
    publishedBy: text('Who published it.'),
    reason: optionalText('Why it was corrected or withdrawn; null otherwise.'),
    waived: text('Rules of warnings that were waived for it, separated by spaces.'),
    documents: text('Its documents, each as form, language and SHA-256 with colons, separated by spaces.'),
    hash: text('SHA-256 of the edition, which contains that of the edition before.'),
    window: text('What it is of: week, month or quarter.'),
  }),
  read: async ({ from, to, market }, { version }) => {
    const known = await getReportDays(version, market)
    const editions = known === null ? [] : await getEditions({ market: known.market, window: null })
    return editions
      .filter((edition) => edition.version <= version && (!from || edition.asOf >= from) && (!to || edition.asOf <= to))
      .map((edition) => ({
        asOf: edition.asOf,
        number: edition.number,
        state: edition.state,
        marketCode: edition.market,
        dataVersion: edition.version,
        convention: edition.convention,
        publishedAt: edition.publishedAt,
        publishedBy: edition.publishedBy,
        reason: edition.reason,
        waived: edition.waivers.map(({ rule }) => rule).join(' '),
        documents: edition.documents.map(({ form, locale, sha256 }) => `${form}:${locale}:${sha256}`).join(' '),
        hash: edition.hash,
        window: edition.windowKind,
      }))
  },
})
