import type { Translator } from '@/lib/messages/translate'

/** Says which version a withdrawal took back, or that it took back rows of series. */
export function withdrawalTitle({ withdrawnVersion }: { withdrawnVersion: number | null }, t: Translator): string {
  return withdrawnVersion === null ? t('data.withdrawalOfRows') : t('data.withdrawalOf', { version: withdrawnVersion })
}
