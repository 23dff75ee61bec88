import { latestVersion } from '@/lib/db/latest-version'
import { newestAliases } from '@/lib/db/newest-aliases'
import { publishesItself } from '@/lib/editions/get-editions'
import { currentScope } from '@/lib/scope/current-scope'
import type { DeskTexts } from './desk-texts'
import { getPublishedTexts } from './get-published-texts'
import { getWeekText } from './get-week-text'

/** The texts of a desk that readers see. */
export interface ShownTexts {
  source: DeskTexts
  /** Old codes of renamed series with their newest ones: older texts have the old ones. */
  renamed: [string, string][]
  /** Do the readers see some of the series only? What the desk wrote of the whole week is not for them then. */
  isLimited: boolean
}

interface Parameters {
  market: string
  /** Last trading day of the week. */
  asOf: string
  version: number
}

/**
 * Returns the texts of a week that the readers of the current scope see: the newest revision as of a data version for the
 * desk, and for everybody while weeks are published by themselves; for others what the newest edition froze, and by a share
 * link what its own edition froze. null: none.
 */
export async function getShownTexts(week: Parameters): Promise<ShownTexts | null> {
  // Nothing was written while there is neither edition, draft nor text.
  if ((await latestVersion()).editions === null) return null
  const source = await sourceOf(week)
  if (source === null) return null
  const { codes } = await newestAliases()
  return { source, renamed: [...codes], isLimited: currentScope().series !== null }
}

async function sourceOf(week: Parameters): Promise<DeskTexts | null> {
  const { drafts, share } = currentScope()
  if (!drafts) {
    const number = share?.shown.kind === 'edition' ? share.shown.number : undefined
    const published = await getPublishedTexts({ ...week, number })
    if (published !== 'none') return published
    if (!publishesItself()) return null
  }
  return (await getWeekText(week))?.content ?? null
}
