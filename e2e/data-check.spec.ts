import { expect, test } from './fixtures'

test('a week whose data are whole says so in one line', async ({ page }) => {
  await page.goto('/weeks/2024-08-30')
  await expect(page.locator('#data-check')).toHaveText('16 条序列截至 2024-08-30 全部通过数据检查。')
  await page.goto('/en/weeks/2024-08-30')
  await expect(page.locator('#data-check')).toContainText('All 16 series passed the data checks as of 2024-08-30')
})

test('a version without the portfolios names them as late, and opens what is the matter', async ({ page }) => {
  await page.goto('/en/weeks/2024-08-30?version=2')
  const strip = page.locator('#data-check')
  await expect(strip.locator('summary')).toContainText('2 of 16 series need checking: Late: ')
  await expect(strip.locator('li')).toHaveCount(2)
  await expect(strip.locator('li').first()).toBeHidden()
  await strip.locator('summary').press('Enter')
  for (const finding of await strip.locator('li').all()) await expect(finding).toHaveText(/^Late.+ has no data\.$/)
  await expect(strip.locator('li').first()).toBeVisible()
})

test('a day far from its past is told with its date and distance', async ({ page }) => {
  await page.goto('/en/weeks/2015-05-15')
  await page.locator('#data-check summary').click()
  await expect(page.locator('#data-check li').first()).toHaveText(
    /^Outlier.+ the daily long–short return of 2015-05-13, \+4\.74%, is \+10\.5 standard deviations/,
  )
})
