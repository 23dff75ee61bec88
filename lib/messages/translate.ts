import { createTranslator } from 'use-intl/core'
import type { Locale } from '@/lib/base/locale'
import en from './en.json'
import zh from './zh.json'

/** Every language has the same keys: TypeScript refuses a file that lacks one. */
const MESSAGES: Record<Locale, typeof zh> = { zh, en }

/**
 * The texts of one language, by key and with ICU arguments. A missing key or argument is thrown, never shown. Every call
 * gives the same translator, which parses a text once.
 */
export function translatorFor(locale: Locale): Translator {
  return TRANSLATORS[locale]
}

export type Translator = ReturnType<typeof makeTranslator>

function makeTranslator(locale: Locale) {
  return createTranslator<typeof zh>({
    locale,
    messages: MESSAGES[locale],
    onError: (error) => {
      throw error
    },
  })
}

const TRANSLATORS: Record<Locale, Translator> = { zh: makeTranslator('zh'), en: makeTranslator('en') }
