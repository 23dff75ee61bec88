import { expect, test } from 'vitest'
import {
  attributesIn,
  find,
  followLink,
  getAnswer,
  getBytes,
  getPage,
  hrefOf,
  hrefsIn,
  linkNamed,
  submitForm,
  textOf,
  textsIn,
} from './client'

const PREVIOUS = 'a[data-week="previous"]'
const NEXT = 'a[data-week="next"]'
const JUMP = 'form:has(input[type="date"])'

test('previous and next lead from week to week', async () => {
  const latest = await getPage('/')
  const week34 = await followLink(latest, find(latest.document, PREVIOUS))
  expect(week34.address).toBe('/weeks/2024-08-23')
  expect(weekLine(week34.document)).toContain('2024 年第 34 周，8 月 19 日至23 日')
  const week33 = await followLink(week34, find(week34.document, PREVIOUS))
  expect(week33.address).toBe('/weeks/2024-08-16')
  expect((await followLink(week33, find(week33.document, NEXT))).address).toBe('/weeks/2024-08-23')
})

test('the latest week has no next one, and the first no previous one', async () => {
  const latest = await getPage('/weeks/2024-08-30')
  expect(latest.document.querySelector(NEXT)).toBeNull()
  expect(textOf(latest.document.body)).toContain('已是最新')
  const first = await getPage('/weeks/2014-01-03')
  expect(first.document.querySelector(PREVIOUS)).toBeNull()
  expect(textOf(first.document.body)).toContain('已是最早')
  expect(hrefOf(find(first.document, NEXT))).toBe('/weeks/2014-01-10')
})

test('next skips a week without trading', async () => {
  const { document } = await getPage('/weeks/2024-02-08')
  expect(hrefOf(find(document, NEXT))).toBe('/weeks/2024-02-23')
})

test('any date in the form leads to its week', async () => {
  const page = await getPage('/')
  const forms = [...page.document.querySelectorAll(JUMP)]
  expect(forms.length).toBeGreaterThan(0)
  for (const form of forms) {
    expect(textsIn(form, 'label')).toEqual(['转到某日所在的周'])
    expect(textsIn(form, 'button[type="submit"]')).toEqual(['前往'])
    const week = await submitForm(page, form, { date: '2019-06-05' })
    expect(week.address).toBe('/weeks/2019-06-06')
    expect(weekLine(week.document)).toContain('2019 年第 23 周')
  }
})

test('the form keeps language, convention and order', async () => {
  const page = await getPage('/en?convention=geometric&order=report')
  for (const form of page.document.querySelectorAll(JUMP)) {
    expect(textsIn(form, 'label')).toEqual(['Go to the week of any date'])
    const week = await submitForm(page, form, { date: '2023-05-17' })
    expect(week.address).toBe('/en/weeks/2023-05-19?convention=geometric&order=report')
  }
})

for (const date of ['2024-08-26', '2024-08-28', '2024-09-01']) {
  test(`${date} leads to the last trading day of its week`, async () => {
    const answer = await getAnswer(`/en/weeks/${date}?convention=geometric`)
    expect(answer.headers.get('location')).toBe('/en/weeks/2024-08-30?convention=geometric')
  })
}

test('a date has one redirect target in the first and in later answers', async () => {
  for (const turn of ['first', 'second']) {
    const { headers } = await getAnswer('/weeks/2018-05-16')
    expect(headers.get('location'), turn).toBe('/weeks/2018-05-18')
  }
})

test('a week of one day, and one across New Year', async () => {
  expect((await getPage('/weeks/2014-12-30')).address).toBe('/weeks/2014-12-31')
  const across = await getPage('/weeks/2019-12-31')
  expect(across.address).toBe('/weeks/2020-01-03')
  const heads = textsIn(across.document, '.table-1 thead th').filter((head) => head.includes('2020'))
  expect(heads).toHaveLength(2)
})

const WITHOUT_REPORT = [
  { name: 'a week without trading', date: '2024-02-14', links: ['/weeks/2024-02-08', '/weeks/2024-02-23', '/weeks'] },
  { name: 'before the data', date: '2010-05-05', links: ['/weeks/2014-01-03', '/weeks'] },
  { name: 'in the future', date: '2031-03-05', links: ['/weeks/2024-08-30', '/weeks'] },
]
for (const { name, date, links } of WITHOUT_REPORT) {
  test(`${name} there is a helpful page`, async () => {
    for (const prefix of ['', '/en']) {
      const page = await getPage(`${prefix}/weeks/${date}`)
      expect(page.status).toBeLessThan(405)
      expect(textOf(find(page.document, 'h1'))).not.toBe('')
      expect(hrefsIn(page.document, 'main a')).toEqual(links.map((link) => prefix + link))
      const next = await getPage(`${prefix}${links[0]}`)
      expect(next.document.querySelector('.table-1')).not.toBeNull()
    }
  })
}

test('an earlier week is as of that week, and gives the reason for a missing figure', async () => {
  const { document } = await getPage('/weeks/2015-07-10')
  for (const code of ['multi-granularity-5d', 'multi-granularity-10d']) {
    const row = find(document, `.table-1 tr[data-series="${code}"]`)
    expect(textsIn(row, 'td[data-cell]')).toEqual(Array(6).fill('—'))
    const [letter = ''] = textsIn(row, 'sup')
    expect(letter).not.toBe('')
    const notes = textsIn(document, '#table-1 li').filter(
      (note) => note.includes('2017-01-03') && note.includes(letter),
    )
    expect(notes.length).toBeGreaterThan(0)
    expect(row.querySelector('td[data-cell]')?.getAttribute('title')).toContain(letter)
  }
  const known = document.querySelector('.table-1 tr[data-series="improved-reversal"] td[data-cell]')
  expect(textOf(known)).toMatch(/^[+−]?\d/)
  const pictures = attributesIn(document, 'main picture img', 'src')
  expect(pictures.length).toBeGreaterThan(20)
  for (const src of pictures) expect(src).toContain('/2015-07-10/')
  expect(textOf(find(document, '[data-wins="multi-granularity-5d.longShort"]'))).not.toMatch(/[1-9]/)
})

test('the archive has a page for each decade, with links to its years and weeks', async () => {
  const newest = await getPage('/weeks')
  expect(attributesIn(newest.document, 'main > section', 'id')).toEqual(
    ['2024', '2023', '2022', '2021', '2020'].map((year) => `year-${year}`),
  )
  expect(newest.document.querySelectorAll('#year-2023 a[href^="/weeks/"]')).toHaveLength(50)
  const link = [...newest.document.querySelectorAll('#year-2021 a[href^="/weeks/"]')].at(-1)
  expect(hrefOf(link)).toBe('/weeks/2021-12-31')
  expect((await getPage(hrefOf(link))).document.querySelector('.table-1')).not.toBeNull()
  const older = await followLink(newest, linkNamed(newest.document, '2010 年代'))
  expect(older.address).toBe('/weeks?decade=2010')
  expect(older.document.querySelectorAll('main > section[id^="year-"]')).toHaveLength(6)
  expect(hrefOf(linkNamed(older.document, '2020 年代'))).toBe('/weeks')
  expect(hrefOf(linkNamed(older.document, 'English'))).toBe('/en/weeks?decade=2010')
})

test('a decade without weeks says from when to when the data run, and a year that begins none is no address', async () => {
  const { document } = await getPage('/en/weeks?decade=1930')
  expect(textOf(find(document, 'main > p'))).toBe(
    'There are no weeks in the 1930s: the data run from 2014-01-02 to 2024-08-30.',
  )
  expect(hrefsIn(document, 'main > nav a')).toEqual(['/en/weeks?decade=2010', '/en/weeks'])
  const { document: other } = await getPage('/en/weeks?decade=1935')
  expect(textOf(find(other, 'main'))).toContain('The parameter decade does not accept “1935”.')
})

test('a page of the archive is light, also with its data for the browser', async () => {
  for (const path of ['/weeks', '/weeks?decade=2010', '/en/weeks?decade=2010'])
    expect((await getBytes(path)).length, path).toBeLessThan(220_000)
})

/** Returns the line above the headline: "2024 年第 35 周，8 月 26 日至30 日". */
function weekLine(document: Document): string {
  return textOf(find(document, 'main p:has(+ h1)'))
}
