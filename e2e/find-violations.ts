import axe, { type RunOptions } from 'axe-core'
import type { Page } from 'playwright/test'

/** Selectors of what is looked at, and of what is left out of it. */
interface Parts {
  include: string[]
  exclude?: string[]
}

/** Rules that a change of colours alone can break. */
export const COLOUR_RULES = ['color-contrast', 'link-in-text-block']

/**
 * Returns what axe finds in a page, or in a part of it: the rule, the element and why, one string each. Nodes that pass are
 * not described, which takes four times as long as finding the violations.
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
