import { formatPercent } from '@/lib/base/format'
import type { WindowRow } from '@/lib/report/model/report'
import { PhraseBook } from '@/lib/report/text/phrase'
import { isRecord } from '@/lib/report/text/unusual'
import { listed, ranked } from '@/lib/report/text/wording'
import { type Candidate, type KeyPointInput, rarityOf, tailOf } from './candidate'
import { counted, percentileReason, weekItem } from './point-texts'

/** How many factors are named after the best or the worst. */
const FOLLOWERS = 2

/** Returns the best factor of the week, or the worst: why it stands out, and the next ones. */
export function leaders(side: 'up' | 'down', input: KeyPointInput): Candidate[] {
  const { t, factors } = input
  if (factors.every((row) => row.primary.week.value === null)) return []
  const book = new PhraseBook()
  const label = t(`keyPoints.label-${side}`)
  const rows = ranked(factors, (row) => row.primary.week, side)
  const [first] = rows
  if (!first)
    return [{ topic: 'factors', label, text: book.phrase(t(`keyPoints.none-${side}`)), rarity: 0, subjects: [] }]
  const tied = rows.filter((row) => printed(row) === printed(first))
  const next = followers(rows.slice(tied.length))
  const items = (group: WindowRow[]) =>
    listed(
      t,
      group.map((row) => weekItem(book, row, input)),
      'figures',
    )
  const reason = tied.length === 1 ? percentileReason(book, first, input) : ''
  const text = t(`keyPoints.leads-${side}`, {
    amount: rows.length === 1 ? 'one' : 'more',
    leaders: items(tied),
    isTie: tied.length > 1 ? 'yes' : 'no',
    reason,
    // Chinese brackets include space.
    gap: reason === '' ? ' ' : '',
    hasNext: next.length > 0 ? 'yes' : 'no',
    next: items(next),
    count: counted(book, rows.length, `${side}:week`, input),
  })
  const rarity = rarityOf(tailOf(first.primary.week.percentile, side))
  const topic = isRecord(first.primary.week.percentile) ? 'records' : 'factors'
  return [{ topic, label, text: book.phrase(text), rarity, subjects: tied.map(({ code }) => code) }]
}

/** Returns the next rows, with all that print the figure of the last one. */
function followers(rows: WindowRow[]): WindowRow[] {
  const last = rows[FOLLOWERS - 1]
  return rows.filter((row, index) => index < FOLLOWERS || (last && printed(row) === printed(last)))
}

function printed(row: WindowRow): string {
  return formatPercent(row.primary.week.value)
}
