/** Charts and tables for frames on other sites, in the scope of whoever may see them. */
import { z } from 'zod'
import { scopeOf } from '@/lib/access/scope-of'
import { findShareReader } from '@/lib/access/shares/find-share'
import { findShare } from '@/lib/access/shares/share-state'
import { isSharedKind } from '@/lib/access/shares/shared-address'
import { newestReadable } from '@/lib/address/readable-version'
import { findReplayedWeek, findWeek } from '@/lib/analysis/weeks/find-week'
import { CONVENTIONS, type Convention } from '@/lib/base/convention'
import { isIsoDate } from '@/lib/base/dates'
import { escapeHtml } from '@/lib/base/escape-html'
import { LOCALES, type Locale, localePrefix } from '@/lib/base/locale'
import { TONES } from '@/lib/charts/frame'
import { paletteOf } from '@/lib/charts/theme'
import { readEnv } from '@/lib/db/env'
import { getCatalogue } from '@/lib/db/queries/get-catalogue'
import { withPublishedDates } from '@/lib/editions/newest-published'
import { factorTables, mailStyle, portfolioTables } from '@/lib/export/mail/mail-tables'
import { composeFigure } from '@/lib/figures/compose-figure'
import { drawFigure } from '@/lib/figures/draw-figure'
import { getFigureCaption } from '@/lib/figures/get-figure-caption'
import { getFigureRows } from '@/lib/figures/get-figure-rows'
import { FIGURES, isFigureName } from '@/lib/figures/registry'
import { SIZES } from '@/lib/figures/rows/sizes'
import { sourceText } from '@/lib/figures/rows/source-text'
import { plainText } from '@/lib/http/plain-text'
import { NOTHING_HERE } from '@/lib/http/problem'
import { translatorFor } from '@/lib/messages/translate'
import { thePublisher } from '@/lib/publisher/the-publisher'
import { getReport } from '@/lib/report/build/get-report'
import { currentScope, inScope } from '@/lib/scope/current-scope'
import { embedPage } from './embed-page'

/** How an embed is shown, by its query. */
const look = z.object({
  lang: z.enum(LOCALES).catch(LOCALES[0]),
  tone: z.enum(TONES).catch('light'),
  convention: z.enum(CONVENTIONS).catch('arithmetic'),
})

/** What is shown: one chart of a series, or one table of a week. */
export type Embedded = { of: 'chart'; code: string; kind: string } | { of: 'table'; date: string; number: string }

/** Answers for everybody, where everybody reads what is published; 404 elsewhere. */
export async function answerPublicEmbed(request: Request, embedded: Embedded): Promise<Response> {
  return readEnv(process.env).AUTH === 'public' ? answerEmbed(request, embedded, null) : nothing()
}

/**
 * Answers by the secret of a share link in the address, since browsers send no cookies from a frame. A link with a password or
 * a limit cannot be embedded: nothing would ask or count.
 */
export async function answerSharedEmbed(request: Request, token: string, embedded: Embedded): Promise<Response> {
  const link = await findShare(token)
  const isFree = link?.state === 'open' && !link.needsPassword && !link.hasLimit
  const reader = isFree ? await findShareReader(link.id) : null
  return reader === null
    ? nothing()
    : inScope(await withPublishedDates(scopeOf(reader)), () => answerEmbed(request, embedded, token))
}

async function answerEmbed(request: Request, embedded: Embedded, token: string | null): Promise<Response> {
  const asked = look.parse(Object.fromEntries(new URL(request.url).searchParams))
  const shown = currentScope().share?.shown
  const convention = shown?.kind === 'edition' ? z.enum(CONVENTIONS).parse(shown.convention) : asked.convention
  const found =
    embedded.of === 'chart'
      ? await chartOf(embedded, { ...asked, convention })
      : await tableOf(embedded, { ...asked, convention })
  if (found === null) return nothing()
  const back = `${localePrefix(asked.lang)}${token === null ? found.page : `/s/${token}`}`
  return embedPage({ locale: asked.lang, palette: paletteOf(found.tone, 'red'), back, ...found })
}

type Look = { lang: Locale; tone: (typeof TONES)[number]; convention: Convention }
interface Found {
  title: string
  content: string
  /** The page that shows it too. */
  page: string
  tone: Look['tone']
}

async function chartOf(
  { code, kind }: { code: string; kind: string },
  { lang: locale, tone, convention }: Look,
): Promise<Found | null> {
  const { id: version, stamp } = await newestReadable()
  const { share } = currentScope()
  if (!isFigureName(kind) || version === 0 || (share !== undefined && !isSharedKind(share, kind))) return null
  const { source, exportSize } = FIGURES[kind]
  if (source.of !== 'series' || exportSize === null) return null
  const { factors, portfolios } = await getCatalogue({ version })
  const entry = [...factors, ...portfolios].find((each) => each.code === code)
  const asOf = entry && (await lastDayOf({ version, market: entry.marketCode, ended: entry.ended }))
  if (!entry || !asOf) return null
  const request = { kind, code, version, stamp, asOf, locale, convention }
  const rows = await getFigureRows(request)
  if (rows === null) return null
  const size = SIZES[exportSize]
  const palette = paletteOf(tone, 'red')
  const caption = await getFigureCaption(request, rows)
  const picture = drawFigure({ kind, rows }, { ...size, palette })
  const content = composeFigure({ picture, size, caption, palette })
  const folder = factors.some((each) => each.code === code) ? 'factors' : 'portfolios'
  return { title: caption.title, content, page: `/${folder}/${code}`, tone }
}

/** Returns the day as of which a chart is drawn: that of a shared edition, or the last one of the series. */
async function lastDayOf({ version, market, ended }: { version: number; market: string; ended: string | null }) {
  const shown = currentScope().share?.shown
  const until = shown?.kind === 'edition' ? shown.asOf : undefined
  return (await findReplayedWeek({ version, market }, until, ended))?.week?.asOf ?? null
}

/** The tables are in light colours, as in a mail. */
async function tableOf(
  { date, number }: { date: string; number: string },
  { lang: locale, convention }: Look,
): Promise<Found | null> {
  const { id: version } = await newestReadable()
  const isOfSeries = currentScope().share?.shown.kind === 'series'
  if (isOfSeries || !isIsoDate(date) || !['1', '2'].includes(number) || version === 0) return null
  const found = await findWeek({ version }, date)
  if (found.kind !== 'week') return null
  const { days, asOf } = found
  const report = await getReport({ version, locale, convention, asOf, days })
  const t = translatorFor(locale)
  const style = mailStyle(report, 'red')
  const tables = number === '1' ? factorTables(report, style) : portfolioTables(report, style)
  const title = `${t(number === '1' ? 'tables.table1' : 'tables.table2')} ${asOf}`
  const source = t('takeaway.sourceLine', {
    source: sourceText({ isDemo: report.isDemo, publisher: thePublisher().name[locale] }, t),
    asOf,
    version,
    of: 'window',
    convention: t(`week.${convention}`),
  })
  const content = `<h1>${escapeHtml(title)}</h1>${tables}<p>${escapeHtml(source)}</p>`
  return { title, content, page: `/weeks/${asOf}`, tone: 'light' }
}

function nothing(): Response {
  return plainText(404, NOTHING_HERE)
}
