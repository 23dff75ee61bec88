import type { WindowName } from '@/lib/analysis/cell'
import { DASH, formatPercent, signOf } from '@/lib/base/format'
import type { Translator } from '@/lib/messages/translate'
import { sourceOf } from '@/lib/pdf/document/source'
import type { FamilyTotals, WindowTotals } from '@/lib/report/model/family-totals'
import type { ManyFactors } from '@/lib/report/model/report'
import { bothEnds } from './both-ends'
import { type Head, head, named, type TableCell, type Tabled, type TableSpec, textCell } from './table-spec'

const MEASURES = ['longShort', 'longExcess'] as const
/** Number of tables by family, with which a report of many factors begins. */
export const FAMILY_TABLES = MEASURES.length
const WINDOWS: WindowName[] = ['week', 'month', 'year']
const HEADS = ['signs', 'mean', 'best', 'worst'] as const
/** Widths of the number of factors, and of the four columns of a window, mm. */
const COUNT_WIDTH = 9.5
const WINDOW_WIDTHS = [13.5, 11, 11, 11]

/** With more families than this a table has only those with the highest and the lowest mean: two pages are looked through. */
const LISTED_MAX = 40

/** Returns a table for each measure with the totals of the families, and of all factors. */
export function familyTables(job: Tabled, { totals, all }: ManyFactors, t: Translator): TableSpec[] {
  const { labels } = job.report
  const heads: Head[][] = [
    [head('', 2, true), ...WINDOWS.map((window) => head(labels[window], HEADS.length))],
    [
      head(t('many.family'), 1, true),
      head(t('many.factors')),
      ...WINDOWS.flatMap(() => HEADS.map((name) => head(t(`many.${name}`)))),
    ],
  ]
  const left = totals.length - LISTED_MAX
  return MEASURES.map((measure, index) => ({
    ...named(String(index + 1), `${t(`many.table-${measure}`)}${t('pdf.captionUnit', { unit: t('tables.unit') })}`, t),
    columns: [0, COUNT_WIDTH, ...WINDOWS.flatMap(() => WINDOW_WIDTHS)],
    texts: 1,
    heads,
    groups: [
      ...listed(totals, measure, t).map(({ title, families }) => ({
        title,
        fact: '',
        rows: families.map((family) => familyCells(family, measure)),
      })),
      { title: null, fact: '', rows: [familyCells({ ...all, name: t('many.all') }, measure)] },
    ],
    notes: [...(left > 0 ? [t('many.familiesRest', { count: left })] : []), sourceOf(job, t)],
  }))
}

/** Returns the families of a table in their groups. */
function listed(totals: FamilyTotals[], measure: (typeof MEASURES)[number], t: Translator) {
  if (totals.length <= LISTED_MAX) return [{ title: null, families: totals }]
  const { highest, lowest } = bothEnds(totals, (family) => family[measure].week.mean, LISTED_MAX)
  return [
    { title: t('many.highestFamilies', { count: highest.length }), families: highest },
    { title: t('many.lowestFamilies', { count: lowest.length }), families: lowest },
  ]
}

function familyCells(family: FamilyTotals, measure: (typeof MEASURES)[number]): TableCell[] {
  const windows = WINDOWS.flatMap((window) => windowCells(family[measure][window]))
  return [textCell(family.name), textCell(String(family.count)), ...windows]
}

function windowCells({ up, down, known, mean, best, worst }: WindowTotals): TableCell[] {
  const figures = [mean, best?.value ?? null, worst?.value ?? null]
  return [
    textCell(known === 0 ? DASH : `${up} / ${down}`),
    ...figures.map((value) => ({ text: formatPercent(value), tone: signOf(value), bold: false })),
  ]
}
