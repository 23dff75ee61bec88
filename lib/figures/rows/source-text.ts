import type { Translator } from '@/lib/messages/translate'

/** Returns the source of a figure's data. */
export function sourceText({ isDemo, publisher }: { isDemo: boolean; publisher: string }, t: Translator): string {
  return isDemo ? t('figures.demoSource', { publisher }) : t('figures.source', { publisher })
}
