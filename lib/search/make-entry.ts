import { LOCALES, type Locale } from '@/lib/base/locale'
import { type Translator, translatorFor } from '@/lib/messages/translate'
import zh from '@/lib/messages/zh.json'
import type { SearchEntry } from './search-index'
import { searchTerms } from './search-terms'

/** Makes an entry in a language. */
export type MakeEntry = (locale: Locale) => SearchEntry

/** Keys of `synonyms` among the messages. */
export type Synonyms = keyof typeof zh.synonyms

interface EntryParts {
  group: SearchEntry['group']
  command: SearchEntry['command']
  label: (t: Translator, locale: Locale) => string
  note?: (t: Translator, locale: Locale) => string
  /** Whose synonyms find the entry too. */
  synonyms?: readonly Synonyms[]
  /** Further names that find it. */
  names?: readonly string[]
}

/** Makes an entry whose label and note depend on the language; it is found in both languages. */
export function entryOf({ group, command, label, note, synonyms = [], names = [] }: EntryParts): MakeEntry {
  const labels = LOCALES.map((each) => label(translatorFor(each), each))
  const others = synonyms.flatMap((key) =>
    LOCALES.flatMap((each) => translatorFor(each)(`synonyms.${key}`).split(/、|, /)),
  )
  const terms = [...new Set([...labels, ...others, ...names].map(searchTerms))]
  return (locale) => {
    const t = translatorFor(locale)
    return { group, label: label(t, locale), note: note?.(t, locale) ?? '', terms, command }
  }
}

/** Returns whether a name has synonyms among the messages. */
export function hasSynonyms(name: string): name is Synonyms {
  return name in zh.synonyms
}
