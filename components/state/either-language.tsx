import type { ReactNode } from 'react'
import { LOCALES, type Locale } from '@/lib/base/locale'
import texts from '@/lib/messages/fallback.json'

const ONLY: Record<Locale, string> = {
  zh: 'in-[html[lang=en]]:hidden',
  en: 'in-[html[lang=zh-CN]]:hidden',
}

export type FallbackTexts = (typeof texts)['zh']

/**
 * For the few states that are shown without knowing the page's language (not found, failed, loading): both languages are
 * there, and the style sheet shows the one of the document.
 */
export function EitherLanguage({ children }: { children: (texts: FallbackTexts, locale: Locale) => ReactNode }) {
  return LOCALES.map((locale) => (
    <div key={locale} lang={locale === 'zh' ? 'zh-CN' : 'en'} className={ONLY[locale]}>
      {children(texts[locale], locale)}
    </div>
  ))
}
