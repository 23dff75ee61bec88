import type { Measure, Windows } from '@/lib/analysis/cell'
import type { Colours } from '@/lib/base/appearance'
import { escapeHtml } from '@/lib/base/escape-html'
import { DASH, formatPercent, formatWinRate, signOf, wholePercent } from '@/lib/base/format'
import { type Palette, paletteOf, SANS, SANS_ENGLISH } from '@/lib/charts/theme'
import { type Translator, translatorFor } from '@/lib/messages/translate'
import { compactMarket } from '@/lib/report/model/market-line'
import type { Report, SummaryRow } from '@/lib/report/model/report'
import { excessLines } from '@/lib/report/text/excess-lines'
import { phraseText } from '@/lib/report/text/phrase'

/** Colours and fonts of a mail. */
export interface MailStyle {
  palette: Palette
  family: string
}

/** Returns the colours and fonts of a mail in the report's language. */
export function mailStyle({ locale }: Report, colours: Colours): MailStyle {
  // Attributes use double quotes, so quotes of font families must be single.
  const family = (locale === 'zh' ? SANS : SANS_ENGLISH).replaceAll('"', "'")
  return { palette: paletteOf('light', colours), family }
}

/** A row of a table. */
interface Line {
  name: string
  /** Week, month and year, decimal fractions. */
  values: (number | null)[]
  /** Its win rate, the factors up and down of a family, or a percentile; empty for absolute returns. */
  last: string
}

/**
 * Writes the tables of the factors with inline styles, for a mail or the clipboard: long-short returns, then long excess,
 * each in five columns, so that they fit on a narrow screen. A report of many factors has the means of the families and
 * the unusual factors.
 */
export function factorTables(report: Report, style: MailStyle): string {
  const t = translatorFor(report.locale)
  const factors = report.table1.flatMap(({ rows }) => rows).toSorted((a, b) => a.number - b.number)
  const parts: Part[] = [
    ...familyParts(report, t),
    {
      title: t('measures.longShort'),
      wins: t('measures.monthlyWins'),
      lines: factors.map((row) => lineOf(row, row.primary)),
    },
    {
      title: t('measures.longExcess'),
      wins: t('measures.monthlyWins'),
      lines: factors.map((row) => lineOf(row, row.longExcess)),
    },
  ]
  return tablesOf(parts, report, style)
}

/** Writes excess and absolute returns of the portfolios in the same way. */
export function portfolioTables(report: Report, style: MailStyle): string {
  const t = translatorFor(report.locale)
  const parts: Part[] = [
    {
      title: t('tables.excessTitle'),
      wins: t('measures.weeklyWins'),
      lines: report.table2.map((row) => lineOf(row, row.primary)),
    },
    {
      title: t('tables.absoluteTitle'),
      wins: '',
      lines: report.table2.map((row) => lineOf(row, row.absolute)),
    },
  ]
  return tablesOf(parts, report, style)
}

/** Writes what the excess of each portfolio comes from this week, a line each; empty when no portfolio has contributions. */
export function excessSources(report: Report, { palette, family }: MailStyle): string {
  const lines = excessLines(report)
  if (lines.length === 0) return ''
  const title = `<b>${escapeHtml(translatorFor(report.locale)('contributions.ofWeek'))}</b>`
  const shown = [title, ...lines.map(({ text }) => escapeHtml(phraseText(text)))]
  const items = shown.map(
    (text) => `<div class="ink" style="padding:3px 0;font:13px/20px ${family};color:${palette.ink}">${text}</div>`,
  )
  return `<div style="margin:0 0 20px">${items.join('')}</div>`
}

function tablesOf(parts: readonly Part[], report: Report, style: MailStyle): string {
  return parts
    .filter(({ lines }) => lines.length > 0)
    .map((part) => tableOf(part, report, style))
    .join('')
}

/** Writes what the market did, in a table like the others, whose last column is the percentile of the week. */
export function marketTable(report: Report, style: MailStyle): string {
  const t = translatorFor(report.locale)
  const { shown } = compactMarket(report.market)
  if (shown.length === 0) return ''
  const lines = shown.map(({ name, returns: { week, month, year } }) => ({
    name,
    values: [week.value, month.value, year.value],
    last: week.percentile === null ? DASH : String(wholePercent(week.percentile)),
  }))
  return tableOf({ title: t('market.title'), wins: t('market.percentile'), lines }, report, style)
}

/** A table with a title over its names and a head over its last column. */
interface Part {
  title: string
  wins: string
  lines: Line[]
}

function tableOf({ title, wins, lines }: Part, { labels: { week, month, year } }: Report, style: MailStyle): string {
  const heads = [`${title} %`, week, month, year, wins].map((text, at) => headCell(text, at, style)).join('')
  const rows = lines.map((line) => `<tr>${rowCells(line, style)}</tr>`).join('')
  return `<table role="presentation" cellpadding="0" cellspacing="0" width="100%" style="width:100%;border-collapse:collapse;margin:0 0 24px;border-top:2px solid ${style.palette.rule};border-bottom:1px solid ${style.palette.rule};font:13px/18px ${style.family}"><tr>${heads}</tr>${rows}</table>`
}

function lineOf({ shortName }: SummaryRow, { week, month, year, winRate }: Windows & Partial<Measure>): Line {
  const values = [week, month, year].map(({ value }) => value)
  return { name: shortName, values, last: winRate ? formatWinRate(winRate) : '' }
}

/** Returns the tables of the families of a report of many factors. */
function familyParts({ many }: Report, t: Translator) {
  if (!many) return []
  return (['longShort', 'longExcess'] as const).map((measure) => ({
    title: t('many.part-mean', { title: t(`many.table-${measure}`) }),
    wins: t('many.signs'),
    lines: many.totals.map(({ name, [measure]: { week, month, year } }) => ({
      name,
      values: [week, month, year].map(({ mean }) => mean),
      last: `${week.up} / ${week.down}`,
    })),
  }))
}

/** Widths of the columns after the names, so that those of all tables stand under each other, with room for names at 390 px. */
const COLUMNS_PX = [52, 52, 52, 72]

function headCell(text: string, at: number, { palette }: MailStyle): string {
  const align = at === 0 ? 'left' : 'right'
  const width = at === 0 ? '' : ` width="${COLUMNS_PX[at - 1]}"`
  return `<th align="${align}"${width} class="${at === 0 ? 'ink' : 'ink2'}" style="padding:5px 0 5px ${at === 0 ? 0 : 6}px;text-align:${align};font-size:12px;color:${at === 0 ? palette.ink : palette.ink2};border-bottom:1px solid ${palette.line}">${escapeHtml(text)}</th>`
}

function rowCells({ name: text, values, last }: Line, style: MailStyle): string {
  const name = `<td class="ink" style="padding:4px 0;color:${style.palette.ink}">${escapeHtml(text)}</td>`
  const figures = values.map((value, at) => figureCell(value, at === 0, style))
  const wins = `<td align="right" class="ink2" style="padding:4px 0 4px 6px;text-align:right;white-space:nowrap;color:${style.palette.ink2}">${last}</td>`
  return [name, ...figures, wins].join('')
}

function figureCell(value: number | null, isBold: boolean, { palette }: MailStyle): string {
  const sign = signOf(value)
  const colour = sign === 'up' ? palette.up : sign === 'down' ? palette.down : palette.ink2
  const weight = isBold ? 'font-weight:bold;' : ''
  return `<td align="right" class="${sign}" style="padding:4px 0 4px 6px;text-align:right;white-space:nowrap;${weight}color:${colour}">${formatPercent(value)}</td>`
}
