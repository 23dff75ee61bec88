import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import { readPdf } from '@/lib/testing/pdf/read-pdf'
import { find, getAnswer, getBytes, getPage, hrefOf, linkNamed, textOf } from './client'

for (const prefix of ['', '/en']) {
  test(`the PDF that ${prefix || '/'} offers is the week's report, named by its checksum`, async () => {
    const { document } = await getPage(`${prefix}/weeks/2024-08-30`)
    const address = hrefOf(linkNamed(document, 'PDF'))
    expect(address).toBe(`${prefix}/weeks/2024-08-30/report.pdf`)
    const { headers } = await getAnswer(address)
    const bytes = await getBytes(address)
    const sha256 = createHash('sha256').update(bytes).digest('hex')
    expect(headers.get('etag')).toBe(`"${sha256}"`)
    expect(headers.get('content-type')).toBe('application/pdf')
    expect(headers.get('content-disposition')).toMatch(/factor-weekly-2024-08-30-(zh|en)\.pdf/)
    expect(bytes.length).toBeLessThan(1_000_000)
    expect((await readPdf(bytes)).pages.length).toBeGreaterThan(10)
  })
}

test('a PDF is not sent again to a client that has it, and is not made for a request that only checks it', async () => {
  const address = '/weeks/2024-08-30/report.pdf'
  const etag = (await getAnswer(address, {}, 'HEAD')).headers.get('etag') ?? ''
  expect((await getAnswer(address, { 'if-none-match': etag })).status).toBe(304)
  const onlyIfMade = { 'x-only-if-made': '1' }
  expect((await getAnswer(address, onlyIfMade, 'HEAD')).headers.get('etag')).toBe(etag)
  expect((await getAnswer('/weeks/2014-03-07/report.pdf', onlyIfMade, 'HEAD')).status).toBe(204)
})

test('a week without data has no PDF, and names the nearest weeks', async () => {
  const holiday = await getAnswer('/en/weeks/2024-10-03/report.pdf')
  expect(holiday.status).toBe(404)
  expect(await holiday.text()).toMatch(/\/en\/weeks\/2024-\d\d-\d\d\/report\.pdf/)
  const middle = await getAnswer('/weeks/2024-08-28/report.pdf')
  expect(middle.status).toBe(307)
  expect(middle.headers.get('location')).toContain('/weeks/2024-08-30/report.pdf')
  expect((await getAnswer('/weeks/2024-08-30/report.pdf?version=99999')).status).toBe(400)
})

test('a factsheet shows the figures of the page of its day', async () => {
  const { document } = await getPage('/en/factors/intraday-skewness?asOf=2021-03-17&from=2020-01-01')
  const address = hrefOf(linkNamed(document, 'Factsheet (PDF)'))
  expect(address).toBe('/en/factors/intraday-skewness/factsheet.pdf?asOf=2021-03-17')
  const { headers } = await getAnswer(address)
  expect(headers.get('content-disposition')).toContain('factor-weekly-intraday-skewness-2021-03-17-en.pdf')
  const sheet = await readPdf(await getBytes(address))
  expect(sheet.pages).toHaveLength(2)
  const figure = textOf(find(document, 'header [data-cell="intraday-skewness.longShort.week"]'))
  expect(figure).not.toBe('')
  expect(sheet.texts.join('')).toContain(figure)
  expect(sheet.texts.join('')).not.toContain('2024')
  const early = await getAnswer('/factors/intraday-skewness/factsheet.pdf?asOf=2009-01-05')
  expect([early.status, await early.text()]).toEqual([404, expect.stringContaining('2014-01-02')])
  expect((await getAnswer('/factors/intraday-skewness/factsheet.pdf?asOf=2024-02-30')).status).toBe(400)
})
