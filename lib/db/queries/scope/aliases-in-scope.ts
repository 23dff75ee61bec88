import { latestVersion } from '@/lib/db/latest-version'
import { newestAliases } from '@/lib/db/newest-aliases'
import { currentScope } from '@/lib/scope/current-scope'
import { isPart } from '@/lib/scope/read-scope'
import { codesInScope } from './codes-in-scope'

/**
 * Returns the code of each renamed series of the current scope, by its old code. An old code of any other series leads
 * nowhere, as one that never was.
 */
export async function aliasesInScope(): Promise<ReadonlyMap<string, string>> {
  const { codes } = await newestAliases()
  if (!isPart(currentScope())) return codes
  const known = await codesInScope({ version: (await latestVersion()).id, codes: [...codes.values()] })
  return new Map([...codes].filter(([, code]) => known?.includes(code)))
}
