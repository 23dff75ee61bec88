import type { Figure, LineRows, RollingKind } from '@/lib/figures/figure'
import { lineNote, yearEnds } from '@/lib/figures/figure-texts'
import { lastPoint } from '@/lib/figures/line-rows'
import { measureText } from '@/lib/figures/measure-text'
import type { Translator } from '@/lib/messages/translate'

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
