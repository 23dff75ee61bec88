/** The page that edits the texts of a week, as a browser without scripts gets it; nothing is saved. */
import { parseHTML } from 'linkedom'
import { expect, test } from 'vitest'
import { attributesIn, BASE_URL, find, textOf } from './client'
import { rawRequest } from './raw-request'

const WEEK = '2024-08-30'

async function pageAt(path: string) {
  const answer = await fetch(new URL(path, BASE_URL), { headers: { connection: 'close' } })
  return { answer, document: parseHTML(await answer.text()).document }
}

test('the page is a plain form with the drafted texts in both languages; nobody keeps it', async () => {
  const { answer, document } = await pageAt(`/en/weeks/${WEEK}/edit`)
  expect([answer.status, answer.headers.get('cache-control')]).toEqual([200, expect.stringContaining('no-store')])
  const form = find(document, 'main form')
  expect([form.getAttribute('method'), form.getAttribute('enctype') ?? form.getAttribute('encType')]).toEqual([
    'post',
    'multipart/form-data',
  ])
  expect(form.getAttribute('action')).toBe(`/api/texts/${WEEK}?locale=en&market=CN&convention=arithmetic`)
  for (const locale of ['zh', 'en']) {
    const [first] = form.querySelectorAll(`[name="${locale}.point.text"]`)
    expect(textOf(first)).toMatch(/\{[\w-]+\.\w+\.week/)
    expect(attributesIn(form, `[name^="${locale}.section."]`, 'name').length).toBeGreaterThan(10)
  }
  // Both languages are in sight, and an empty row waits for a further point.
  expect(form.querySelectorAll('[data-language="zh"][class*="hidden"]')).toHaveLength(0)
  const points = [...form.querySelectorAll('[name="en.point.text"]')].map((field) => textOf(field))
  expect(points.at(-1)).toBe('')
})

test('another day of the week leads to it, and the page of the week weighs nothing more for it', async () => {
  const other = await rawRequest(BASE_URL, { path: '/en/weeks/2024-08-28/edit' })
  expect([other.status, other.headers.location]).toEqual([307, `/en/weeks/${WEEK}/edit`])
  const { document } = await pageAt(`/en/weeks/${WEEK}`)
  expect(document.querySelectorAll('a[href*="/edit"]')).toHaveLength(0)
  const editions = await pageAt(`/en/weeks/${WEEK}/editions`)
  expect(attributesIn(editions.document, 'main a[href$="/edit"]', 'href')).toEqual([`/en/weeks/${WEEK}/edit`])
})
