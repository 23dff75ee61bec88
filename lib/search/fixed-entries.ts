/** The entries that every store has: pages, definitions, settings, and endpoints of the API. */
import { COLOURS, THEMES } from '@/lib/base/appearance'
import { CONVENTIONS } from '@/lib/base/convention'
import { LOCALE_NAMES } from '@/lib/base/locale'
import { PAPERS } from '@/lib/base/paper'
import type { Translator } from '@/lib/messages/translate'
import zh from '@/lib/messages/zh.json'
import { entryOf, hasSynonyms, type MakeEntry } from './make-entry'

const PAGES = [
  ['week', '/'],
  ['archive', '/weeks'],
  ['factors', '/factors'],
  ['portfolios', '/portfolios'],
  ['compare', '/compare'],
  ['data', '/data'],
  ['methodology', '/methodology'],
] as const

/** Returns the entries of the pages. */
export function pageEntries(): MakeEntry[] {
  return PAGES.map(([name, path]) =>
    entryOf({
      group: 'pages',
      command: { kind: 'go', path },
      label: (t) => t(`nav.${name}`),
      note: (t) => t(`search.about-${name}`),
      synonyms: [name],
    }),
  )
}

/** Returns the entries of the definitions on the methodology page. */
export function definitionEntries(): MakeEntry[] {
  const ofPage = definedIn(zh.methodology).map((name) => [name, (t: Translator) => t(`methodology.${name}`)] as const)
  const ofSeries = definedIn(zh.series).map((name) => [name, (t: Translator) => t(`series.${name}`)] as const)
  return [...ofPage, ...ofSeries].map(([name, label]) =>
    entryOf({
      group: 'definitions',
      command: { kind: 'go', path: `/methodology#${name}` },
      label,
      note: (t) => t('nav.methodology'),
      synonyms: hasSynonyms(name) ? [name] : [],
    }),
  )
}

type Named<Messages> = {
  [Key in keyof Messages & string]: `${Key}Text` extends keyof Messages ? Key : never
}[keyof Messages & string]

/** Returns the names that have a text: each is the key of both and the anchor on the methodology page. */
function definedIn<Messages extends object>(messages: Messages): Named<Messages>[] {
  const isDefinition = (name: string): name is Named<Messages> => `${name}Text` in messages
  return Object.keys(messages).filter(isDefinition)
}

/** Returns the entries of the settings and of the help. */
export function actionEntries(): MakeEntry[] {
  return [
    ...THEMES.map((choice) =>
      entryOf({
        group: 'actions',
        command: { kind: 'prefer', name: 'theme', choice },
        label: (t) => setting(t, t('preferences.theme'), t(`preferences.theme-${choice}`)),
        synonyms: ['setting'],
      }),
    ),
    ...COLOURS.map((choice) =>
      entryOf({
        group: 'actions',
        command: { kind: 'prefer', name: 'colours', choice },
        label: (t) => setting(t, t('preferences.colours'), t(`preferences.colours-${choice}`)),
        synonyms: ['setting'],
      }),
    ),
    ...PAPERS.map((choice) =>
      entryOf({
        group: 'actions',
        command: { kind: 'prefer', name: 'paper', choice },
        label: (t) => setting(t, t('preferences.paper'), t(`preferences.paper-${choice}`)),
        synonyms: ['setting', 'pdf'],
      }),
    ),
    ...CONVENTIONS.map((choice) =>
      entryOf({
        group: 'actions',
        command: { kind: 'convention', choice },
        label: (t) => setting(t, t('week.convention'), t(`week.${choice}`)),
        synonyms: ['setting'],
      }),
    ),
    entryOf({
      group: 'actions',
      command: { kind: 'language' },
      label: (t) => t('search.language'),
      synonyms: ['setting', 'language'],
      names: Object.values(LOCALE_NAMES),
    }),
    entryOf({ group: 'actions', command: { kind: 'help' }, label: (t) => t('search.help') }),
  ]
}

function setting(t: Translator, name: string, choice: string): string {
  return t('preferences.choice', { setting: name, choice })
}

export interface SearchedEndpoint {
  /** "/factors/{code}/daily" */
  path: string
  /** In English, as in the OpenAPI document. */
  summary: string
  /** Whether it can be read without parameters. */
  isWhole: boolean
}

const OPEN_API = '/api/v1/openapi.json'

/** Returns the entries of the API. An endpoint that needs parameters leads to the description of all. */
export function endpointEntries(endpoints: readonly SearchedEndpoint[]): MakeEntry[] {
  return [
    entryOf({
      group: 'endpoints',
      command: { kind: 'open', address: OPEN_API },
      label: (t) => t('search.openApi'),
      note: () => OPEN_API,
      synonyms: ['openApi'],
    }),
    ...endpoints.map(({ path, summary, isWhole }) =>
      entryOf({
        group: 'endpoints',
        command: { kind: 'open', address: isWhole ? `/api/v1${path}.json` : OPEN_API },
        label: () => `/api/v1${path}`,
        note: () => summary,
        synonyms: ['endpoint'],
        names: [summary],
      }),
    ),
  ]
}
