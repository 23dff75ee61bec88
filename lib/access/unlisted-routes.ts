import { readdirSync } from 'node:fs'
import { ruleOf } from './decide'

/** The files of a folder of `app/` that answer requests. */
const ANSWERING = /^(page|route)\.tsx?$/
/** Answers whatever has no page, so that the last rule is its own. */
const REST = '/[...rest]'
const LAST = '/*'

/**
 * Returns the addresses of pages and routes that the access table does not name: who may ask for them is nowhere said.
 * @param folder the folder `app`
 */
export function unlistedRoutes(folder: string): string[] {
  return routesIn(folder).filter((route) => {
    if (route === REST) return false
    const rule = ruleOf(exampleOf(route))
    return rule === undefined || rule.path === LAST
  })
}

/** Lists the addresses of pages and routes as Next names their folders, without language and view. */
function routesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((path) => path.split(/[\\/]/))
    .filter((parts) => ANSWERING.test(parts.at(-1) ?? ''))
    .map((parts) =>
      parts.slice(0, -1).filter((part) => part !== '[locale]' && part !== '[view]' && !part.startsWith('(')),
    )
    .map((parts) => `/${parts.join('/')}`)
    .sort()
}

/** Returns an address that leads to a route. */
function exampleOf(route: string): string {
  return route.replace(/\[[^\]]+\]/g, 'x')
}
