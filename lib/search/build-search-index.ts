import { mayOpen } from '@/lib/access/may-open'
import { MAX_COMPARED } from '@/lib/address/chart-address'
import { type Locale, otherLocale } from '@/lib/base/locale'
import { translatorFor } from '@/lib/messages/translate'
import { actionEntries, definitionEntries, endpointEntries, pageEntries, type SearchedEndpoint } from './fixed-entries'
import { entryOf, type MakeEntry } from './make-entry'
import { type Command, type SearchIndex, STEPS } from './search-index'
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

interface Family {
  code: string
  nameZh: string
  nameEn: string
}

interface IndexInputs {
  locale: Locale
  families: Family[]
  factors: (Series & { familyCode: string })[]
  portfolios: Series[]
  /** Last trading days of the weeks with a report, newest first. */
  weeks: string[]
  endpoints: SearchedEndpoint[]
}

/** Builds the content of the search dialog and the help window in one language. Entries are found in both languages. */
export function buildSearchIndex(inputs: IndexInputs): SearchIndex {
  const { locale, families, factors, portfolios, weeks, endpoints } = inputs
  const entries = [
    ...STEPS.map((step) =>
      entryOf({ group: 'steps', command: { kind: 'step', step }, label: (t) => t(`search.step-${step}`) }),
    ),
    ...pageEntries(),
    ...families.flatMap((family) => familyEntries(family, factors)),
    ...factors.map((factor) => {
      const family = families.find(({ code }) => code === factor.familyCode)
      return seriesEntry('factors', factor, family ? [family.nameZh, family.nameEn] : [])
    }),
    ...portfolios.map((portfolio) => seriesEntry('portfolios', portfolio, [])),
    ...fileEntries(weeks[0]),
    ...definitionEntries(),
    ...actionEntries(),
    ...endpointEntries(endpoints),
  ]
  const t = translatorFor(locale)
  const found = entries.map((make) => make(locale)).filter(({ command }) => leadsSomewhere(command))
  return { words: searchTexts(t), entries: found, weeks, keys: shortcutTexts(t) }
}

/** Returns whether the readers of the index may see what a command leads to. */
function leadsSomewhere(command: Command): boolean {
  if (command.kind === 'go') return mayOpen(command.path)
  return command.kind !== 'open' || mayOpen(command.address)
}

/** Returns the entries of a family: its factors on one page, and in one comparison when they fit. Ended factors count for neither. */
function familyEntries({ code, nameZh, nameEn }: Family, factors: IndexInputs['factors']): MakeEntry[] {
  const codes = factors.filter(({ familyCode, ended }) => familyCode === code && ended === null).map((one) => one.code)
  const nameIn = { zh: nameZh, en: nameEn }
  const one = entryOf({
    group: 'families',
    command: { kind: 'go', path: `/factors?family=${code}` },
    label: (_, locale) => nameIn[locale],
    note: (t) => t('search.count', { count: codes.length }),
    names: [code],
  })
  const all = entryOf({
    group: 'families',
    command: { kind: 'go', path: `/compare?series=${codes.join(',')}` },
    label: (t, locale) => t('search.family-compare', { name: nameIn[locale] }),
    note: (t) => t('search.count', { count: codes.length }),
    synonyms: ['compareFamily'],
    names: [nameZh, nameEn, code],
  })
  return [...(codes.length > 0 ? [one] : []), ...(codes.length > 1 && codes.length <= MAX_COMPARED ? [all] : [])]
}

function seriesEntry(group: 'factors' | 'portfolios', series: Series, families: string[]): MakeEntry {
  const { code, nameZh, nameEn, shortNameZh, shortNameEn, ended } = series
  const nameIn = { zh: nameZh, en: nameEn }
  return entryOf({
    group,
    command: { kind: 'go', path: `/${group}/${code}` },
    label: (_, locale) => nameIn[locale],
    note: (t, locale) => {
      const name = nameIn[otherLocale(locale)]
      return ended === null ? name : t('search.ended', { name, ended })
    },
    names: [shortNameZh, shortNameEn, code, ...families],
  })
}

const FILES = [
  ['pdf', 'report.pdf'],
  ['onePage', 'one-page.pdf'],
  ['csv', 'summary.csv'],
  ['xlsx', 'summary.xlsx'],
  ['png', 'summary.png'],
  ['portrait', 'portrait.png'],
  ['mail', 'mail.html'],
] as const

/** Returns the entries of the files of the newest week; none when there is no week. */
function fileEntries(newest: string | undefined): MakeEntry[] {
  if (newest === undefined) return []
  return FILES.map(([name, file]) =>
    entryOf({
      group: 'files',
      command: { kind: 'go', path: `/weeks/${newest}/${file}` },
      label: (t) => t(`search.file-${name}`),
      note: (t) => t('search.to', { date: newest }),
      synonyms: [name],
      names: [file],
    }),
  )
}
