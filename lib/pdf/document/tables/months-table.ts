import { type CalendarYear, monthsByYears } from '@/lib/analysis/statistics/months-by-years'
import { formatPercent, signOf } from '@/lib/base/format'
import type { Translator } from '@/lib/messages/translate'
import type { FactsheetJob } from '@/lib/pdf/document/job'
import { sourceOf } from '@/lib/pdf/document/source'
import { type TableCell, textCell } from './table-spec'

/** So many years have a line of months; those before have their totals alone, so that 95 years fit on three pages. */
const YEARS_BY_MONTH = 30

/** Returns the table of months: a line for each of the last years, then a line for each decade before them. */
export function monthsOf({ history, report, publisher }: FactsheetJob, t: Translator) {
  const { convention } = report
  const years = monthsByYears(history, convention)
  return {
    caption: `${t(`pdf.months-${history.kind}`)}${t('pdf.captionUnit', { unit: t('tables.unit') })}`,
    heads: [
      '',
      ...Array.from({ length: 12 }, (_, month) => t('pdf.monthOf', { month: `m${month + 1}` })),
      t('pdf.yearTotal'),
    ],
    rows: years
      .slice(0, YEARS_BY_MONTH)
      .map(({ year, months, total }) => [
        textCell(year),
        ...months.map((month) => (month === null ? textCell('') : cellOf(month.value))),
        { ...cellOf(total.value), bold: true },
      ]),
    decades: decadesOf(years.slice(YEARS_BY_MONTH), t),
    note: `${t('pdf.monthsNote', { convention })}${t('pdf.factStop')}${sourceOf({ report, publisher }, t)}`,
  }
}

/** Returns the totals of years in lines of ten, the newest decade first; null without years. */
function decadesOf(years: CalendarYear[], t: Translator) {
  const totals = new Map(years.map(({ year, total }) => [year, total.value]))
  const decades = [...new Set(years.map(({ year }) => year.slice(0, -1)))]
  if (decades.length === 0) return null
  return {
    title: t('pdf.decades'),
    heads: ['', ...DIGITS],
    rows: decades.map((decade) => [
      textCell(`${decade}0–${decade}9`),
      ...DIGITS.map((digit) => {
        const total = totals.get(`${decade}${digit}`)
        return total === undefined ? textCell('') : cellOf(total)
      }),
    ]),
  }
}

const DIGITS = Array.from({ length: 10 }, (_, digit) => String(digit))

function cellOf(value: number | null): TableCell {
  return { text: formatPercent(value), tone: signOf(value), bold: false }
}
