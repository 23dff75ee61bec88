import type { View } from '@/lib/address/view'
import { formatLimit, formatPercent } from '@/lib/base/format'
import { translatorFor } from '@/lib/messages/translate'
import { archiveTint } from './archive-tint'

const SHARES = [-1, -2 / 3, -1 / 3, 0, 1 / 3, 2 / 3, 1]

/** Shows the key to the tints of the calendar. */
export function ArchiveKey({ limit, view }: { limit: number; view: View }) {
  const t = translatorFor(view.locale)
  return (
    <div className="mt-2 flex flex-wrap items-center gap-x-3 gap-y-1 text-ink-2 text-note">
      <span>{t('archive.key')}</span>
      <span className="flex" aria-hidden="true">
        {SHARES.map((share) => {
          const tint = archiveTint(share * limit, limit)
          const isNamed = share === 0 || Math.abs(share) === 1
          return (
            <span
              key={share}
              style={tint.style}
              className={`h-5 w-11 text-center text-axis text-ink leading-5 ${tint.className}`}
            >
              {isNamed ? formatPercent(share * limit) : ''}
            </span>
          )
        })}
      </span>
      <span>{t('archive.keyLimit', { limit: formatLimit(limit) })}</span>
    </div>
  )
}
