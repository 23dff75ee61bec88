import { pastWeeks } from '@/lib/analysis/past-weeks'
import type { TradingWindows } from '@/lib/analysis/trading-windows'
import { familyTotals } from '@/lib/report/many/family-totals'
import type { ManyInputs, ReportInputs } from '@/lib/report/model/inputs'
import type { DataQuality, FamilyGroup, ManyFactors, WindowRow } from '@/lib/report/model/report'
import type { SummaryParts } from './build-summary'
import { type Checked, dataQuality, type QualityContext } from './data-quality'
import { restatedFindings } from './restated'
import { familyGroups } from './summary-rows'
import type { WeekReturn } from './week-strip'
import type { WholeWeek } from './whole-week'

/** Returns all factors of a report of many. */
export function wholeOfMany(
  { catalogue }: ReportInputs,
  { factors, ended, entries }: ManyInputs,
  { context, factors: shown, portfolios }: SummaryParts,
): WholeWeek {
  const { windows, convention, notes } = context
  const letters = new Map(notes.map(({ code, letter }) => [code, letter]))
  const rows = factors.map(({ row }) => {
    const noteLetter = letters.get(row.code)
    return noteLetter === undefined ? row : { ...row, noteLetter }
  })
  const known = [...shown.map(({ series }) => series), ...portfolios.map(({ series }) => series)]
  const all = [...factors, ...ended]
  const numbers = weekNumbers(windows)
  return {
    families: familyGroups({ families: catalogue.families, factors: entries }, rows),
    past: new Map([
      ...all.map(({ row, weeks }) => [row.code, { spreads: weeks.slice(0, -1), line: null }] as const),
      ...known.map((series) => [series.code, pastWeeks(series, windows, convention)] as const),
    ]),
    endedFactors: ended.map(({ row }) => row.code),
    weekReturns: all.map(({ weeks }) => weekReturn(weeks, numbers)),
  }
}

/** Returns the number of each week by the position of its first day. */
function weekNumbers({ weeks }: TradingWindows): ReadonlyMap<number, number> {
  return new Map(weeks.map(({ from }, number) => [from, number]))
}

function weekReturn(weeks: readonly (number | null)[], numbers: ReadonlyMap<number, number>): WeekReturn {
  return ({ from }) => weeks[numbers.get(from) ?? -1] ?? null
}

/** Returns the totals by family, and the family that is shown. */
export function manyFactors(many: ManyInputs, families: FamilyGroup<WindowRow>[]): ManyFactors {
  const totals = families.map(familyTotals)
  const all = familyTotals({ code: '', name: '', rows: families.flatMap(({ rows }) => rows) })
  const { family, unusual, chosen } = many
  const own = family && totals.find(({ code }) => code === family.code)
  return {
    families,
    totals,
    all,
    chosen,
    unusual,
    shown: family && own ? { totals: own, page: family.page, pages: family.pages } : null,
  }
}

/**
 * Returns the findings about many factors. Days that are late or missing are found in all of them, restated ones too; values
 * that repeat or are outliers, only in those whose daily returns are read.
 * @param named those, with the portfolios
 */
export function qualityOfMany(many: ManyInputs, named: Checked[], context: QualityContext): DataQuality {
  const ofNamed = dataQuality(named, context)
  const read = new Set(named.map(({ series }) => series.code))
  const others = many.entries.filter(({ code }) => !read.has(code))
  const begun = others.filter(({ inception }) => inception <= context.windows.asOf)
  const names = new Map(others.map(({ code, name }) => [code, name]))
  return {
    checked: ofNamed.checked + begun.length,
    later: ofNamed.later + others.length - begun.length,
    findings: [...ofNamed.findings, ...restatedFindings(names, context, context.t)],
  }
}
