import { COLOURS, THEMES } from '@/lib/base/appearance'
import { CONVENTIONS } from '@/lib/base/convention'
import { LOCALES, type Locale } from '@/lib/base/locale'
import { type Translator, translatorFor } from '@/lib/messages/translate'
import zh from '@/lib/messages/zh.json'
import { type SearchEntry, type SearchIndex, STEPS } from './search-index'
import { searchTerms } from './search-terms'
import { searchTexts, shortcutTexts } from './search-texts'

interface Series {
  code: string
  nameZh: string
  nameEn: string
  shortNameZh: string
  shortNameEn: string
  /** Last day on which it has returns; null while it goes on. */
  ended: string | null
}

interface IndexInputs {
  locale: Locale
  factors: Series[]
  portfolios: Series[]
  /** Last trading days of the weeks with a report, newest first. */
  weeks: string[]
}

/** Builds the content of the search dialog and the help window in one language. Entries are found in both languages. */
export function buildSearchIndex({ locale, factors, portfolios, weeks }: IndexInputs): SearchIndex {
  const t = translatorFor(locale)
  const entries = [
    ...STEPS.map((step) => entryOf('steps', { kind: 'step', step }, (translate) => translate(`search.step-${step}`))),
    ...PAGES.map(([name, path]) => entryOf('pages', { kind: 'go', path }, (translate) => translate(`nav.${name}`))),
    ...factors.map((series) => seriesEntry('factors', series)),
    ...portfolios.map((series) => seriesEntry('portfolios', series)),
    ...definitions().map((name) =>
      entryOf('definitions', { kind: 'go', path: `/methodology#${name}` }, (translate) =>
        translate(`methodology.${name}`),
      ),
    ),
    ...actions(),
  ]
  return { words: searchTexts(t), entries: entries.map((make) => make(locale)), weeks, keys: shortcutTexts(t) }
}

const PAGES = [
  ['week', '/'],
  ['archive', '/weeks'],
  ['factors', '/factors'],
  ['portfolios', '/portfolios'],
  ['compare', '/compare'],
  ['data', '/data'],
  ['methodology', '/methodology'],
] as const

type MakeEntry = (locale: Locale) => SearchEntry

/** Makes an entry whose label is a message; it is found in both languages. */
function entryOf(
  group: SearchEntry['group'],
  command: SearchEntry['command'],
  label: (t: Translator) => string,
): MakeEntry {
  const terms = LOCALES.map((each) => searchTerms(label(translatorFor(each))))
  return (locale) => ({ group, label: label(translatorFor(locale)), note: '', terms, command })
}

function seriesEntry(group: 'factors' | 'portfolios', series: Series): MakeEntry {
  const { code, nameZh, nameEn, shortNameZh, shortNameEn, ended } = series
  const terms = [...new Set([nameZh, shortNameZh, nameEn, shortNameEn, code].map(searchTerms))]
  const command = { kind: 'go', path: `/${group}/${code}` } as const
  return (locale) => {
    const [label, other] = locale === 'zh' ? [nameZh, nameEn] : [nameEn, nameZh]
    const note = ended === null ? other : translatorFor(locale)('search.ended', { name: other, ended })
    return { group, label, note, terms, command }
  }
}

type Definition = Exclude<keyof typeof zh.methodology, `${string}Text`>

/** Returns the definitions of the methodology page. The name of each is the key of its text and its anchor. */
function definitions(): Definition[] {
  const isDefinition = (name: string): name is Definition => `${name}Text` in zh.methodology
  return Object.keys(zh.methodology).filter(isDefinition)
}

function actions(): MakeEntry[] {
  return [
    ...THEMES.map((choice) =>
      entryOf('actions', { kind: 'prefer', name: 'theme', choice }, (translate) =>
        translate('preferences.theme', { choice: translate(`preferences.theme-${choice}`) }),
      ),
    ),
    ...COLOURS.map((choice) =>
      entryOf('actions', { kind: 'prefer', name: 'colours', choice }, (translate) =>
        translate('preferences.colours', { choice: translate(`preferences.colours-${choice}`) }),
      ),
    ),
    ...CONVENTIONS.map((choice) =>
      entryOf('actions', { kind: 'convention', choice }, (translate) =>
        translate('search.convention', { choice: translate(`week.${choice}`) }),
      ),
    ),
    entryOf('actions', { kind: 'language' }, (translate) => translate('search.language')),
    entryOf('actions', { kind: 'help' }, (translate) => translate('search.help')),
  ]
}
