import { expect, test } from 'vitest'
import { PUBLISHED_CELLS } from '../published'
import { attributesIn, find, followLink, getPage, textOf, textsIn } from './client'

const ADDRESS = '/weeks/2024-08-30/reconciliation'
const WINDOWS = ['week', 'month', 'year']
const MEASURES = ['longShort', 'longExcess', 'excess']

test('the arithmetic figures are the published ones, and each gap is the difference', async () => {
  let compared = 0
  for (const measure of MEASURES) {
    for (const { code, figures } of await rowsOf(measure)) {
      for (const [windowIndex, window] of WINDOWS.entries()) {
        const [arithmetic = '', geometric = '', gap = '', against = ''] = figures.slice(
          4 * windowIndex,
          4 * windowIndex + 4,
        )
        expect(arithmetic, `${code} ${measure} ${window}`).toBe(PUBLISHED_CELLS.get(`${code}.${measure}.${window}`))
        // Each of the three is rounded, so the difference is at most three halves of the last digit.
        expect(Math.abs(number(arithmetic) - number(geometric) - number(gap))).toBeLessThan(0.0151)
        expect(Math.abs((number(geometric) * number(against)) / 100 - number(gap))).toBeLessThan(0.0151)
        compared += 1
      }
    }
  }
  expect(compared).toBe((14 * 2 + 2) * 3)
})

test('the geometric figures are those of the report under the other convention', async () => {
  const { document } = await getPage('/weeks/2024-08-30?convention=geometric')
  const rows = await rowsOf('longShort')
  expect(rows).toHaveLength(14)
  for (const { code, figures } of rows) {
    const figure = document.querySelector(`.table-1 td[data-cell="${code}.longShort.year"] > :first-child`)
    expect(textOf(figure), code).toBe(figures[9])
  }
})

test('the report and the reconciliation link to each other, in both languages', async () => {
  for (const prefix of ['', '/en']) {
    const page = await getPage(`${prefix}/weeks/2024-08-28/reconciliation`)
    expect(page.address).toBe(`${prefix}${ADDRESS}`)
    const report = await followLink(page, find(page.document, 'main header a'))
    expect(report.address).toBe(`${prefix}/weeks/2024-08-30`)
    expect(attributesIn(report.document, 'main a', 'href')).toContain(`${prefix}${ADDRESS}`)
  }
})

async function rowsOf(measure: string): Promise<{ code: string; figures: string[] }[]> {
  const { document } = await getPage(ADDRESS)
  const rows = [...document.querySelectorAll(`#${measure} tr[data-series]`)]
  return rows.map((row) => ({ code: row.getAttribute('data-series') ?? '', figures: textsIn(row, 'td') }))
}

function number(figure: string): number {
  return Number(figure.replace('−', '-'))
}
