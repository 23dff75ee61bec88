import { translatorFor } from '@/lib/translate'
import type { View } from '@/lib/view'
import { RankMark } from '../table/rank-mark'

/** What the marks of a table mean. */
export function TableKey({ view, sparkKey }: { view: View; sparkKey: string }) {
  const t = translatorFor(view.locale)
  return (
    <p className="flex flex-wrap gap-x-6 pt-1.5 text-ink-2 text-note">
      <span className="hidden items-center gap-1.5 wide:flex">
        <RankMark percentile={0.5} label="" />
        {t('tables.keyRank')}
      </span>
      <span className="flex items-center gap-1.5">
        <span className="inline-block size-[5px] flex-none rounded-full bg-accent" />
        {t('tables.keyUnusual')}
      </span>
      <span className="hidden wide:inline">{sparkKey}</span>
    </p>
  )
}
