import type { Locale } from '@/lib/base/locale'
import type { Translator } from '@/lib/messages/translate'
import { PhraseBook, phraseText } from './phrase'
import { type ComparedWeek, type WeekRecord, weekRecords } from './week-records'
import { countWord, inSentence, listed } from './wording'

/** Of more factors, families or portfolios than this with one record only the first is named. */
const MAX_NAMED = 2

interface RecordClauses {
  /** Best and worst weeks, and the deepest drawdowns of portfolios. */
  records: string[]
  /** The deepest drawdowns of factors. */
  drawdowns: string[]
}

/** Returns the records of the week for the headline, the most important one first; none in most weeks. */
export function recordClauses(week: ComparedWeek, locale: Locale, t: Translator): RecordClauses {
  const all = weekRecords(week)
  const drawdowns = all.filter(({ kind }) => kind === 'drawdown').map((record) => clauseOf(record, locale, t))
  const records = all.filter(({ kind }) => kind !== 'drawdown')
  const [best, worst] = records.filter(({ kind }) => kind === 'any')
  const both = best && worst ? [bothClause(best, worst, t)] : []
  const others = both.length > 0 ? records.filter(({ kind }) => kind !== 'any') : records
  return { records: [...both, ...others.map((record) => clauseOf(record, locale, t))], drawdowns }
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
  const names = subjects.map((subject) => book.name(nameOf(kind, subject, locale)))
  const [name = ''] = names
  const counts = { count: countWord(locale, names.length), others: String(names.length - 1) }
  const who = names.length > MAX_NAMED ? t('headline.recordCount', { kind, name, ...counts }) : listed(t, names)
  const text = t(`headline.record-${kind}`, { side, amount: names.length === 1 ? 'one' : 'more', names: who })
  return phraseText(book.phrase(text))
}

/** Lowers the first letter of a family in a sentence; a series keeps its name. */
function nameOf(kind: WeekRecord['kind'], subject: WeekRecord['subjects'][number], locale: Locale) {
  return kind === 'family' ? { ...subject, shortName: inSentence(subject.shortName, locale) } : subject
}
