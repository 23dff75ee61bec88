import type { Locale } from '@/lib/base/locale'
import { translatorFor } from '@/lib/messages/translate'

export interface ExportWords {
  open: string
  copy: string
  copied: string
  notCopied: string
  failed: string
}

/** Returns the words of the button below a figure, in the language of the page. */
export function exportWords(locale: Locale): ExportWords {
  const t = translatorFor(locale)
  return {
    open: t('takeaway.open'),
    copy: t('takeaway.copy'),
    copied: t('takeaway.copied'),
    notCopied: t('takeaway.notCopied'),
    failed: t('takeaway.failed'),
  }
}
