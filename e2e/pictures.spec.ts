import type { Page } from 'playwright/test'
import { sampleOf } from '@/lib/testing/run/run-mode'
import { expect, test } from './fixtures'
import { PUBLISHED_CELLS } from './published'

const FACTOR = '/factors/improved-reversal'

const PATHS = ['/', '/en', '/factors', '/en/factors', FACTOR, `/en${FACTOR}`]

for (const path of sampleOf('pages whose pictures are read', PATHS, 3)) {
  test(`no word of a picture is cut or covered, at any size: ${path}`, async ({ page }) => {
    await page.goto(path)
    const light = (await pictures(page)).filter(({ address }) => address.includes('-light-red-'))
    expect(light.length).toBeGreaterThan(5)
    const faults: string[] = []
    for (const { address, windowPx } of light) {
      const words = await wordsOf(page, address)
      if (words.length === 0) faults.push(`${address}: no words`)
      faults.push(...wordFaults(words, windowPx).map((fault) => `${address}: ${fault}`))
    }
    expect(faults).toEqual([])
  })
}

test('the bars beside each section print its published figures', async ({ page }) => {
  await page.goto('/')
  const windows = await page.locator('main section[id^="section-"] img[src*="bars"]').evaluateAll(async (images) => {
    const bars = images.filter((image) => image instanceof HTMLImageElement)
    await Promise.all(bars.map((img) => img.decode()))
    return bars.map((img) => {
      const share = Number.parseFloat(getComputedStyle(img).objectPosition.split(' ')[1] ?? '') / 100
      const heightPx = img.clientHeight
      return { address: img.currentSrc, topPx: share * (img.naturalHeight - heightPx), heightPx }
    })
  })
  const series = [...PUBLISHED_CELLS.keys()].filter((cell) => /\.(longShort|excess)\.week$/.test(cell))
  expect(windows).toHaveLength(series.length)
  for (const [index, { address, topPx, heightPx }] of windows.entries()) {
    const measure = String(series[index]).replace(/\.week$/, '')
    const inWindow = (await wordsOf(page, address)).filter(({ top }) => top >= topPx - 2 && top < topPx + heightPx - 2)
    const printed = inWindow.map(({ word }) => word)
    for (const span of ['week', 'month', 'year']) {
      expect(printed, `${measure} ${span}`).toContain(PUBLISHED_CELLS.get(`${measure}.${span}`))
    }
  }
})

interface Word {
  word: string
  left: number
  right: number
  top: number
  bottom: number
  /** Width of the picture that contains it. */
  widthPx: number
}

/** Returns the addresses of all pictures of a page, in each size and tone, with the share of a sheet for one figure. */
function pictures(page: Page): Promise<{ address: string; windowPx: number }[]> {
  return page.locator('picture > *').evaluateAll((nodes) => {
    const found = new Map<string, number>()
    for (const node of nodes) {
      const address = node.getAttribute('srcset') ?? node.getAttribute('src') ?? ''
      found.set(address, Number(node.getAttribute('height')))
    }
    return [...found].map(([address, windowPx]) => ({ address, windowPx }))
  })
}

/** Returns the words of a picture and their positions, in pixels. */
function wordsOf(page: Page, address: string): Promise<Word[]> {
  return page.evaluate(async (href) => {
    const stage = document.body.appendChild(document.createElement('div'))
    stage.style.cssText = 'position:fixed;top:0;left:0'
    stage.innerHTML = await (await fetch(href)).text()
    const widthPx = stage.querySelector('svg')?.getBoundingClientRect().width ?? 0
    const words = [...stage.querySelectorAll('text')].map((text) => {
      const { left, right, top, bottom } = text.getBoundingClientRect()
      return { word: text.textContent ?? '', left, right, top, bottom, widthPx }
    })
    stage.remove()
    return words
  }, address)
}

/** Returns words outside their window, and pairs of words that touch. */
function wordFaults(words: Word[], windowPx: number): string[] {
  const windowOf = (px: number) => Math.floor(px / windowPx)
  const cut = words.filter(
    ({ left, right, top, bottom, widthPx }) =>
      left < -1 || right > widthPx + 0.5 || windowOf(top + 1) !== windowOf(bottom - 1),
  )
  const covered = words.flatMap((word, index) => words.slice(index + 1).filter((other) => overlap(word, other)))
  return [...cut.map(({ word }) => `${word} is cut`), ...covered.map(({ word }) => `${word} is covered`)]
}

function overlap(a: Word, b: Word): boolean {
  const width = Math.min(a.right, b.right) - Math.max(a.left, b.left)
  const height = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top)
  return width > 0.5 && height > 4
}
