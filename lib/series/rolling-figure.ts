import type { LineRows, RollingKind } from '@/lib/report/figure'
import { lineNote, yearEnds } from '@/lib/report/figures'
import { lastPoint } from '@/lib/report/line-rows'
import { measureText } from '@/lib/report/measure-text'
import type { Figure } from '@/lib/report/report'
import type { Translator } from '@/lib/translate'

/** A line of the year that ends with each day, with its sentence and its year-end values; null for one without a value. */
export function rollingFigure(
  kind: RollingKind,
  rows: LineRows,
  { code, name }: { code: string; name: string },
  t: Translator,
): Omit<Figure, 'number'> | null {
  const last = lastPoint(rows)
  if (!last) return null
  const known = rows.values.filter((value) => value !== null)
  const said = (value: number) => measureText(value, rows.measure)
  const title = t(`figures.${kind}`)
  return {
    kind,
    code,
    subject: name,
    source: '',
    title,
    note: lineNote(rows, last, t),
    alt: t('seriesChart.rollingAlt', {
      name,
      title,
      from: rows.dates[0] ?? '',
      to: last.date,
      last: said(last.value),
      high: said(Math.max(...known)),
      low: said(Math.min(...known)),
    }),
    emptyReason: null,
    table: yearEnds(rows, t),
  }
}
