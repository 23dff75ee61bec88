/** Playwright's test, which also fails on whatever goes wrong unseen: a console error, a page error, a failed request. */
import { type BrowserContext, test as base, expect, type TestInfo } from 'playwright/test'

export { expect }

export const test = base.extend<{ quiet: undefined }>({
  quiet: [
    async ({ context, javaScriptEnabled }, use, testInfo) => {
      const faultsSoFar = listenForFaults(context, javaScriptEnabled ?? true)
      await context.addInitScript(noteListening)
      await use(undefined)
      if (testInfo.status !== testInfo.expectedStatus) await photograph(context, testInfo)
      expect(faultsSoFar(), 'nothing goes wrong unseen').toEqual([])
    },
    { auto: true },
  ],
})

declare global {
  interface Window {
    /** Whether the page's own scripts listen to keys by now. */
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

/** Keeps pictures of a failed test's pages. Playwright's own setting takes one of each test, which costs a tenth of the run. */
async function photograph(context: BrowserContext, testInfo: TestInfo): Promise<void> {
  for (const [index, page] of context.pages().entries()) {
    await page.screenshot({ path: testInfo.outputPath(`page-${index + 1}.png`) })
  }
}

/** Collects every fault in the context's pages; the answer tells those up to now. */
function listenForFaults(context: BrowserContext, hasScripts: boolean): () => string[] {
  const faults: string[] = []
  const consoleErrors: { text: string; url: string }[] = []
  // Chromium reports a page's own status 404 as a console error; tests of bad addresses look at the status themselves.
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
    // Leaving a page, or replacing a picture, gives up what is still being loaded; scripts that are switched off are
    // refused by the name of csp.
    const why = request.failure()?.errorText ?? 'failed'
    const isExpected = why === 'net::ERR_ABORTED' || (why === 'csp' && !hasScripts)
    if (!isExpected) faults.push(`${why} ${request.url()}`)
  })
  // Only now: a page's console error may come before its response.
  return () => [
    ...faults,
    ...consoleErrors.filter(({ url }) => !documents.has(url)).map(({ text, url }) => `console: ${text} (${url})`),
  ]
}
