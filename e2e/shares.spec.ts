/** A share link on a phone: its password, the page and its PDF, nothing else, and its end. */
import { execFile } from 'node:child_process'
import { rm } from 'node:fs/promises'
import { promisify } from 'node:util'
import { Client } from 'pg'
import { findRunningDatabase } from '@/lib/boot/postgres/open-embedded'
import { programPath } from '@/lib/process/project-folder'
import { bare, readPdf } from '@/lib/testing/pdf/read-pdf'
import { makeInstanceFolder, startInstance } from '@/lib/testing/run/test-instance'
import { findViolations } from './find-violations'
import { expect, test } from './fixtures'
import { overhangOf } from './page-actions'
import { SECRET, sessionOf } from './session-of'

const WEEK = '2024-08-30'
const CLIENT = 'Yangtze Pension 长江养老'
const PASSWORD = 'river and mountain'

test('a client reads one edition by a link on a phone, and nothing else', async ({ page, browser }) => {
  const folder = await makeInstanceFolder()
  const instance = await startInstance(folder, { AUTH: 'accounts', AUTH_SECRET: SECRET })
  const store = new Client({ connectionString: (await findRunningDatabase(folder)) ?? '' })
  await store.connect()
  try {
    await publish(folder)
    await page
      .context()
      .addCookies([{ ...(await sessionOf(store, { name: 'Ada', role: 'publisher' })), url: instance.address }])
    await page.goto(`${instance.address}/en/admin/links`)
    await page.getByLabel('Client').fill(CLIENT)
    await page.getByLabel('Password').fill(PASSWORD)
    await page.getByLabel('Limit of opens').fill('1')
    await page.getByRole('button', { name: 'Make the link' }).click()
    const link = await page.getByLabel(`Link for ${CLIENT}`).inputValue()
    expect(await findViolations(page)).toEqual([])

    const phone = await browser.newContext({ viewport: { width: 390, height: 844 } })
    const reader = await phone.newPage()
    await reader.goto(link)
    await reader.getByLabel('Password').fill('something else')
    await reader.getByRole('button', { name: 'Open' }).click()
    await expect(reader.locator('main').getByRole('alert')).toHaveText('The password is wrong.')
    await reader.getByLabel('Password').fill(PASSWORD)
    await reader.getByRole('button', { name: 'Open' }).click()
    await expect(reader).toHaveURL(`${instance.address}/en/weeks/${WEEK}`)
    await expect(reader.locator('[data-shared]')).toContainText(`For ${CLIENT}`)
    expect(await overhangOf(reader)).toBe(0)
    expect(await findViolations(reader)).toEqual([])
    const paths = await reader
      .locator('a[href^="/"]')
      .evaluateAll((links) => links.map((each) => each.getAttribute('href')))
    expect(paths.filter((path) => !path?.match(/^(\/en)?\/(weeks\/2024-08-30|charts\/)/))).toEqual([])

    const pdf = await phone.request.get(`${instance.address}/en/weeks/${WEEK}/report.pdf`)
    const { texts } = await readPdf(await pdf.body())
    expect(texts.filter((text) => !text.includes(bare(CLIENT)))).toEqual([])
    for (const path of ['/en', '/en/weeks', '/en/factors', `/en/weeks/${WEEK}?version=1`, '/api/v1/factors.json']) {
      expect((await phone.request.get(instance.address + path)).status(), path).toBe(404)
    }
    await reader.goto(link)
    await expect(reader.getByRole('heading', { name: 'This link has been used up' })).toBeVisible()

    await page.reload()
    await page.getByRole('button', { name: `Revoke ${CLIENT}` }).click()
    await expect(page.locator('main').getByRole('status')).toBeVisible()
    await reader.goto(`${instance.address}/en/weeks/${WEEK}`)
    await expect(reader.getByRole('heading', { name: 'This link does not work' })).toBeVisible()
    await reader.goto(link)
    await expect(reader.getByRole('heading', { name: 'This link was withdrawn' })).toBeVisible()
    await store.query("update share_link set revoked_at = null, expires_at = now() - interval '1 second'")
    await reader.goto(link)
    await expect(reader.getByRole('heading', { name: 'This link has expired' })).toBeVisible()
    await phone.close()
  } finally {
    await store.end()
    await instance.stop()
    await rm(folder, { recursive: true, force: true })
  }
})

/** Publishes the week as its first edition, as the command does. */
async function publish(folder: string): Promise<void> {
  const args = [programPath('database-command'), 'publish', '--week', WEEK, '--write']
  await promisify(execFile)(process.execPath, args, { env: { ...process.env, DATABASE_URL: '', DATA_DIR: folder } })
}
