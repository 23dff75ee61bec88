import { yearOf } from '@/lib/base/dates'
import { formatPercent, formatRatio } from '@/lib/base/format'
import type { Translator } from '@/lib/messages/translate'
import type { BarRows, Figure, FigureTable, LineRows } from './figure'
import { lastPoint } from './line-rows'
import { measureText } from './measure-text'

interface Head {
  number: number
  code: string
  /** Name of the series in full. */
  subject: string
  source: string
}

interface LineFigureRequest extends Head {
  /** null: the series has no day yet. */
  rows: LineRows | null
  kind: 'relative-strength' | 'cumulative-excess'
  emptyReason: string
}

/** A cumulative line with its caption, its summary in one sentence, and its year-end values. */
export function lineFigure({ rows, kind, emptyReason, ...head }: LineFigureRequest, t: Translator): Figure {
  const title = t(`figures.${kind}`)
  const last = rows && lastPoint(rows)
  if (!rows || !last)
    return { ...head, kind, title, note: '', alt: emptyReason, emptyReason, table: { head: [], rows: [] } }
  return {
    ...head,
    kind,
    title,
    note: lineNote(rows, last, t),
    alt: lineSummary({ rows, last, name: head.subject, title }, t),
    emptyReason: null,
    table: yearEnds(rows, t),
  }
}

/** Unit, scale and span of a line that has a last point. */
export function lineNote({ dates, measure }: LineRows, last: Point, t: Translator): string {
  const span = { from: dates[1]?.slice(0, 7) ?? '', to: last.date.slice(0, 7) }
  if (measure === 'relative-strength') return t('figures.lineNote', span)
  return t(measure === 'rolling-ratio' ? 'figures.ratioLineNote' : 'figures.excessLineNote', span)
}

interface BarFigureRequest extends Head {
  rows: BarRows
  kind: 'legs' | 'excess'
}

/** Bars of the legs for week, month and year, with their nine figures as sentence and table. */
export function barFigure({ rows, kind, ...head }: BarFigureRequest, t: Translator): Figure {
  const values = rows.windows.flatMap(({ bars }) => bars.map(({ value }) => value))
  const emptyReason = values.every((value) => value === null) ? t('figures.noWindows') : null
  const windowText = ({ label, bars }: BarRows['windows'][number]) =>
    t('figures.altBarWindow', {
      window: label,
      bars: bars
        .map((bar) => t('figures.altBar', { role: bar.label, value: formatPercent(bar.value) }))
        .join(t('figures.altComma')),
    })
  return {
    ...head,
    kind,
    title: t(`figures.${kind}`),
    note: t('figures.barsNote'),
    alt: t('figures.altBars', {
      name: head.subject,
      parts: rows.windows.map(windowText).join(t('figures.altSemicolon')),
    }),
    emptyReason,
    table: barTable(rows, t),
  }
}

type Point = NonNullable<ReturnType<typeof lastPoint>>

interface LineSummary {
  rows: LineRows
  last: Point
  name: string
  title: string
}

function lineSummary({ rows, last, name, title }: LineSummary, t: Translator): string {
  const { max, min } = extremes(rows, last)
  const show = rows.measure === 'relative-strength' ? formatRatio : formatPercent
  return t(rows.measure === 'relative-strength' ? 'figures.altLine' : 'figures.altExcessLine', {
    name,
    title,
    from: rows.dates[1] ?? '',
    to: last.date,
    last: show(last.value),
    max: show(max.value),
    maxDate: max.date,
    min: show(min.value),
    minDate: min.date,
  })
}

/** Highest and lowest close; the base is none, since it stands before the first day with returns. */
function extremes({ dates, values }: LineRows, last: Point): { max: Point; min: Point } {
  let [max, min] = [last, last]
  for (const [position, date] of dates.entries()) {
    const value = position === 0 ? null : (values[position] ?? null)
    if (value === null) continue
    if (value > max.value) max = { date, value }
    if (value < min.value) min = { date, value }
  }
  return { max, min }
}

/** The last close of every year, and the last of all. */
export function yearEnds({ dates, values, measure }: LineRows, t: Translator): FigureTable {
  const closes = dates.map((date, index) => ({ date, index })).slice(1)
  const ends = closes.filter(({ date, index }) => yearOf(dates[index + 1] ?? '') !== yearOf(date))
  return {
    head: [t('figures.dataYear'), t(`figures.${measure}`)],
    rows: ends.map(({ date, index }) => [date, measureText(values[index] ?? null, measure)]),
  }
}

function barTable({ windows }: BarRows, t: Translator): FigureTable {
  return {
    head: [t('figures.dataWindow'), ...(windows[0]?.bars.map(({ label }) => label) ?? [])],
    rows: windows.map(({ label, bars }) => [label, ...bars.map(({ value }) => formatPercent(value))]),
  }
}
