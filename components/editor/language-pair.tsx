import type { ReactNode } from 'react'
import { LOCALES, type Locale } from '@/lib/base/locale'
import { useEditor } from './editor-context'

/** Shows a field in both languages, side by side; in a narrow window the chosen one. */
export function LanguagePair({ children }: { children: (locale: Locale) => ReactNode }) {
  const { shown } = useEditor()
  return (
    <div className="grid gap-x-10 gap-y-4 min-[1024px]:grid-cols-2">
      {LOCALES.map((locale) => (
        <div
          key={locale}
          data-language={locale}
          className={`min-w-0 ${shown === null || shown === locale ? '' : 'max-[1023px]:hidden'}`}
        >
          {children(locale)}
        </div>
      ))}
    </div>
  )
}
