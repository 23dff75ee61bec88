import { trayCodes, withoutCode } from '@/lib/address/tray-codes'
import { fetchIndex } from './fetch-index'
import type { Place } from './place'
import { Tray } from './tray'

export const TRAY_DEEDS: readonly string[] = ['tray', 'compare', 'uncompare']

/** Where the browser keeps the codes of the series that wait to be compared, parted by commas. */
const KEY = 'tray'

/**
 * Shows the tray; `compare` first puts a series into it, or takes it out, `uncompare` only takes it out.
 * @param code of that series
 * @throws Error when the browser keeps nothing, or the names of the series cannot be had
 */
export async function answerTray(deed: string, code: string | null, place: Place): Promise<void> {
  const codes = comparedCodes()
  if (code && deed === 'uncompare') keep(withoutCode(codes, code))
  if (code && deed === 'compare') keep(codes.includes(code) ? withoutCode(codes, code) : [...codes, code])
  if (!isListening) {
    isListening = true
    addEventListener('storage', ({ key }) => key === KEY && void showTray(place))
  }
  await showTray(place)
}

/** Codes of the series that wait to be compared. */
export function comparedCodes(): string[] {
  return trayCodes(localStorage.getItem(KEY))
}

let isListening = false

function keep(codes: readonly string[]): void {
  if (codes.length > 0) localStorage.setItem(KEY, codes.join(','))
  else localStorage.removeItem(KEY)
}

async function showTray(place: Place): Promise<void> {
  const codes = comparedCodes()
  for (const button of document.querySelectorAll('[data-hand="compare"]')) {
    const isIn = codes.some((code) => code === button.getAttribute('data-code'))
    button.toggleAttribute('data-in', isIn)
    if (button.ariaPressed !== null) button.ariaPressed = String(isIn)
  }
  const compared = document.querySelector('[data-compared]')?.getAttribute('data-compared')
  if (codes.length === 0 || compared === codes.join(',')) {
    place.showTray(null)
    return
  }
  const { words, entries } = await fetchIndex(place.index)
  const nameOf = (code: string) =>
    entries.find(({ deed }) => deed.kind === 'go' && deed.path.endsWith(`/${code}`))?.label
  place.showTray(
    <Tray
      series={codes.map((code) => ({ code, name: nameOf(code) ?? code }))}
      words={words.tray}
      home={place.home}
      onKeep={(kept) => {
        keep(kept)
        void showTray(place)
      }}
    />,
  )
}
