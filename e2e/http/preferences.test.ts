import { expect, test } from 'vitest'
import { sampleOf } from '@/lib/testing/run/run-mode'
import { attributesIn, BASE_URL, find, followLink, getAnswer, getPage, hrefOf, linkNamed, submitForm } from './client'
import { rawRequest } from './raw-request'

const LONG = 'a'.repeat(5000)
const FORM = { 'content-type': 'application/x-www-form-urlencoded' }
const FACTOR = '/factors/improved-reversal'

test("a cookie's theme and colours are in the page and in the addresses of its pictures", async () => {
  for (const theme of ['light', 'dark']) {
    const { document } = await getPage(FACTOR, { cookie: `theme=${theme}; colours=cvd` })
    expect(document.documentElement.getAttribute('data-theme')).toBe(theme)
    const pictures = attributesIn(document, 'main picture img', 'src')
    expect(pictures.length).toBeGreaterThan(0)
    for (const src of pictures) expect(src).toContain(`-${theme}-cvd-`)
    for (const srcSet of attributesIn(document, 'main picture source', 'srcSet')) expect(srcSet).toContain(`-${theme}-`)
  }
})

test('without scripts the form sets the theme, other pages keep it, and it can be reset', async () => {
  const initialPage = await getPage('/factors?convention=geometric')
  expect(initialPage.document.documentElement.getAttribute('data-theme')).toBe('auto')
  const { document } = await getPage('/methodology', { cookie: 'theme=dark' })
  const [form] = document.querySelectorAll('form[action="/preferences"]:has(button[data-preference="theme"])')
  const buttons = [...(form?.querySelectorAll('button') ?? [])]
  const choices = buttons.map((button) => button.getAttribute('value') ?? '')
  expect(choices).toEqual(['auto', 'light', 'dark'])
  expect(buttons.map((button) => button.getAttribute('aria-pressed'))).toEqual(['false', 'false', 'true'])
  const kept = find(document, 'form:has(button[data-preference="theme"]) input')
  for (const choice of choices) {
    const body = `${kept.getAttribute('name')}=${kept.getAttribute('value')}&${buttons[0]?.getAttribute('name')}=${choice}`
    const answer = await postPreference(body, `${BASE_URL}/factors?convention=geometric`)
    expect(answer.headers.location).toBe('/factors?convention=geometric')
    const [cookie = ''] = String(answer.headers['set-cookie']).split(';')
    const changed = await getPage('/methodology', { cookie })
    expect(changed.document.documentElement.getAttribute('data-theme')).toBe(choice)
  }
})

test('the language switch keeps the page and its view', async () => {
  const paths = [
    '/weeks/2023-05-19?convention=geometric&order=report',
    FACTOR,
    '/portfolios',
    '/weeks',
    '/methodology',
    '/weeks/2024-02-14',
  ]
  for (const path of sampleOf('pages with a language switch', paths, 3)) {
    const chinese = await getPage(path)
    expect(chinese.document.documentElement.lang).toBe('zh-CN')
    const english = await followLink(chinese, linkNamed(chinese.document, 'English'))
    expect(english.address).toBe(`/en${path}`)
    expect(english.document.documentElement.lang).toBe('en')
    expect((await followLink(english, linkNamed(english.document, '中文'))).address).toBe(path)
  }
})

test('links on an English page stay English and keep the convention', async () => {
  const { document } = await getPage('/en?convention=geometric')
  const links = [...document.querySelectorAll('a[href^="/"]')].filter((link) => !link.hasAttribute('hrefLang'))
  const all = links.map(hrefOf)
  // An API address has a language parameter only for files for people, not for scripts.
  const files = all.filter((href) => /^\/api\/.*\.(csv|xlsx)\?/.test(href))
  expect(files.length).toBeGreaterThan(0)
  expect(files.filter((href) => !href.includes('lang=en'))).toEqual([])
  expect(files.filter((href) => href.includes('/summaries') && !href.includes('convention=geometric'))).toEqual([])
  const hrefs = all.filter((href) => !href.startsWith('/api/'))
  expect(hrefs.filter((href) => !/^\/en(\/|\?|$)/.test(href))).toEqual([])
  expect(hrefs.filter((href) => !href.includes('convention=geometric')).length).toBeLessThanOrEqual(3)
})

test('without scripts a reader finds a week, a factor, its data, another order and convention', async () => {
  const latest = await getPage('/')
  const before = await followLink(latest, find(latest.document, 'a[data-week="previous"]'))
  expect(before.address).toBe('/weeks/2024-08-23')
  const [jump] = before.document.querySelectorAll('form:has(input[type="date"])')
  if (!jump) throw new Error('the page has no date form')
  const week = await submitForm(before, jump, { date: '2024-08-28' })
  expect(week.address).toBe('/weeks/2024-08-30')
  const geometric = await followLink(week, linkNamed(week.document, '几何'))
  expect(geometric.address).toBe('/weeks/2024-08-30?convention=geometric')
  const factor = await followLink(geometric, linkNamed(find(geometric.document, '.table-1'), '改进反转'))
  expect(factor.address).toBe(`${FACTOR}?convention=geometric`)
  expect(factor.document.querySelector('figure details table')).not.toBeNull()
  expect(factor.document.querySelector('[data-live]')).toBeNull()
  const [picture = ''] = attributesIn(factor.document, 'main picture img', 'src')
  expect((await getAnswer(picture)).status).toBe(200)
})

test('a document has the paper of its address, else the chosen one; a wrong one is refused', async () => {
  const chosen = String((await postPreference('name=paper&choice=letter', BASE_URL)).headers['set-cookie'])
  const letter = { cookie: chosen.split(';')[0] ?? '' }
  const nameOf = async (path: string, headers: Record<string, string> = {}) =>
    (await rawRequest(BASE_URL, { path, headers })).headers['content-disposition']
  const path = '/en/weeks/2024-08-30/one-page.pdf'
  const name = (paper: string) => `attachment; filename="factor-weekly-2024-08-30-one-page-en${paper}.pdf"`
  expect(await nameOf(path)).toBe(name(''))
  expect(await nameOf(path, letter)).toBe(name('-letter'))
  expect(await nameOf(`${path}?paper=letter`)).toBe(name('-letter'))
  expect(await nameOf(`${path}?paper=a4`, letter)).toBe(name(''))
  const { status, headers } = await rawRequest(BASE_URL, { path: '/weeks/2024-08-28/report.pdf?paper=letter' })
  expect([status, headers.location]).toEqual([307, '/weeks/2024-08-30/report.pdf?paper=letter'])
  expect((await rawRequest(BASE_URL, { path: `${path}?paper=a3` })).status).toBe(400)
})

test('an invalid preference is refused', async () => {
  const bad = [
    { body: '' },
    { headers: FORM, body: '' },
    { headers: FORM, body: 'name=theme' },
    { headers: FORM, body: 'name=theme&choice=pink' },
    { headers: FORM, body: 'name=constructor&choice=dark' },
    { headers: { 'content-type': 'application/json' }, body: '{"name":"theme","choice":"dark"}' },
    { headers: { 'content-type': 'multipart/form-data' }, body: 'name=theme' },
    { headers: { 'content-type': 'multipart/form-data; boundary=x' }, body: '--x\r\nbroken' },
  ]
  for (const request of bad) {
    const answer = await rawRequest(BASE_URL, { path: '/preferences', method: 'POST', ...request })
    expect(answer.status, JSON.stringify(request).slice(0, 100)).toBe(400)
    expect(answer.headers['set-cookie']).toBeUndefined()
  }
  expect((await rawRequest(BASE_URL, { path: '/preferences' })).status).toBe(405)
})

test('a form that is longer than any choice is not read to its end', async () => {
  const body = `name=theme&choice=${LONG}`
  expect((await rawRequest(BASE_URL, { path: '/preferences', method: 'POST', headers: FORM, body })).status).toBe(413)
})

test('setting a preference returns to the same page, and never to another site', async () => {
  const host = new URL(BASE_URL).host
  const referers = {
    [`http://${host}/en/factors?convention=geometric`]: '/en/factors?convention=geometric',
    [`http://${host}${FACTOR}?from=2020-01-01&utm_source=x`]: `${FACTOR}?from=2020-01-01&utm_source=x`,
    'https://evil.example/phish': '/',
    [`http://${host}.evil.example/`]: '/',
    [`http://${host}//evil.example/`]: '/',
    [`http://${host}/\\evil.example/`]: '/',
    'not a url': '/',
    '': '/',
  }
  for (const [referer, location] of Object.entries(referers)) {
    const answer = await postPreference('name=theme&choice=dark', referer)
    expect(answer.status, referer).toBe(303)
    expect(answer.headers.location, referer).toBe(location)
    expect(String(answer.headers['set-cookie']), referer).toMatch(/^theme=dark; Path=\/;.*SameSite=lax/i)
  }
})

function postPreference(body: string, referer: string) {
  return rawRequest(BASE_URL, { path: '/preferences', method: 'POST', headers: { ...FORM, referer }, body })
}
