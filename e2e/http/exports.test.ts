import { parse } from 'csv-parse/sync'
import { expect, test } from 'vitest'
import { pngSize } from '@/lib/testing/charts/read-png'
import { PUBLISHED_CELLS } from '../published'
import { getAnswer, getBytes, getPage, hrefOf, linkNamed } from './client'

/** The own returns of portfolios, which are not among the published figures. */
const ABSOLUTE = ['绝对收益', 'Absolute return']

for (const { prefix, measures } of [
  { prefix: '', measures: { 多空收益: 'longShort', 多头超额: 'longExcess', 超额收益: 'excess' } },
  {
    prefix: '/en',
    measures: { 'Long–short return': 'longShort', 'Long excess': 'longExcess', 'Excess return': 'excess' },
  },
]) {
  test(`the CSV that ${prefix || '/'} offers has the published figures`, async () => {
    const { document } = await getPage(`${prefix}/weeks/2024-08-30`)
    const answer = await getAnswer(hrefOf(linkNamed(document, 'CSV')))
    expect(answer.headers.get('content-disposition')).toContain('factor-weekly-2024-08-30')
    const [, ...lines]: string[][] = parse(await answer.text(), { bom: true })
    const absolute = lines.filter((cells) => ABSOLUTE.includes(cells[5] ?? ''))
    expect([lines.length, absolute.length]).toEqual([32, 2])
    for (const cells of lines.filter((line) => !absolute.includes(line))) {
      const measure = Object.entries(measures).find(([name]) => name.toLowerCase() === cells[5]?.toLowerCase())?.[1]
      for (const [windowIndex, window] of ['week', 'month', 'year'].entries()) {
        const percent = Math.round(Number(cells[6 + windowIndex]) * 10_000) / 100
        const printed = `${percent > 0 ? '+' : percent < 0 ? '−' : ''}${Math.abs(percent).toFixed(2)}`
        expect(printed, cells.join()).toBe(PUBLISHED_CELLS.get(`${cells[2]}.${measure}.${window}`))
      }
    }
  })
}

test('the workbook is valid, and is not sent again to a client that has it', async () => {
  const workbook = await getAnswer('/weeks/2024-08-30/summary.xlsx')
  expect(workbook.headers.get('content-type')).toContain('spreadsheetml')
  expect((await getBytes('/weeks/2024-08-30/summary.xlsx')).subarray(0, 2).toString()).toBe('PK')
  await expectKept('/weeks/2024-08-30/summary.csv')
})

for (const { prefix, other } of [
  { prefix: '', other: '/en' },
  { prefix: '/en', other: '' },
]) {
  test(`the picture that ${prefix || '/'} offers is a sharp PNG of its own language`, async () => {
    const { document } = await getPage(`${prefix}/weeks/2024-08-30`)
    const address = hrefOf(linkNamed(document, 'PNG'))
    expect(address).toBe(`${prefix}/weeks/2024-08-30/summary.png`)
    expect((await getAnswer(address)).headers.get('content-type')).toBe('image/png')
    const png = await getBytes(address)
    expect(pngSize(png).widthPx).toBe(1482)
    expect(png.equals(await getBytes(`${other}/weeks/2024-08-30/summary.png`))).toBe(false)
    await expectKept(address)
  })
}

test('simultaneous requests for a picture get the same bytes', async () => {
  const answers = await Promise.all(Array.from({ length: 12 }, () => getAnswer('/weeks/2023-06-30/summary.png')))
  expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]))
  expect(new Set(answers.map(({ headers }) => headers.get('etag'))).size).toBe(1)
})

test('any date leads to its week, a week without trading to its neighbours, and an invalid date to 404', async () => {
  const moved = await getAnswer('/en/weeks/2024-08-28/summary.csv')
  expect([moved.status, moved.headers.get('location')]).toEqual([307, '/en/weeks/2024-08-30/summary.csv'])
  const none = await getAnswer('/weeks/2024-02-14/summary.csv')
  expect(none.status).toBe(404)
  expect(await none.text()).toMatch(
    /2024-02-14.*\n\/weeks\/2024-02-08\/summary\.csv\n\/weeks\/2024-02-23\/summary\.csv/,
  )
  expect((await getAnswer('/weeks/yesterday/summary.csv')).status).toBe(404)
})

test('the other convention and an older version are exported as they are shown', async () => {
  const geometric = await (await getAnswer('/en/weeks/2024-08-30/summary.csv?convention=geometric')).text()
  expect(geometric).toContain('Geometric')
  const old = await (await getAnswer('/en/weeks/2024-08-30/summary.csv?version=2')).text()
  const [excess, absolute] = old.trim().split('\r\n').slice(-2)
  expect(excess).toMatch(/csi1000-ai-enhanced.*,,,,0,0,,2024-08-30,2,/)
  expect(absolute).toMatch(/csi1000-ai-enhanced.*,,,,,,,2024-08-30,2,/)
})

test('the mail leads to the page and the PDF of its week', async () => {
  const { document } = await getPage('/weeks/2024-08-30/mail.html')
  const [page, pdf, ...more] = [...document.querySelectorAll('a')].map(hrefOf)
  expect(more).toEqual([])
  expect(page).toMatch(/^http:\/\/.*\/weeks\/2024-08-30$/)
  expect(pdf).toBe(`${page}/report.pdf`)
})

async function expectKept(address: string): Promise<void> {
  const { headers } = await getAnswer(address)
  const again = await getAnswer(address, { 'if-none-match': headers.get('etag') ?? '' })
  expect(again.status, address).toBe(304)
}
