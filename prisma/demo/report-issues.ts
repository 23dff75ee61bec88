import { addDays, mondayOf } from '@/lib/base/dates'
import type { CatalogueFile } from '@/lib/catalogue/catalogue-schema'
import { at } from './at'
import { demoDays } from './trading-days'

type ReportIssue = CatalogueFile['reportIssues'][number]

const TITLE_ZH = '高频选股因子周报'
const TITLE_EN = 'High-frequency factor weekly'

/** Earlier issues that an issue refers to. */
const RELATED_COUNT = 2

/** Days to search for the next session, more than the longest closure of the exchange. */
const LONGEST_CLOSURE_DAYS = 14

interface Week {
  /** First and last trading day, ISO dates. */
  start: string
  end: string
}

/** Lists one issue for each week with trading days, published on the first trading day after it. Oldest first. */
export function listReportIssues(days: readonly string[]): ReportIssue[] {
  const weeks = listWeeks(days)
  return weeks.map((week, index) => ({
    weekEnd: week.end,
    issueDate: at(demoDays(addDays(week.end, 1), addDays(week.end, LONGEST_CLOSURE_DAYS)), 0),
    titleZh: TITLE_ZH,
    titleEn: TITLE_EN,
    authorsZh: ['示例研究 量化组'],
    authorsEn: ['Sample Research, quant desk'],
    related: weeks
      .slice(Math.max(index - RELATED_COUNT, 0), index)
      .reverse()
      .map((earlier) => ({ date: earlier.end, titleZh: titleZh(earlier), titleEn: titleEn(earlier) })),
  }))
}

function listWeeks(days: readonly string[]): Week[] {
  const weeks = new Map<string, Week>()
  for (const day of days) {
    const monday = mondayOf(day)
    weeks.set(monday, { start: weeks.get(monday)?.start ?? day, end: day })
  }
  return [...weeks.values()]
}

/** Writes the Chinese title, with the year once and the month again only when it changes. */
function titleZh({ start, end }: Week): string {
  const [from, to] = [partsOf(start), partsOf(end)]
  const first = `${from.year} 年 ${from.month} 月 ${from.day} 日`
  if (start === end) return `${TITLE_ZH}：${first}`
  const month = from.month === to.month ? '' : `${to.month} 月 `
  const year = from.year === to.year ? '' : `${to.year} 年 `
  return `${TITLE_ZH}：${first}至 ${year}${month}${to.day} 日`
}

function titleEn({ start, end }: Week): string {
  const [from, to] = [partsOf(start), partsOf(end)]
  const last = `${to.day} ${at(MONTHS_EN, to.month - 1)} ${to.year}`
  if (start === end) return `${TITLE_EN}: ${last}`
  const month = from.month === to.month ? '' : ` ${at(MONTHS_EN, from.month - 1)}`
  const year = from.year === to.year ? '' : ` ${from.year}`
  return `${TITLE_EN}: ${from.day}${month}${year} to ${last}`
}

function partsOf(date: string): { year: number; month: number; day: number } {
  return { year: Number(date.slice(0, 4)), month: Number(date.slice(5, 7)), day: Number(date.slice(8)) }
}

const MONTHS_EN = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
]
