import { describe, expect, it } from 'vitest'
import { LOCALES, localePrefix, splitLocale } from './locale'

describe('splitLocale', () => {
  it.each([
    ['/', 'zh', '/'],
    ['/factors', 'zh', '/factors'],
    ['/en', 'en', '/'],
    ['/en/', 'en', '/'],
    ['/en/factors', 'en', '/factors'],
    ['/english', 'zh', '/english'],
    ['/zh/factors', 'zh', '/zh/factors'],
  ])('splits %s', (pathname, locale, path) => expect(splitLocale(pathname)).toEqual({ locale, path }))

  it.each(LOCALES)('reads the prefix of %s', (locale) => {
    expect(splitLocale(`${localePrefix(locale)}/weeks`)).toEqual({ locale, path: '/weeks' })
  })
})
