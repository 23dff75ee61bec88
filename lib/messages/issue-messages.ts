import type { Locale } from '@/lib/base/locale'
import type { IssueKind } from '@/lib/base/window-kind'
import en from './issues.en.json'
import zh from './issues.zh.json'

/** The texts of issues that differ from those of a week, by key: one for both kinds, or one for each. */
const ISSUES: Record<Locale, Record<string, string | Record<IssueKind, string>>> = { en, zh }

/** What stands for {issue} and {least} in them: the name of the window, and how many earlier ones a comparison needs. */
const WORDS: Record<IssueKind, Record<Locale, string> & { least: string }> = {
  month: { en: 'month', zh: '月', least: '36' },
  quarter: { en: 'quarter', zh: '季度', least: '20' },
}

/**
 * Returns messages with the texts of an issue of a month or a quarter in place of those of a week.
 * @throws RangeError for a text whose key is not one of the messages
 */
export function issueMessages<Messages extends object>(messages: Messages, locale: Locale, kind: IssueKind): Messages {
  const own: Messages = structuredClone(messages)
  for (const [key, text] of Object.entries(ISSUES[locale])) {
    const chosen = typeof text === 'string' ? text : text[kind]
    replace(
      own,
      key.split('.'),
      chosen.replaceAll('{issue}', WORDS[kind][locale]).replaceAll('{least}', WORDS[kind].least),
    )
  }
  return own
}

function replace(messages: object, [name = '', ...rest]: string[], text: string): void {
  const known: unknown = Reflect.get(messages, name)
  if (rest.length > 0 && typeof known === 'object' && known !== null) replace(known, rest, text)
  else if (rest.length === 0 && typeof known === 'string') Reflect.set(messages, name, text)
  else throw new RangeError(`issues have a text for ${name}, which is no message`)
}
