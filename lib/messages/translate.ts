import { createTranslator } from 'use-intl/core'
import type { Locale } from '@/lib/base/locale'
import type { WindowKind } from '@/lib/base/window-kind'
import en from './en.json'
import { issueMessages } from './issue-messages'
import zh from './zh.json'

/** Every language has the same keys: TypeScript refuses a file that lacks one. */
const MESSAGES: Record<Locale, typeof zh> = { zh, en }

/**
 * The texts of one language, by key and with ICU arguments. A missing key or argument is thrown, never shown. Every call
 * gives the same translator, which parses a text once.
 * @param window kind of the report that the texts are about: in one of a month or a quarter, some differ from those of a week
 */
export function translatorFor(locale: Locale, window: WindowKind = 'week'): Translator {
  const key = `${locale} ${window}`
  const known = translators.get(key) ?? makeTranslator(locale, window)
  translators.set(key, known)
  return known
}

export type Translator = ReturnType<typeof makeTranslator>

const translators = new Map<string, Translator>()

function makeTranslator(locale: Locale, window: WindowKind) {
  const messages = MESSAGES[locale]
  return createTranslator<typeof zh>({
    locale,
    messages: window === 'week' ? messages : issueMessages(messages, locale, window),
    onError: (error) => {
      throw error
    },
  })
}
