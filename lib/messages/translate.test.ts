import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { LOCALES, type Locale } from '@/lib/base/locale'
import { translatorFor } from './translate'

const [ZH, EN] = [messagesOf('zh'), messagesOf('en')]
const OTHERS = LOCALES.filter((locale) => locale !== 'en')

/**
 * Arguments that only one language needs: a Chinese range of days does not repeat the month, an English tie names no
 * one, a Chinese verb has no plural, "X and 4 others" counts the others.
 */
const NEEDED_BY_ONE = new Set([
  'week.dayOnly month',
  'glance.tie name',
  'keyPoints.leads-up gap',
  'keyPoints.leads-down gap',
  'headline.record-drawdown amount',
  'headline.record-portfolioDrawdown amount',
  'headline.recordCount count',
  'headline.recordCount others',
])

describe('translatorFor', () => {
  it('makes one translator a language', () => expect(translatorFor('en')).toBe(translatorFor('en')))

  it('throws where an argument is missing', () => {
    expect(() => translatorFor('zh')('week.number')).toThrow('week')
    expect(translatorFor('zh')('week.number', { week: 35 })).toBe('第 35 周')
  })
})

describe('the messages', () => {
  it.each(OTHERS)('have the keys of English in %s, in one order', (locale) => {
    expect([...messagesOf(locale).keys()]).toEqual([...EN.keys()])
    expect(EN.size).toBeGreaterThan(200)
  })

  it.each(OTHERS)('have the arguments of English in %s', (locale) => {
    const ofAll = (messages: Map<string, string>) =>
      [...messages]
        .flatMap(([key, message]) => [...argumentsOf(message)].sort().map((name) => `${key} ${name}`))
        .filter((argument) => !NEEDED_BY_ONE.has(argument))
    expect(ofAll(messagesOf(locale))).toEqual(ofAll(EN))
  })

  it.each(LOCALES)('quote nothing in %s: an apostrophe before a brace would hide an argument', (locale) => {
    expect([...messagesOf(locale)].filter(([, message]) => /'[{}<|#]/.test(message))).toEqual([])
  })

  it('are all used', () => {
    const code = sources().join('\n')
    const families = [...code.matchAll(/`([a-zA-Z0-9]+\.[^`]*\$\{[^`]*)`/g)].map(([, template]) =>
      familyOf(template ?? ''),
    )
    const isUsed = (key: string) =>
      code.includes(`'${key}'`) ||
      families.some((family) => (family.exec(key)?.slice(1) ?? ['']).every((word) => isNamed(word, code)))
    expect([...ZH.keys()].filter((key) => !isUsed(key))).toEqual([])
  })
})

describe('the messages of issues', () => {
  const [zh, en] = [issuesOf('zh'), issuesOf('en')]

  it('replace the same messages in each language, with no other arguments', () => {
    expect([...zh.keys()]).toEqual([...en.keys()])
    for (const [issues, messages] of [[zh, ZH] as const, [en, EN] as const]) {
      for (const [key, text] of issues) {
        const known = argumentsOf(messages.get(key) ?? '')
        const own = [...argumentsOf(text.join(' '))].filter((name) => !['issue', 'least'].includes(name))
        expect(
          own.filter((name) => !known.has(name)),
          key,
        ).toEqual([])
      }
    }
  })

  it('speak of the month or of the quarter', () => {
    const year = { year: '2024', month: 'Q3', monthValue: '', yearValue: '', weekValue: '', percent: 1, name: 'A' }
    expect(translatorFor('en', 'month')('market.line', { ...year, hasPercentile: 'no' })).toContain('this month')
    expect(translatorFor('zh', 'quarter')('headline.none')).toBe('本季度没有可计算的因子')
    expect(translatorFor('zh')('headline.none')).toBe('本周没有可计算的因子')
  })
})

describe('Chinese text', () => {
  const texts = [...ZH].map(([key, message]) => ({ key, text: literalsOf(message) }))
  const matching = (pattern: RegExp) => texts.filter(({ text }) => pattern.test(text)).map(({ key }) => key)

  it('has full-width punctuation', () => {
    expect(matching(/\p{Script=Han}[,;:!?()]|[,;:!?()]\p{Script=Han}/u)).toEqual([])
    expect(matching(/\p{Script=Han}\.(\s|$)/u)).toEqual([])
  })

  it('has no space typed between Chinese characters or beside their punctuation', () => {
    expect(matching(/\p{Script=Han}[ \u00A0]+\p{Script=Han}/u)).toEqual([])
    expect(matching(/[ \u00A0][，。；：、（）《》]|[，。；：、（）《》][ \u00A0]/)).toEqual([])
  })
})

describe('English text', () => {
  it('has no full-width punctuation', () => {
    const own = [...EN].filter(([key]) => key !== 'brand.other')
    expect(own.filter(([, message]) => /[\u3000-\u30FF\u4E00-\u9FFF\uFF00-\uFFEF]/.test(message))).toEqual([])
  })
})

/** The texts of issues by key, of a month and of a quarter. */
function issuesOf(locale: Locale): Map<string, string[]> {
  const read: Record<string, string | Record<string, string>> = JSON.parse(
    readFileSync(`lib/messages/issues.${locale}.json`, 'utf8'),
  )
  return new Map(
    Object.entries(read).map(([key, text]) => [key, typeof text === 'string' ? [text] : Object.values(text)]),
  )
}

interface Messages {
  [key: string]: string | Messages
}

function messagesOf(locale: Locale): Map<string, string> {
  const messages: Messages = JSON.parse(readFileSync(`lib/messages/${locale}.json`, 'utf8'))
  return flattened(messages)
}

function flattened(messages: Messages, path = ''): Map<string, string> {
  return new Map(
    Object.entries(messages).flatMap(([key, message]) =>
      typeof message === 'string' ? [[path + key, message]] : [...flattened(message, `${path}${key}.`)],
    ),
  )
}

/** ICU text outside and inside braces: text at even depth is written, text at odd depth is an argument's own. */
function pieces(message: string): { text: string; isArgument: boolean }[] {
  let depth = 0
  return message.split(/([{}])/).flatMap((text) => {
    if (text === '{') depth += 1
    else if (text === '}') depth -= 1
    else return [{ text, isArgument: depth % 2 === 1 }]
    return []
  })
}

/** An argument's text begins with its name, but for the choices between its branches. */
function argumentsOf(message: string): Set<string> {
  const names = pieces(message).flatMap(({ text, isArgument }) => (isArgument ? (/^\w+(?=,|$)/.exec(text) ?? []) : []))
  return new Set(names)
}

function literalsOf(message: string): string {
  return pieces(message)
    .map(({ text, isArgument }) => (isArgument ? '\uFFFC' : text))
    .join('')
}

/** `sections.rebalance-${x}` as a pattern, with what stands for x as a group. */
function familyOf(template: string): RegExp {
  const parts = template.split(/\$\{[^}]*\}/).map((part) => part.replaceAll('.', '\\.'))
  return new RegExp(`^${parts.join('([\\w-]+)')}$`)
}

/** Does the code name the word: in quotes, or as a property? */
function isNamed(word: string, code: string): boolean {
  return word !== '' && (code.includes(`'${word}'`) || new RegExp(`[{,\\s]${word}:`).test(code))
}

/** The code that may ask for a message. */
function sources(): string[] {
  return ['app', 'components', 'lib'].flatMap((room) =>
    readdirSync(room, { recursive: true, encoding: 'utf8' })
      .filter((path) => /\.tsx?$/.test(path) && !/\.test\.tsx?$|^generated/.test(path))
      .map((path) => readFileSync(join(room, path), 'utf8')),
  )
}
