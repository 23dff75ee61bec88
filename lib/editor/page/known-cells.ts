/** The figures and names that the texts of a week can bind. */
import type { Locale } from '@/lib/base/locale'
import { byLocale } from '@/lib/editor/merge/by-locale'
import type { EditorModel, KnownCell } from '@/lib/editor/model/editor-model'
import { translatorFor } from '@/lib/messages/translate'
import { figureName } from '@/lib/publish/week/cell-names'
import { partsOf } from '@/lib/publish/week/compare-editions'
import { reportParts } from '@/lib/report/bind/report-parts'
import type { Report } from '@/lib/report/model/report'
import { splitMarks } from '@/lib/texts/marks'
import type { DraftedReports } from './drafted-reports'

type Bindable = Pick<EditorModel, 'cells' | 'hasAllCells' | 'names' | 'facts'>

/**
 * Returns what texts can bind: all cells and names, and of a report of thousands of series those of the shown ones and those
 * that the given texts name already.
 */
export function bindableOf({ reports, renamed }: DraftedReports, locale: Locale, texts: readonly string[]): Bindable {
  const parts = { zh: reportParts(reports.zh, renamed), en: reportParts(reports.en, renamed) }
  const marks = new Set(texts.flatMap(splitMarks).flatMap((piece) => (piece.kind === 'mark' ? [piece.mark] : [])))
  const shown = shownNames(reports[locale])
  const isWanted = (code: string, mark: string) => shown.has(code) || marks.has(mark) || marks.has(`${mark}|size`)
  const t = translatorFor(locale)
  const own = parts[locale]
  const cells = [...own.cells]
    .filter(([id]) => isWanted(partsOf(id).code, id))
    .map(([id, value]): KnownCell => {
      const { code, ...figure } = partsOf(id)
      const name = shown.get(code) ?? own.names.get(code) ?? code
      return { id, name, column: figureName(figure, t), value }
    })
  const codes = [...own.names.keys()].filter((code) => isWanted(code, `name:${code}`))
  return {
    cells,
    hasAllCells: cells.length === own.cells.size,
    names: Object.fromEntries(codes.map((code) => [code, byLocale((each) => parts[each].names.get(code) ?? code)])),
    facts: byLocale((each) => Object.fromEntries([...parts[each].facts].map(([of, { text }]) => [of, text]))),
  }
}

/** Returns the names of the series and benchmarks that the report shows, by code. */
function shownNames({ table1, table2, market }: Report): Map<string, string> {
  const rows = [...table1.flatMap((family) => family.rows), ...table2]
  return new Map(
    [...rows, ...market.map(({ code, name }) => ({ code, shortName: name }))].map((row) => [row.code, row.shortName]),
  )
}
