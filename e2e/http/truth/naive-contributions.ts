/** Contributions linked by plain loops over the daily ones that the API answers. */
import { parse } from 'csv-parse/sync'
import type { Convention } from '@/lib/base/convention'
import { getBytes } from '../client'
import { between, grown, type Pair } from './naive-figures'

/** The first day of the demo with contributions. */
export const CONTRIBUTIONS_FROM = '2023-01-03'

/**
 * Returns the contributions of a portfolio over a window by "group", "group/component" and "excess", which they add up to:
 * Cariño's formula as it is in the paper.
 * @param all the portfolio and its index
 */
export async function linkedFigures(
  { code, all, from, to }: { code: string; all: Pair; from: string; to: string },
  convention: Convention,
): Promise<Map<string, number>> {
  const csv = (await getBytes(`/api/v1/portfolios/contributions.csv?from=${from}&to=${to}`)).toString()
  const lines: Record<string, string>[] = parse(csv, { columns: true })
  const { dates, a, b } = between(all, from, to)
  const coefficient = (one: number, other: number) =>
    one === other ? 1 / one : (Math.log(one) - Math.log(other)) / (one - other)
  const whole = coefficient(grown(a), grown(b)) * (convention === 'geometric' ? grown(b) : 1)
  const figures = new Map<string, number>()
  const add = (name: string, value: number) => figures.set(name, (figures.get(name) ?? 0) + value)
  for (const { date, group = '', component, contribution, ...line } of lines) {
    if (line.code !== code) continue
    const day = dates.indexOf(date ?? '')
    const value = (Number(contribution) * coefficient(1 + Number(a[day]), 1 + Number(b[day]))) / whole
    for (const name of [group, 'excess', ...(component ? [`${group}/${component}`] : [])]) add(name, value)
  }
  return figures
}
