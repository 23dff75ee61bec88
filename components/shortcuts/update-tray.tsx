import { trayCodes, withoutCode } from '@/lib/address/tray-codes'
import { ComparisonTray } from './comparison-tray'
import { fetchSearchIndex } from './fetch-search-index'
import type { ShortcutContext } from './shortcut-context'

export const TRAY_COMMANDS: readonly string[] = ['tray', 'compare', 'uncompare']

/** Storage key of the codes of the series that wait for a comparison, comma-separated. */
const KEY = 'tray'

/**
 * Shows the tray; `compare` first adds a series or removes it, `uncompare` only removes it.
 * @param code of that series
 * @throws Error when the browser does not allow storage, or the names of the series cannot be loaded
 */
export async function updateTray(command: string, code: string | null, context: ShortcutContext): Promise<void> {
  const codes = comparedCodes()
  if (code && command === 'uncompare') keep(withoutCode(codes, code))
  if (code && command === 'compare') keep(codes.includes(code) ? withoutCode(codes, code) : [...codes, code])
  if (!isListening) {
    isListening = true
    addEventListener('storage', ({ key }) => key === KEY && void showTray(context))
  }
  await showTray(context)
}

/** Returns the codes of the series that wait for a comparison. */
export function comparedCodes(): string[] {
  return trayCodes(localStorage.getItem(KEY))
}

let isListening = false

function keep(codes: readonly string[]): void {
  if (codes.length > 0) localStorage.setItem(KEY, codes.join(','))
  else localStorage.removeItem(KEY)
}

async function showTray(context: ShortcutContext): Promise<void> {
  const codes = comparedCodes()
  for (const button of document.querySelectorAll('[data-shortcut="compare"]')) {
    const isIn = codes.some((code) => code === button.getAttribute('data-code'))
    button.toggleAttribute('data-in', isIn)
    if (button.ariaPressed !== null) button.ariaPressed = String(isIn)
  }
  const compared = document.querySelector('[data-compared]')?.getAttribute('data-compared')
  if (codes.length === 0 || compared === codes.join(',')) {
    context.showTray(null)
    return
  }
  const { words, entries } = await fetchSearchIndex(context.index)
  const nameOf = (code: string) =>
    entries.find(({ command }) => command.kind === 'go' && command.path.endsWith(`/${code}`))?.label
  context.showTray(
    <ComparisonTray
      series={codes.map((code) => ({ code, name: nameOf(code) ?? code }))}
      words={words.tray}
      home={context.home}
      onKeep={(kept) => {
        keep(kept)
        void showTray(context)
      }}
    />,
  )
}
