import { addressIn } from '@/lib/address/address-in'
import { withoutCode } from '@/lib/address/tray-codes'
import type { SearchTexts } from '@/lib/search/search-index'

interface ComparisonTrayProps {
  series: { code: string; name: string }[]
  words: SearchTexts['tray']
  /** Address of "/" in the view of the page. */
  home: string
  onKeep: (codes: string[]) => void
}

/** Maximum number of names in the line; a phone shows only the number of series. */
const NAMED = 4

/** Shows the series that wait for a comparison, in one line at the bottom of the window. */
export function ComparisonTray({ series, words, home, onKeep }: ComparisonTrayProps) {
  const codes = series.map(({ code }) => code)
  return (
    <aside
      aria-label={words.label}
      data-tray
      className="fixed inset-x-0 bottom-0 z-10 border-ink-3 border-t bg-bg print:hidden"
    >
      <div className="page flex h-11 items-center gap-x-5 overflow-hidden whitespace-nowrap">
        <b>{words.title}</b>
        <ul className="hidden min-w-0 gap-x-5 overflow-hidden mid:flex">
          {series.slice(0, NAMED).map(({ code, name }) => (
            <li key={code} className="flex min-w-0 items-center">
              <span className="overflow-hidden text-ellipsis">{name}</span>
              <button
                type="button"
                aria-label={words.remove.replace('{name}', name)}
                className="px-1.5 tap text-ink-3 hover:text-accent"
                onClick={() => onKeep(withoutCode(codes, code))}
              >
                ×
              </button>
            </li>
          ))}
          {series.length > NAMED && (
            <li className="text-ink-2">{words.more.replace('{count}', String(series.length))}</li>
          )}
        </ul>
        <span className="text-ink-2 mid:hidden">{words.count.replace('{count}', String(series.length))}</span>
        <a href={addressIn(home, `/compare?series=${codes.join(',')}`)} className="link ml-auto py-2">
          {words.open}
        </a>
        <button type="button" className="py-2 text-ink-2 hover:text-accent" onClick={() => onKeep([])}>
          {words.clear}
        </button>
      </div>
    </aside>
  )
}
