import { LOCALE_NAMES, type Locale } from '@/lib/base/locale'
import { useEditor } from './editor-context'
import { fill } from './fill'

/** Returns a function that names a field with its language: "Headline, English". */
export function useLabel(): (name: string, locale: Locale) => string {
  const { words } = useEditor()
  return (name, locale) => fill(words.textsIn, { name, language: LOCALE_NAMES[locale] })
}
