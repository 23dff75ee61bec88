/**
 * The content of the search dialog and the help window in one language: a JSON document that a browser caches for ever.
 */
import type { Colours, Theme } from '@/lib/base/appearance'
import type { Convention } from '@/lib/base/convention'
import type { Paper } from '@/lib/base/paper'

export const GROUPS = [
  'steps',
  'weeks',
  'pages',
  'families',
  'factors',
  'portfolios',
  'files',
  'definitions',
  'actions',
  'endpoints',
] as const
export type Group = (typeof GROUPS)[number]

/** Links of a page that keys and the search dialog follow, if the page has them. */
export const STEPS = ['previousWeek', 'nextWeek', 'previousSeries', 'nextSeries'] as const
export type Step = (typeof STEPS)[number]

/** The effect of choosing an entry. */
export type Command =
  /** A page, in the language and view of the current one. */
  | { kind: 'go'; path: string }
  /** An address as it stands. */
  | { kind: 'open'; address: string }
  | { kind: 'step'; step: Step }
  | { kind: 'prefer'; name: 'theme'; choice: Theme }
  | { kind: 'prefer'; name: 'colours'; choice: Colours }
  | { kind: 'prefer'; name: 'paper'; choice: Paper }
  | { kind: 'convention'; choice: Convention }
  | { kind: 'language' }
  | { kind: 'help' }

export interface SearchEntry {
  group: Exclude<Group, 'weeks'>
  label: string
  /** What the entry is, beside its label: the name in the other language and when the series ended, or a description. */
  note: string
  /** Texts that find the entry, in the form of `matchTerms`: "日/ri 内/nei 高/gao", "intraday skewness". */
  terms: string[]
  command: Command
}

export interface SearchIndex {
  words: SearchTexts
  entries: SearchEntry[]
  /** Last trading days of the weeks with a report, newest first. */
  weeks: string[]
  keys: { keys: string[]; does: string }[]
}

/** Texts of search and help. `{year}`, `{week}`, `{count}` and `{date}` are filled in the browser. */
export interface SearchTexts {
  title: string
  placeholder: string
  results: string
  nothing: string
  hint: string
  more: string
  week: string
  weekOf: string
  to: string
  help: string
  close: string
  groups: Record<Group, string>
  /** Texts of the tray at the bottom of a page. `{name}` and `{count}` are filled in the browser. */
  tray: Record<'label' | 'title' | 'count' | 'more' | 'open' | 'clear' | 'remove' | 'put' | 'takeOut' | 'isIn', string>
}

/**
 * Returns whether a value has the parts of an index that the search dialog needs. Avoids a schema library in the
 * browser.
 */
export function isSearchIndex(value: unknown): value is SearchIndex {
  if (typeof value !== 'object' || value === null) return false
  const has = (name: string) => name in value
  const hasLists = 'entries' in value && Array.isArray(value.entries) && 'weeks' in value && Array.isArray(value.weeks)
  return hasLists && ['words', 'keys'].every(has)
}
