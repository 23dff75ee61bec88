import { Resvg } from '@resvg/resvg-js'
import type { Colours } from '@/lib/base/appearance'
import { paletteOf } from '@/lib/charts/theme'
import { translatorFor } from '@/lib/messages/translate'
import { cleaned } from '@/lib/pdf/document/clean-text'
import { excessOf } from '@/lib/pdf/document/excess-lines'
import { phraseParts } from '@/lib/pdf/document/phrase-parts'
import { sourceOf } from '@/lib/pdf/document/source'
import { marketTable } from '@/lib/pdf/document/tables/market-table'
import { summaryOf } from '@/lib/pdf/document/tables/report-tables'
import type { TableCell } from '@/lib/pdf/document/tables/table-spec'
import type { Publisher } from '@/lib/publisher/publisher'
import type { Report } from '@/lib/report/model/report'
import { typesetPicture } from './compiler'

export interface Pictured {
  report: Report
  colours: Colours
  publisher: Publisher
}

/** Sharp on screens of high density. */
const SCALE = 2

/**
 * Draws the summary of a week as a PNG in light colours at twice its size: headline, market, key points, both tables,
 * source. The same summary gives the same bytes.
 * @throws Error when the template fails, which no text of a report can cause
 */
export function makeSummaryPicture(pictured: Pictured): Uint8Array<ArrayBuffer> {
  const picture = new Resvg(typesetPicture(summarySetting(pictured)), {
    fitTo: { mode: 'zoom', value: SCALE },
    // Glyphs are outlines, so that the fonts of the machine do not matter.
    font: { loadSystemFonts: false },
  })
  return new Uint8Array(picture.render().asPng())
}

/** Returns the template of the picture and its files. */
export function summarySetting(pictured: Pictured) {
  const document = JSON.stringify(documentOf(cleaned(pictured)))
  return { template: 'summary-picture.typ', files: new Map([['document.json', document]]) }
}

function documentOf({ report, colours, publisher }: Pictured) {
  const { locale, week } = report
  const t = translatorFor(locale)
  const palette = paletteOf('light', colours)
  const source = sourceOf({ report, publisher }, t)
  const { families, table1, table2 } = summaryOf({ report, publisher })
  const facts = t('export.mailFacts', {
    asOf: week.asOf,
    version: report.version,
    convention: t(`week.${report.convention}`),
  })
  return {
    lang: locale,
    // Headers and rules of tables have the accent colour on paper, and the text colour on a screen.
    palette: { ...palette, accent: palette.ink },
    line: [t('brand.name'), t('week.number', { week: week.isoWeek }), `${week.firstDay} – ${week.asOf}`].join(
      t('pdf.separator'),
    ),
    demo: report.isDemo ? t('demo.label') : null,
    headline: report.headline.join(''),
    market: marketTable(report),
    points: report.keyPoints.map(({ label, text }) => ({ label, parts: phraseParts(text) })),
    excess: excessOf(report),
    order: t('keyPoints.order'),
    tables: [...families, table1, table2]
      .filter((table) => table !== null)
      .map((table) => ({
        ...table,
        groups: table.groups.map((group) => ({
          ...group,
          rows: group.rows.map((row) => withBoldWeek(row, table.texts)),
        })),
        notes: table.notes.filter((note) => note !== source),
      })),
    foot: [source, facts].join(t('pdf.separator')),
  }
}

/** Sets the week in bold, as on the page, instead of the best of a column. */
function withBoldWeek(row: TableCell[], texts: number): TableCell[] {
  return row.map((cell, columnIndex) => ({ ...cell, bold: (columnIndex - texts) % MEASURE_COLUMNS === 0 }))
}

/** Columns of a measure: week, month, year, win rate. */
const MEASURE_COLUMNS = 4
