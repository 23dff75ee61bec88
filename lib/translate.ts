import { createTranslator } from 'use-intl/core'
import en from './messages/en.json'
import zh from './messages/zh.json'
import type { Locale } from './view'

/** Every language has the same keys: TypeScript refuses a file that lacks one. */
const MESSAGES: Record<Locale, typeof zh> = { zh, en }

/** The texts of one language, by key and with ICU arguments. A missing key or argument is thrown, never shown. */
export function translatorFor(locale: Locale) {
  return createTranslator<typeof zh>({
    locale,
    messages: MESSAGES[locale],
    timeZone: 'UTC',
    onError: (error) => {
      throw error
    },
  })
}

export type Translator = ReturnType<typeof translatorFor>
