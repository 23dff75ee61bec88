/** With accounts: an invitation by the command, signing in and out, a second factor, a token, another role, the audit. */
import { execFile } from 'node:child_process'
import { rm } from 'node:fs/promises'
import { promisify } from 'node:util'
import type { Page } from 'playwright/test'
import { programPath } from '@/lib/process/project-folder'
import { codeOf } from '@/lib/testing/access/authenticator-app'
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
    const clientLink = await page.getByLabel('Link for client@example.com').inputValue()
    await page.getByRole('link', { name: 'Account', exact: true }).click()
    const code = await switchCodesOn(page)
    await look()
    await addPasskey(page)
    await look()

    await page.getByRole('button', { name: 'Sign out', exact: true }).click()
    await page.goto(clientLink)
    await page.getByLabel('Name').fill('Client')
    await page.getByLabel('New password').fill(PASSWORD)
    await page.getByRole('button', { name: 'Create the account' }).click()
    await page.getByRole('button', { name: 'Sign out', exact: true }).click()
    await page.getByRole('button', { name: 'Sign in with a passkey' }).click()
    await expect(page).toHaveURL(`${instance.address}/en`)
    await page.goto(`${instance.address}/en/admin`)
    const row = page.getByRole('row', { name: /client@example\.com/ })
    await row.getByText('Change', { exact: true }).click()
    await row.getByLabel('Role').selectOption('viewer')
    await row.getByRole('button', { name: 'Save' }).click()
    await expect(page.locator('main').getByRole('status')).toContainText('The role is changed')
    await page.getByRole('link', { name: 'Audit', exact: true }).first().click()
    await expect(page.getByRole('row').nth(1)).toContainText('to viewer · from client')
    await page.getByLabel('What', { exact: true }).selectOption('token-made')
    await page.getByLabel('Person', { exact: true }).selectOption('Ada')
    await page.getByRole('button', { name: 'Show' }).click()
    await expect(page.getByRole('row')).toHaveCount(2)
    await expect(page.getByRole('row').nth(1)).toContainText('loads the week')
    await look()

    await page.getByRole('button', { name: 'Sign out', exact: true }).click()
    await page.goto(`${instance.address}/en/admin`)
    await page.getByLabel('E-mail').fill('ada@example.com')
    await page.getByLabel('Password').fill('something else')
    await page.getByRole('button', { name: 'Sign in', exact: true }).click()
    await expect(page.locator('main').getByRole('alert')).toContainText('E-mail or password is wrong')
    await look()
    await page.getByLabel('E-mail').fill('ada@example.com')
    await page.getByLabel('Password').fill(PASSWORD)
    await page.getByRole('button', { name: 'Sign in', exact: true }).click()
    await expect(page.getByRole('heading', { name: 'Second step' })).toBeVisible()
    await look()
    await page.getByLabel('Code', { exact: true }).fill(code)
    await page.getByRole('button', { name: 'Sign in', exact: true }).click()
    await expect(page).toHaveURL(`${instance.address}/en/admin`)
    await page.goto(`${instance.address}/en${link}`)
    await expect(page.getByRole('heading', { name: 'This link does not work' })).toBeVisible()
  } finally {
    await instance.stop()
    await rm(folder, { recursive: true, force: true })
  }
})

/** Sets up an authenticator app in one's account, and returns a backup code. */
async function switchCodesOn(page: Page): Promise<string> {
  const part = page.getByRole('region', { name: 'Authenticator app' })
  await part.getByLabel('Current password').fill(PASSWORD)
  await part.getByRole('button', { name: 'Set up an app' }).click()
  await expect(part.getByRole('img', { name: 'QR code' })).toBeVisible()
  const secret = ((await part.locator('code').textContent()) ?? '').replaceAll(' ', '')
  await part.getByLabel('Code', { exact: true }).fill(codeOf(secret))
  await part.getByRole('button', { name: 'Switch it on' }).click()
  const codes = page.getByRole('list', { name: 'Backup codes' }).getByRole('listitem')
  await expect(codes).toHaveCount(10)
  return (await codes.first().textContent()) ?? ''
}

/** Adds a passkey of an authenticator that the browser plays. */
async function addPasskey(page: Page): Promise<void> {
  const devtools = await page.context().newCDPSession(page)
  await devtools.send('WebAuthn.enable')
  await devtools.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      ...{ protocol: 'ctap2', transport: 'internal', hasResidentKey: true, hasUserVerification: true },
      ...{ isUserVerified: true, automaticPresenceSimulation: true },
    },
  })
  await page.getByLabel('Name of the passkey').fill('laptop')
  await page.getByRole('button', { name: 'Add a passkey' }).click()
  await expect(page.locator('main').getByRole('status')).toContainText('The passkey is added')
  await expect(page.getByRole('row', { name: /laptop/ })).toBeVisible()
}

/** Runs `npm run invite` on the database of an instance, and returns the path of the link. */
async function invitationFrom(folder: string): Promise<string> {
  const args = [programPath('database-command'), 'invite', '--email', 'ada@example.com', '--role', 'admin']
  const env = { ...process.env, DATABASE_URL: '', DATA_DIR: folder }
  const { stdout } = await promisify(execFile)(process.execPath, args, { env })
  const { pathname, search } = new URL(stdout.trim())
  return pathname + search
}
