/** Playwright's test, which also fails on a console error, a page error or a failed request. */
import { type BrowserContext, test as base, expect, type TestInfo } from 'playwright/test'

export { expect }

export const test = base.extend<{ quiet: undefined }>({
  quiet: [
    async ({ context, javaScriptEnabled }, use, testInfo) => {
      const faultsSoFar = listenForFaults(context, javaScriptEnabled ?? true)
      await context.addInitScript(noteListening)
      await use(undefined)
      if (testInfo.status !== testInfo.expectedStatus) await takeScreenshots(context, testInfo)
      expect(faultsSoFar(), 'nothing goes wrong unseen').toEqual([])
    },
    { auto: true },
  ],
})

declare global {
  interface Window {
    /** Whether the page's scripts already listen to keys. */
    listensToKeys: boolean
  }
}

/** Runs in the page before its own scripts. */
function noteListening(): void {
  const listen = window.addEventListener
  window.listensToKeys = false
  window.addEventListener = (...args: Parameters<typeof listen>) => {
    listen.apply(window, args)
    if (args[0] === 'keydown') window.listensToKeys = true
  }
}

/** Keeps screenshots of a failed test. Playwright's own setting takes one for each test, a tenth of the run's time. */
async function takeScreenshots(context: BrowserContext, testInfo: TestInfo): Promise<void> {
  for (const [index, page] of context.pages().entries()) {
    await page.screenshot({ path: testInfo.outputPath(`page-${index + 1}.png`) })
  }
}

/** Collects every fault in the context's pages; the returned function lists those so far. */
function listenForFaults(context: BrowserContext, hasScripts: boolean): () => string[] {
  const faults: string[] = []
  const consoleErrors: { text: string; url: string }[] = []
  // Chromium reports a page's own status 404 as a console error; tests of bad addresses check the status.
  const documents = new Set<string>()
  context.on('weberror', (fault) => faults.push(`page error: ${fault.error().message}`))
  context.on('console', (message) => {
    if (message.type() === 'error') consoleErrors.push({ text: message.text(), url: message.location().url })
  })
  context.on('response', (response) => {
    if (response.request().isNavigationRequest()) documents.add(response.url())
    if (response.status() >= 500) faults.push(`${response.status()} ${response.url()}`)
  })
  context.on('requestfailed', (request) => {
    // Leaving a page or replacing a picture aborts requests; disabled scripts are refused with the reason csp.
    const why = request.failure()?.errorText ?? 'failed'
    const isExpected = why === 'net::ERR_ABORTED' || (why === 'csp' && !hasScripts)
    if (!isExpected) faults.push(`${why} ${request.url()}`)
  })
  // Filtered here, since a page's console error may come before its response.
  return () => [
    ...faults,
    ...consoleErrors.filter(({ url }) => !documents.has(url)).map(({ text, url }) => `console: ${text} (${url})`),
  ]
}
