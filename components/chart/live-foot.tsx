import type { Window } from '@/lib/charts/in-view'
import { periodAddress, selectionOf } from '@/lib/figures/rows/period-reading'
import type { LiveWords } from './live-types'

interface LiveFootProps {
  dates: readonly string[]
  window: Window
  isZoomed: boolean
  /** Address of the page for a period, with FROM and TO; absent for a chart without a choice of period. */
  address?: string | undefined
  words: LiveWords
  onClose: () => void
}

/**
 * Shows the line below a live chart: instructions, a link to the page of the days in view, and a button to the picture.
 */
export function LiveFoot({ dates, window, isZoomed, address, words, onClose }: LiveFootProps) {
  const selection = selectionOf(dates, dates.indexOf(window.from), dates.indexOf(window.to))
  const canApply = isZoomed && address !== undefined && selection !== null
  return (
    <p className="print:hidden absolute top-full right-0 mt-1 flex h-5 gap-4 text-note text-ink-3 max-mid:*:py-3">
      {canApply ? (
        <a className="link" href={periodAddress(address, selection)}>
          {words.applyPeriod}
        </a>
      ) : (
        <span className="hidden mid:inline">{words.hint}</span>
      )}
      <button type="button" className="link" onClick={onClose}>
        {words.close}
      </button>
    </p>
  )
}
