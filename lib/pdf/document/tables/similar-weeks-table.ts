import { formatPercent, formatRatio, signOf } from '@/lib/base/format'
import { translatorFor } from '@/lib/messages/translate'
import { sourceOf } from '@/lib/pdf/document/source'
import type { Followed } from '@/lib/report/model/similar-weeks'
import { head, named, type TableCell, type Tabled, type TableSpec, textCell } from './table-spec'

/**
 * Returns the table of the most similar earlier weeks and what followed them; null when none can be compared.
 * @param number of the table in the document
 */
export function similarWeeksTable(job: Tabled, number: number): TableSpec | null {
  const { similarWeeks, locale } = job.report
  if (similarWeeks === null || similarWeeks.weeks.length === 0) return null
  const t = translatorFor(locale)
  const { weeks, compared, factors } = similarWeeks
  const heads = FOLLOWED.map((name) => head(t(`similar.${name}`)))
  return {
    ...named(String(number), `${t('pdf.similarCaption')}${t('pdf.captionUnit', { unit: t('tables.unit') })}`, t),
    columns: [0, DISTANCE_WIDTH, ...FIGURE_WIDTHS, ...FIGURE_WIDTHS],
    texts: 1,
    heads: [
      [head('', 2, true), head(t('similar.nextWeek'), FOLLOWED.length), head(t('similar.nextMonth'), FOLLOWED.length)],
      [head(t('similar.week'), 1, true), head(t('similar.distance')), ...heads, ...heads],
    ],
    groups: [
      {
        title: null,
        fact: '',
        rows: weeks.map(({ asOf, distance, nextWeek, nextMonth }) => [
          textCell(asOf),
          textCell(formatRatio(distance)),
          ...followedCells(nextWeek),
          ...followedCells(nextMonth),
        ]),
      },
    ],
    notes: [t('similar.intro', { compared, factors }), t('similar.note'), sourceOf(job, t)],
  }
}

const FOLLOWED = ['universe', 'longShort', 'excess'] as const
/** Widths, mm. */
const DISTANCE_WIDTH = 16
const FIGURE_WIDTHS = FOLLOWED.map(() => 19)

function followedCells(followed: Followed): TableCell[] {
  return FOLLOWED.map((name) => ({ text: formatPercent(followed[name]), tone: signOf(followed[name]), bold: false }))
}
