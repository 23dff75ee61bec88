/** Links and headings of every kind of page. */
import { expect, test } from 'vitest'
import { sampleOf } from '@/lib/testing/run/run-mode'
import { inLanguage, languagesOf, PAGES } from '../pages'
import { getAnswer, getPage, hrefOf, hrefsIn, linkNamed } from './client'

for (const [kind, path] of Object.entries(PAGES)) {
  test(`every link of ${kind} leads to a page, or to an anchor on the same page`, async () => {
    const { document } = await getPage(path)
    // The first paint waits for the element that a link of this kind names, or else for the whole page.
    const hrefs = hrefsIn(document, 'a[href], link[rel="expect"]')
    const broken = hrefs.filter((href) => href.startsWith('#') && document.getElementById(href.slice(1)) === null)
    expect(broken).toEqual([])
    const links = new Set(hrefs.filter((href) => href.startsWith('/')).map((href) => href.replace(/#.*/, '')))
    expect(links.size).toBeGreaterThan(5)
    for (const link of sampleOf(`links of ${kind}`, [...links], 6)) expect(await statusOf(link), link).toBe(200)
  })

  for (const language of languagesOf(`headings of ${kind}`)) {
    test(`${kind} has a title, one main heading and its language, ${language}`, async () => {
      const { status, document } = await getPage(inLanguage(language, path))
      expect(status).toBe(200)
      expect(document.documentElement.lang).toBe(language === 'zh' ? 'zh-CN' : 'en')
      expect(document.title).not.toBe('')
      const levels = [...document.querySelectorAll('h1, h2, h3, h4')].map(({ tagName }) => Number(tagName.slice(1)))
      expect(levels.filter((level) => level === 1)).toHaveLength(1)
      expect(levels.filter((level, index) => level > (levels[index - 1] ?? level) + 1)).toEqual([])
    })
  }
}

test('a page keeps its own parameters in links to itself, and not in links to other pages', async () => {
  const query = 'from=2020-01-01&to=2023-12-31&utm_source=x&convention=geometric'
  const { document } = await getPage(`/factors/improved-reversal?${query}`)
  const kept = 'from=2020-01-01&to=2023-12-31&convention=geometric'
  expect(hrefOf(linkNamed(document, 'English'))).toBe(`/en/factors/improved-reversal?${kept}`)
  expect(hrefOf(linkNamed(document, /方法/))).toBe('/methodology?convention=geometric')
})

const statuses = new Map<string, Promise<number>>()

/** Returns the status of an address, which is requested once even if many pages link to it. */
function statusOf(path: string): Promise<number> {
  const pending = statuses.get(path) ?? getAnswer(path).then(({ status }) => status)
  statuses.set(path, pending)
  return pending
}
