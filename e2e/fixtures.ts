/** Playwright's test, which also fails on whatever goes wrong unseen: a console error, a page error, a failed request. */
import { type BrowserContext, test as base, expect } from 'playwright/test'

export { expect }

export const test = base.extend<{ quiet: undefined }>({
  quiet: [
    async ({ context, javaScriptEnabled }, use) => {
      const faultsSoFar = listenForFaults(context, javaScriptEnabled ?? true)
      await use(undefined)
      expect(faultsSoFar(), 'nothing goes wrong unseen').toEqual([])
    },
    { auto: true },
  ],
})

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
