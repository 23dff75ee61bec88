/** A desk with two people: a new week is loaded, stopped by the gate, completed, written, reviewed, published and corrected. */
import { rm } from 'node:fs/promises'
import { Client } from 'pg'
import type { Browser, Page } from 'playwright/test'
import { z } from 'zod'
import { findRunningDatabase } from '@/lib/boot/postgres/open-embedded'
import { makeInstanceFolder, startInstance } from '@/lib/testing/run/test-instance'
import { findViolations } from './find-violations'
import { expect, test } from './fixtures'
import { overhangOf } from './page-actions'
import { SECRET, sessionOf } from './session-of'

const DAYS = ['2024-09-02', '2024-09-03', '2024-09-04', '2024-09-05', '2024-09-06']
const WEEK = '/en/weeks/2024-09-06'

test('a desk loads, completes, writes, reviews, publishes and corrects a week, which readers see only then', async ({
  browser,
}) => {
  const folder = await makeInstanceFolder()
  const settings = { AUTH: 'accounts', AUTH_SECRET: SECRET, PUBLISHING: 'desk', REVIEW: 'two-people' }
  const instance = await startInstance(folder, settings)
  const store = new Client({ connectionString: (await findRunningDatabase(folder)) ?? '' })
  await store.connect()
  const signIn = async (name: string, role: 'viewer' | 'editor' | 'publisher') =>
    pageOf(browser, { ...(await sessionOf(store, { name, role })), url: instance.address })
  try {
    const [editor, publisher, reader] = [
      await signIn('Editor', 'editor'),
      await signIn('Publisher', 'publisher'),
      await signIn('Reader', 'viewer'),
    ]
    const at = (path: string) => instance.address + path

    // Readers see nothing before the first edition; the desk sees the new week as a draft.
    await load(editor, at('/en/data/load'), { 'factors.csv': await factorsCsv(store) })
    await editor.goto(at(WEEK))
    await expect(editor.locator('[data-state="draft"]')).toContainText(/finding/)
    await reader.goto(at(WEEK))
    await expect(reader.locator('h1')).toBeVisible()
    await expect(reader.locator('.table-1')).toHaveCount(0)

    // The gate names what is missing, and passes when it is loaded.
    await editor.goto(at(`${WEEK}/editions`))
    await expect(editor.locator('[data-rule="series-missing"]').first()).toBeVisible()
    await expect(editor.getByRole('button', { name: 'Publish edition 1' })).toHaveCount(0)
    await load(editor, at('/en/data/load'), {
      'portfolios.csv': await portfoliosCsv(store),
      'indices.csv': await indicesCsv(store),
    })
    await editor.goto(at(`${WEEK}/editions`))
    await expect(editor.locator('[data-rule="series-missing"]')).toHaveCount(0)

    await write(editor, at(`${WEEK}/edit`), 'A quiet week.')
    await submit(editor, at(`${WEEK}/editions`))

    // Who has submitted the week cannot publish it; somebody else can.
    await publish(publisher, at(`${WEEK}/editions`), 1)
    expect(await findViolations(publisher)).toEqual([])
    await reader.setViewportSize({ width: 390, height: 844 })
    await reader.goto(at('/en'))
    await expect(reader.locator('main')).toContainText('A quiet week.')
    expect(await overhangOf(reader)).toBe(0)
    const frozen = await (await reader.request.get(at(`${WEEK}/report.pdf`))).body()

    // What is written later is for the desk alone, until a correction is published.
    await write(editor, at(`${WEEK}/edit`), 'A very quiet week.')
    await reader.reload()
    await expect(reader.locator('main')).toContainText('A quiet week.')
    expect((await (await reader.request.get(at(`${WEEK}/report.pdf`))).body()).equals(frozen)).toBe(true)
    await submit(editor, at(`${WEEK}/editions`))
    await publisher.goto(at(`${WEEK}/editions`))
    await publisher.getByLabel('Why the edition is corrected').fill('One word was missing.')
    await publish(publisher, null, 2)
    await expect(publisher.locator('main')).toContainText('A quiet week.')
    await reader.reload()
    await expect(reader.locator('main')).toContainText('A very quiet week.')
    await expect(reader.locator('[data-state="corrected"]')).toContainText('One word was missing.')
    const first = await (await reader.request.get(at(`${WEEK}/editions/1/report.pdf`))).body()
    expect(first.equals(frozen)).toBe(true)
  } finally {
    await store.end()
    await instance.stop()
    await rm(folder, { recursive: true, force: true })
  }
})

async function pageOf(browser: Browser, cookie: { name: string; value: string; url: string }): Promise<Page> {
  const context = await browser.newContext()
  context.setDefaultTimeout(15_000)
  await context.addCookies([cookie])
  return context.newPage()
}

/** Loads files in the browser, as an editor. */
async function load(page: Page, address: string, files: Record<string, string>): Promise<void> {
  await page.goto(address)
  const chosen = Object.entries(files).map(([name, text]) => ({
    name,
    mimeType: 'text/csv',
    buffer: Buffer.from(text),
  }))
  await page.getByLabel('Files').setInputFiles(chosen)
  await page.getByRole('button', { name: 'Check the files' }).click()
  await page.getByRole('button', { name: 'Load', exact: true }).click()
  await expect(page.getByRole('link', { name: /^Data version \d+: what it changed$/ }).first()).toBeVisible()
}

async function write(page: Page, address: string, commentary: string): Promise<void> {
  await page.goto(address)
  await page.getByLabel('Commentary of the week, English').fill(commentary)
  await expect(page.locator('[data-save="rest"]')).toContainText('revision')
}

async function submit(page: Page, address: string): Promise<void> {
  await page.goto(address)
  await giveReasons(page)
  await page.getByRole('button', { name: 'Submit for review' }).click()
  await expect(page.locator('[data-done="review"]')).toBeVisible()
}

/** @param address null for the page that is open */
async function publish(page: Page, address: string | null, number: number): Promise<void> {
  if (address !== null) await page.goto(address)
  await giveReasons(page)
  await page.getByRole('button', { name: `Publish edition ${number}` }).click()
  await expect(page.locator('[data-done="publish"]')).toContainText(`edition ${number}`)
}

/** Gives a reason for each warning of the gate, of which random returns may have some. */
async function giveReasons(page: Page): Promise<void> {
  for (const field of await page.locator('input[name^="waive-"]').all()) await field.fill('Looked at.')
}

const codesRow = z.array(z.object({ code: z.string() }))

async function codesIn(store: Client, table: 'factor' | 'portfolio' | 'market_index'): Promise<string[]> {
  return codesRow.parse((await store.query(`select code from ${table} order by code`)).rows).map(({ code }) => code)
}

/** Returns a small return that no other row has. */
function small(row: number, leg: number): string {
  return (Math.sin(row * 7 + leg * 3 + 1) / 100).toFixed(6)
}

async function factorsCsv(store: Client): Promise<string> {
  const rows = (await codesIn(store, 'factor')).flatMap((code, series) =>
    DAYS.map((date, day) => {
      const row = series * DAYS.length + day
      return [date, code, small(row, 1), small(row, 2), small(day, 9)].join()
    }),
  )
  return ['date,series,long,short,benchmark', ...rows, ''].join('\n')
}

async function portfoliosCsv(store: Client): Promise<string> {
  const rows = (await codesIn(store, 'portfolio')).flatMap((code, series) =>
    DAYS.map((date, day) => [date, code, small(series * DAYS.length + day, 4), small(day, 5 + series)].join()),
  )
  return ['date,series,portfolio,benchmark', ...rows, ''].join('\n')
}

async function indicesCsv(store: Client): Promise<string> {
  const rows = (await codesIn(store, 'market_index')).flatMap((code, series) =>
    DAYS.map((date, day) => [date, code, small(series * DAYS.length + day, 6)].join()),
  )
  return ['date,series,return', ...rows, ''].join('\n')
}
