/** Checks that the access table names every page and route, so that none can be asked for by anybody who happens to. */
import { unlistedRoutes } from '@/lib/access/unlisted-routes'

const unlisted = unlistedRoutes('app')
for (const route of unlisted) console.error(`access: ${route} is not in lib/access/access-table.ts`)
console.log(`access: ${unlisted.length} faults`)
process.exitCode = unlisted.length > 0 ? 1 : 0
