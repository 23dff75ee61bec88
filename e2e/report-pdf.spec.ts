import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { bare, readPdf } from '@/lib/testing/pdf/read-pdf'
import { expect, test } from './fixtures'
import { inLanguage, languagesOf } from './pages'

for (const language of languagesOf('the PDF of a page')) {
  test(`a client saves the PDF, which says what the page says and ends with disclosures, ${language}`, async ({
    page,
  }) => {
    test.slow()
    await page.goto(inLanguage(language, '/weeks/2024-08-30'))
    const saved = page.waitForEvent('download', { timeout: 90_000 })
    await page.getByRole('link', { name: /^PDF$/ }).click()
    const download = await saved
    expect(download.suggestedFilename()).toMatch(/^factor-weekly-2024-08-30-(zh|en)\.pdf$/)
    const bytes = await readFile(await download.path())
    const { texts, links } = await readPdf(bytes)
    expect(texts[0]).toContain(bare((await page.locator('h1').textContent()) ?? 'no headline'))
    for (const benchmark of await page.locator('[data-benchmark]').allInnerTexts())
      for (const cell of benchmark.split('\t')) expect(texts[0]).toContain(bare(cell))
    expect(texts.at(-1)).toMatch(/利益冲突|Conflictsofinterest/)
    expect(links.flat().length).toBeGreaterThan(10)
    const sha256 = createHash('sha256').update(bytes).digest('hex')
    await expect(page.getByTitle(sha256)).toContainText(sha256.slice(0, 8))
    await page.reload()
    await expect(page.getByRole('link', { name: /^PDF$/ })).toHaveAttribute('title', new RegExp(sha256.slice(0, 8)))
  })
}
