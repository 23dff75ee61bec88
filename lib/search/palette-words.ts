import type { Translator } from '@/lib/messages/translate'
import type { PaletteIndex, PaletteWords } from './palette-index'

/** What stands around the entries. Marks in braces are filled in the browser, where no translator is. */
export function paletteWords(t: Translator): PaletteWords {
  return {
    title: t('palette.title'),
    placeholder: t('palette.placeholder'),
    results: t('palette.results', { count: '{count}' }),
    nothing: t('palette.nothing'),
    hint: t('palette.hint'),
    more: t('palette.more', { count: '{count}' }),
    week: t('palette.week', { year: '{year}', week: '{week}' }),
    weekOf: t('palette.weekOf', { date: '{date}' }),
    to: t('palette.to', { date: '{date}' }),
    help: t('palette.help'),
    close: t('palette.close'),
    tray: {
      label: t('compare.trayLabel'),
      title: t('compare.tray'),
      count: t('compare.trayCount', { count: '{count}' }),
      more: t('compare.trayMore', { count: '{count}' }),
      open: t('compare.trayOpen'),
      clear: t('compare.trayClear'),
      remove: t('compare.remove', { name: '{name}' }),
      put: t('compare.put'),
      takeOut: t('compare.out'),
      isIn: t('compare.isIn'),
    },
    groups: {
      steps: t('palette.group-steps'),
      weeks: t('palette.group-weeks'),
      pages: t('palette.group-pages'),
      factors: t('palette.group-factors'),
      portfolios: t('palette.group-portfolios'),
      definitions: t('palette.group-definitions'),
      actions: t('palette.group-actions'),
    },
  }
}

/** The help sheet, line by line. */
export function paletteKeys(t: Translator): PaletteIndex['keys'] {
  return [
    { keys: ['Ctrl K', '⌘ K'], does: t('palette.key-palette') },
    { keys: ['Shift Enter'], does: t('palette.key-compare') },
    { keys: ['/'], does: t('palette.key-search') },
    { keys: ['←', '→'], does: t('palette.key-weeks') },
    { keys: ['K', 'J'], does: t('palette.key-series') },
    { keys: ['T'], does: t('palette.key-theme') },
    { keys: ['?'], does: t('palette.key-help') },
    { keys: ['Esc'], does: t('palette.key-close') },
    { keys: ['←', '→'], does: t('palette.key-chart') },
    { keys: ['+', '−'], does: t('palette.key-zoom') },
  ]
}
