import { expect, test } from './fixtures'
import { inLanguage, PAGES } from './pages'

for (const [kind, path] of Object.entries(PAGES)) {
  test(`no error in the console: ${kind}`, async ({ page }) => {
    for (const language of ['zh', 'en'] as const) {
      const response = await page.goto(inLanguage(language, path), { waitUntil: 'networkidle' })
      expect(response?.status()).toBe(200)
      await expect(page.getByText(/undefined|NaN|\[object|Infinity/)).toHaveCount(0)
    }
  })
}

test('an unknown address has the language of its address and leads on', async ({ page }) => {
  for (const [path, title] of [
    ['/factors/no-such-factor', '没有这个页面'],
    ['/en/factors/no-such-factor', 'No such page'],
    ['/?version=999', '没有这个页面'],
    ['/en?order=x', 'No such page'],
  ] as const) {
    const response = await page.goto(path)
    expect(response?.status(), path).toBe(404)
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(title)
    await page.locator('main a').filter({ visible: true }).first().click()
    await expect(page.locator('.table-1')).toBeVisible()
  }
})
