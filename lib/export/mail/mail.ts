import { addressOf, type View } from '@/lib/address/view'
import { escapeHtml } from '@/lib/base/escape-html'
import { languageTag } from '@/lib/base/locale'
import { paletteOf } from '@/lib/charts/theme'
import { translatorFor } from '@/lib/messages/translate'
import { compactMarket } from '@/lib/report/model/market-line'
import type { Report } from '@/lib/report/model/report'
import { phraseText } from '@/lib/report/text/phrase'
import { sourceOf } from '../source-text'
import { mailCommentary } from './mail-commentary'
import { excessSources, factorTables, type MailStyle, mailStyle, marketTable, portfolioTables } from './mail-tables'

/**
 * Writes the week's summary as a self-contained mail: inline styles, no script, nothing to load. A style sheet has the
 * colours for clients with dark mode. The title is the subject.
 * @param origin scheme and host of the product, such as "https://factors.example", for the link back
 */
export function mailHtml(report: Report, view: View, origin: string): string {
  const t = translatorFor(report.locale)
  const style = mailStyle(report, view.colours)
  const week = `/weeks/${report.week.asOf}`
  const links = [
    [week, t('export.mailLink')],
    [`${week}/report.pdf`, t('export.mailPdf')],
  ] as const
  const { ink, ink2, bg, accent } = style.palette
  const facts = t('export.mailFacts', {
    asOf: report.week.asOf,
    version: report.version,
    convention: t(`week.${report.convention}`),
  })
  const small = `margin:0 0 12px;font:12px/18px ${style.family};color:${ink2}`
  const { shown, others } = compactMarket(report.market)
  const reasons = [
    ...shown.flatMap(({ note }) => note ?? []),
    ...(others === 0 ? [] : [t('market.others', { count: others })]),
    ...report.missingNotes.map(({ text }) => text),
  ]
  const notes = reasons.map((text) => `<p class="ink2" style="${small}">${escapeHtml(text)}</p>`)
  return `<!doctype html>
<html lang="${languageTag(report.locale)}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><meta name="color-scheme" content="light dark"><meta name="supported-color-schemes" content="light dark"><title>${escapeHtml(mailSubject(report))}</title><style>${darkRules(view)}</style></head>
<body style="margin:0;padding:16px;background:${bg};color:${ink}">
<div style="max-width:600px;margin:0 auto">
<p class="ink2" style="${small}">${escapeHtml(demoMark(report) + facts)}</p>
<h1 class="ink" style="margin:0 0 12px;font:bold 22px/30px ${style.family};color:${ink};text-wrap:pretty">${headline(report)}</h1>
${marketTable(report, style)}
${portfolioTables(report, style)}
${excessSources(report, style)}
${keyPoints(report, style)}
${mailCommentary(report, style)}${factorTables(report, style)}
${notes.join('\n')}
<p style="margin:0 0 12px;font:13px/20px ${style.family}">${links.map(([path, text]) => linkOf(`${origin}${addressOf(path, view)}`, text, accent)).join('&emsp;')}</p>
<p class="ink2" style="${small}">${escapeHtml(sourceOf(report))}</p>
</div></body></html>
`
}

/** Returns the subject of the mail: product, week and headline. */
export function mailSubject({ locale, week, headline }: Report): string {
  const t = translatorFor(locale)
  return t('export.mailSubject', { year: String(week.isoYear), week: week.isoWeek, headline: headline.join('') })
}

/** Writes the headline, whose lines end between its clauses where they can. */
function headline({ headline: clauses }: Report): string {
  return clauses
    .map((clause) => {
      const text = clause.trimEnd()
      return `<span style="display:inline-block">${escapeHtml(text)}</span>${clause.slice(text.length)}`
    })
    .join('')
}

function linkOf(address: string, text: string, colour: string): string {
  return `<a class="accent" href="${escapeHtml(address)}" style="color:${colour}">${escapeHtml(text)}</a>`
}

function keyPoints({ keyPoints: points }: Report, { family, palette }: MailStyle): string {
  const items = points.map(
    ({ label, text }) =>
      `<p class="ink" style="margin:0 0 8px;font:14px/22px ${family};color:${palette.ink}"><b>${escapeHtml(label)}</b>&ensp;${escapeHtml(phraseText(text))}</p>`,
  )
  return `<div style="margin:0 0 20px">${items.join('')}</div>`
}

function demoMark({ isDemo, locale }: Report): string {
  const t = translatorFor(locale)
  return isDemo ? `${t('demo.label')}\u2003` : ''
}

function darkRules({ colours }: View): string {
  const { bg, ink, ink2, accent, up, down, rule, line } = paletteOf('dark', colours)
  const rules = Object.entries({ ink, ink2, accent, up, down, flat: ink2, none: ink2 })
  const colourRules = rules.map(([name, colour]) => `.${name}{color:${colour}!important}`)
  return `@media (prefers-color-scheme:dark){body{background:${bg}!important}table{border-color:${rule}!important}th{border-color:${line}!important}${colourRules.join('')}}`
}
