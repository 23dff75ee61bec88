import { signOf } from '@/lib/base/format'
import type { Locale } from '@/lib/base/locale'
import type { Translator } from '@/lib/messages/translate'
import { brokenStreak } from './broken-streak'
import { PhraseBook, phraseText } from './phrase'
import type { ComparedWeek } from './week-records'
import { countWord } from './wording'

/** Returns the clause for the factor that turned after the most weeks in a row on the other side; none in most weeks. */
export function turnClause({ families, past }: ComparedWeek, locale: Locale, t: Translator): string[] {
  const turned = families
    .flatMap(({ rows }) => rows)
    .map((row) => ({ row, weeks: brokenStreak(past.get(row.code)?.spreads ?? [], row.primary.week.value) ?? 0 }))
    .filter(({ weeks }) => weeks > 0)
    .sort((a, b) => b.weeks - a.weeks)
  return turned.slice(0, 1).map(({ row, weeks }) => {
    const book = new PhraseBook()
    const text = t('headline.turn', {
      name: book.name(row),
      side: signOf(row.primary.week.value),
      weeks: countWord(locale, weeks),
    })
    return phraseText(book.phrase(text))
  })
}
