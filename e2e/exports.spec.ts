import { findViolations } from './find-violations'
import { expect, test } from './fixtures'
import { overhangOf } from './page-actions'

test('the summary is copied to the clipboard as text and as tables', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await page.goto('/weeks/2024-08-30')
  await page.getByRole('button', { name: '复制' }).click()
  await expect(page.getByRole('button', { name: '已复制' })).toBeVisible()
  const copied = await page.evaluate(async () => {
    const [item] = await navigator.clipboard.read()
    const read = async (type: string) => (await item?.getType(type))?.text()
    return { text: await read('text/plain'), html: await read('text/html') }
  })
  expect(copied.text).toContain('中证 500 AI：超额收益本周 −0.70')
  expect(copied.html).toContain('−6.37')
})

test('a failed copy shows an error', async ({ page }) => {
  await page.addInitScript(() => {
    navigator.clipboard.write = () => Promise.reject(new DOMException('refused', 'NotAllowedError'))
  })
  await page.goto('/en/weeks/2024-08-30')
  await page.getByRole('button', { name: 'Copy' }).click()
  await expect(page.getByRole('button', { name: 'The browser did not allow copying' })).toBeVisible()
})

test('the mail fits a narrow client and is readable in light and dark', async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 640 })
  await page.goto('/weeks/2024-08-30/mail.html')
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme })
    expect(await overhangOf(page), colorScheme).toBeLessThanOrEqual(0)
    expect(await findViolations(page, { runOnly: ['color-contrast', 'link-name'] }), colorScheme).toEqual([])
  }
})
