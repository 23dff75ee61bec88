import { trayCodes, withoutCode } from '@/lib/palette/tray-codes'
import { fetchIndex } from './fetch-index'
import type { Place } from './place'
import { Tray } from './tray'

export const TRAY_DEEDS: readonly string[] = ['tray', 'compare', 'uncompare']

/** Where the browser keeps the codes of the series that wait to be compared, parted by commas. */
const KEY = 'tray'

/**
 * Shows the tray; `compare` first puts the series of the button into it, or takes it out, `uncompare` only takes it out.
 * @throws Error when the browser keeps nothing, or the names of the series cannot be had
 */
export async function answerTray(deed: string, target: EventTarget | null, place: Place): Promise<void> {
  const code = target instanceof Element ? target.closest('[data-code]')?.getAttribute('data-code') : null
  const codes = trayCodes(localStorage.getItem(KEY))
  if (code && deed === 'uncompare') keep(withoutCode(codes, code))
  if (code && deed === 'compare') keep(codes.includes(code) ? withoutCode(codes, code) : [...codes, code])
  if (!isListening) {
    isListening = true
    addEventListener('storage', ({ key }) => key === KEY && void showTray(place))
  }
  await showTray(place)
}

let isListening = false

function keep(codes: readonly string[]): void {
  if (codes.length > 0) localStorage.setItem(KEY, codes.join(','))
  else localStorage.removeItem(KEY)
}

async function showTray(place: Place): Promise<void> {
  const codes = trayCodes(localStorage.getItem(KEY))
  for (const button of document.querySelectorAll('.compare-button')) {
    button.toggleAttribute('data-in', codes.includes(button.getAttribute('data-code') ?? ''))
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
