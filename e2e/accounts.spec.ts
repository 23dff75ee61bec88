/** With accounts: an invitation by the command, signing in and out, a token, another role. */
import { execFile } from 'node:child_process'
import { rm } from 'node:fs/promises'
import { promisify } from 'node:util'
import { programPath } from '@/lib/process/project-folder'
import { makeInstanceFolder, startInstance } from '@/lib/testing/run/test-instance'
import { findViolations } from './find-violations'
import { expect, test } from './fixtures'
import { overhangOf } from './page-actions'

const PASSWORD = 'every horse reads on Monday'

test('the first administrator comes in by the command, and invites a client', async ({ page }) => {
  const folder = await makeInstanceFolder()
  const instance = await startInstance(folder, { AUTH: 'accounts', LOAD_DEMO: 'false' })
  const look = async () => {
    expect(await findViolations(page)).toEqual([])
    await page.setViewportSize({ width: 390, height: 800 })
    expect(await overhangOf(page)).toBe(0)
    await page.setViewportSize({ width: 1280, height: 800 })
  }
  try {
    const link = await invitationFrom(folder)
    await page.goto(`${instance.address}/en${link}`)
    await page.getByLabel('Name').fill('Ada')
    await page.getByLabel('New password').fill('unbelievable')
    await page.getByRole('button', { name: 'Create the account' }).click()
    await expect(page.locator('main').getByRole('alert')).toContainText('among the commonest')
    await page.getByLabel('Name').fill('Ada')
    await page.getByLabel('New password').fill(PASSWORD)
    await page.getByRole('button', { name: 'Create the account' }).click()
    await expect(page).toHaveURL(`${instance.address}/en/account`)
    await page.getByLabel('What it is for').fill('loads the week')
    await page.getByRole('button', { name: 'Make a token' }).click()
    await expect(page.getByLabel('Token “loads the week”')).toHaveValue(/^fw_/)
    await look()

    await page.getByRole('link', { name: 'Administration' }).click()
    await page.getByLabel('E-mail').fill('client@example.com')
    await page.locator('#invite-role').selectOption('client')
    await page.getByRole('button', { name: 'Make the link' }).click()
    await expect(page.getByLabel('Link for client@example.com')).toHaveValue(/\/en\/sign-in\/invitation\?token=/)
    await look()
    await page.getByRole('link', { name: 'Audit', exact: true }).first().click()
    await expect(page.getByRole('row').nth(1)).toContainText('made an invitation')
    await look()

    await page.getByRole('button', { name: 'Sign out' }).click()
    await page.goto(`${instance.address}/en/admin`)
    await page.getByLabel('E-mail').fill('ada@example.com')
    await page.getByLabel('Password').fill('something else')
    await page.getByRole('button', { name: 'Sign in' }).click()
    await expect(page.locator('main').getByRole('alert')).toContainText('E-mail or password is wrong')
    await look()
    await page.getByLabel('E-mail').fill('ada@example.com')
    await page.getByLabel('Password').fill(PASSWORD)
    await page.getByRole('button', { name: 'Sign in' }).click()
    await expect(page).toHaveURL(`${instance.address}/en/admin`)
    await page.goto(`${instance.address}/en${link}`)
    await expect(page.getByRole('heading', { name: 'This link does not work' })).toBeVisible()
  } finally {
    await instance.stop()
    await rm(folder, { recursive: true, force: true })
  }
})

/** Runs `npm run invite` on the database of an instance, and returns the path of the link. */
async function invitationFrom(folder: string): Promise<string> {
  const args = [programPath('database-command'), 'invite', '--email', 'ada@example.com', '--role', 'admin']
  const env = { ...process.env, DATABASE_URL: '', DATA_DIR: folder }
  const { stdout } = await promisify(execFile)(process.execPath, args, { env })
  const { pathname, search } = new URL(stdout.trim())
  return pathname + search
}
