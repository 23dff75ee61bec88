import axe, { type RunOptions } from 'axe-core'
import type { Page } from 'playwright/test'

/** Selectors of the checked and of the excluded elements. */
interface Parts {
  include: string[]
  exclude?: string[]
}

/** Rules that depend on colours only. */
export const COLOUR_RULES = ['color-contrast', 'link-in-text-block']

/**
 * Returns the violations that axe finds in a page or a part of it, one string each: rule, element and reason. axe does
 * not describe nodes that pass, which would take four times as long as finding the violations.
 */
export async function findViolations(
  page: Page,
  options: RunOptions = {},
  parts: Parts = { include: ['html'] },
): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe.source)
  const { violations } = await page.evaluate(
    ([within, how]) => axe.run(within, { ...how, resultTypes: ['violations'] }),
    [parts, options] as const,
  )
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id} ${target}: ${failureSummary}`),
  )
}
