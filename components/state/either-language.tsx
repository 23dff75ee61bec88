import type { ReactNode } from 'react'
import { LOCALES, type Locale, languageTag } from '@/lib/base/locale'
import texts from '@/lib/messages/fallback.json'

const ONLY: Record<Locale, string> = {
  zh: 'in-[html[lang=en]]:hidden',
  en: 'in-[html[lang=zh-CN]]:hidden',
}

export type FallbackTexts = (typeof texts)['zh']

/**
 * Shows both languages for the few states in which the page's language is unknown (not found, failed, loading); the
 * style sheet displays the language of the document.
 */
export function EitherLanguage({ children }: { children: (texts: FallbackTexts, locale: Locale) => ReactNode }) {
  return LOCALES.map((locale) => (
    <div key={locale} lang={languageTag(locale)} className={ONLY[locale]}>
      {children(texts[locale], locale)}
    </div>
  ))
}
