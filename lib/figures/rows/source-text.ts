import type { Translator } from '@/lib/messages/translate'

/** Returns where a figure's data come from. */
export function sourceText({ isDemo, publisher }: { isDemo: boolean; publisher: string }, t: Translator): string {
  return isDemo ? t('figures.demoSource', { publisher }) : t('figures.source', { publisher })
}
