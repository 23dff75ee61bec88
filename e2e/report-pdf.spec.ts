import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { expect, test } from './fixtures'
import { inLanguage, languagesOf } from './pages'

for (const language of languagesOf('the PDF of a page')) {
  test(`the PDF that a page offers is saved, its checksum beside it, ${language}`, async ({ page }) => {
    test.slow()
    await page.goto(inLanguage(language, '/weeks/2024-08-30'))
    const saved = page.waitForEvent('download', { timeout: 90_000 })
    await page.getByRole('link', { name: /^PDF$/ }).click()
    const download = await saved
    expect(download.suggestedFilename()).toMatch(/^factor-weekly-2024-08-30-(zh|en)\.pdf$/)
    const sha256 = createHash('sha256')
      .update(await readFile(await download.path()))
      .digest('hex')
    await expect(page.getByTitle(sha256)).toContainText(sha256.slice(0, 8))
    await page.reload()
    await expect(page.getByRole('link', { name: /^PDF$/ })).toHaveAttribute('title', new RegExp(sha256.slice(0, 8)))
  })
}
