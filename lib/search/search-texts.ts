import type { Translator } from '@/lib/messages/translate'
import type { SearchIndex, SearchTexts } from './search-index'

/** Returns the texts around the entries. The browser has no translator, so it fills in the placeholders in braces. */
export function searchTexts(t: Translator): SearchTexts {
  return {
    title: t('search.title'),
    placeholder: t('search.placeholder'),
    results: t('search.results', { count: '{count}' }),
    nothing: t('search.nothing'),
    hint: t('search.hint'),
    more: t('search.more', { count: '{count}' }),
    week: t('search.week', { year: '{year}', week: '{week}' }),
    weekOf: t('search.weekOf', { date: '{date}' }),
    to: t('search.to', { date: '{date}' }),
    help: t('search.help'),
    close: t('search.close'),
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
      steps: t('search.group-steps'),
      weeks: t('search.group-weeks'),
      pages: t('search.group-pages'),
      families: t('search.group-families'),
      factors: t('search.group-factors'),
      portfolios: t('search.group-portfolios'),
      files: t('search.group-files'),
      definitions: t('search.group-definitions'),
      endpoints: t('search.group-endpoints'),
      actions: t('search.group-actions'),
    },
  }
}

/** Returns the lines of the help window. */
export function shortcutTexts(t: Translator): SearchIndex['keys'] {
  return [
    { keys: ['Ctrl K', '⌘ K'], does: t('search.key-open') },
    { keys: ['Shift Enter'], does: t('search.key-compare') },
    { keys: ['/'], does: t('search.key-search') },
    { keys: ['←', '→'], does: t('search.key-weeks') },
    { keys: ['K', 'J'], does: t('search.key-series') },
    { keys: ['T'], does: t('search.key-theme') },
    { keys: ['?'], does: t('search.key-help') },
    { keys: ['Esc'], does: t('search.key-close') },
    { keys: ['←', '→'], does: t('search.key-chart') },
    { keys: ['+', '−'], does: t('search.key-zoom') },
  ]
}
