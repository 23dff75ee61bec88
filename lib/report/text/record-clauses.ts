import type { Locale } from '@/lib/base/locale'
import type { Translator } from '@/lib/messages/translate'
import { PhraseBook, phraseText } from './phrase'
import { type ComparedWeek, type WeekRecord, weekRecords } from './week-records'
import { countWord, listed } from './wording'

/** How many records a headline has at most. */
const MAX_CLAUSES = 2
/** A record of more than this many factors, families or portfolios counts them instead of naming them. */
const MAX_NAMED = 2

/** Returns the records of the week for the headline, the most important one first; none in most weeks. */
export function recordClauses(week: ComparedWeek, locale: Locale, t: Translator): string[] {
  const records = weekRecords(week)
  const [best, worst] = records.filter(({ kind }) => kind === 'any')
  const both = best && worst ? [bothClause(best, worst, t)] : []
  const others = both.length > 0 ? records.filter(({ kind }) => kind !== 'any') : records
  return [...both, ...others.map((record) => clauseOf(record, locale, t))].slice(0, MAX_CLAUSES)
}

function bothClause(best: WeekRecord, worst: WeekRecord, t: Translator): string {
  const book = new PhraseBook()
  const name = ({ subjects }: WeekRecord) =>
    listed(
      t,
      subjects.map((subject) => book.name(subject)),
    )
  return phraseText(book.phrase(t('headline.recordBoth', { best: name(best), worst: name(worst) })))
}

function clauseOf({ kind, side, subjects }: WeekRecord, locale: Locale, t: Translator): string {
  const book = new PhraseBook()
  const names = subjects.map((subject) => book.name(subject))
  const count = countWord(locale, subjects.length)
  const who = names.length > MAX_NAMED ? t('headline.recordCount', { kind, count }) : listed(t, names)
  const text = t(`headline.record-${kind}`, { side, amount: names.length === 1 ? 'one' : 'more', names: who })
  return phraseText(book.phrase(text))
}
