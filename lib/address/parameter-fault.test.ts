import { describe, expect, it } from 'vitest'
import { LOCALES } from '@/lib/base/locale'
import { translatorFor } from '@/lib/messages/translate'
import { findFault } from './parameter-fault'
import { acceptedValues, FORMATS } from './parameters/accepted-values'
import { PAGE_SCHEMAS } from './parameters/of-page'
import { VIEW_PARAMETERS } from './view'

/** A path of each page with parameters. */
const EXAMPLES = [
  '/data/load',
  '/data/12/withdrawal',
  '/weeks',
  '/weeks/2024-08-30',
  '/weeks/2024-08-30/editions',
  '/weeks/2024-08-30/report.pdf',
  '/weeks/2024-08-30/editions',
  '/weeks/2024-08-30/reconciliation',
  '/months/2024-08',
  '/months/2024-08/report.pdf',
  '/problem',
  '/compare',
  '/data',
  '/factors',
  '/portfolios',
  '/factors/a',
  '/factors/a/factsheet.pdf',
]

const faultOf = (path: string, query: string) => findFault({ path, search: new URLSearchParams(query), latest: 3 })

describe('findFault', () => {
  it.each([
    ['/', 'version=9', 'version', '9', 'value'],
    ['/', 'convention=', 'convention', '', 'value'],
    ['/', 'order=report&order=family', 'order', 'report, family', 'repeated'],
    ['/factors/a', 'legs=long&from=2024-02-30', 'from', '2024-02-30', 'value'],
    ['/factors/a', 'from=2024-02-02&to=2024-02-01', 'from', '2024-02-02', 'order'],
    ['/factors', 'line=drawdown&sign=week-sideways', 'sign', 'week-sideways', 'value'],
    ['/weeks', 'sort=zScore', 'sort', 'zScore', 'value'],
    ['/weeks', 'sort=week&columns=price', 'columns', 'price', 'value'],
    ['/weeks', 'sort=price', 'sort', 'price', 'value'],
    ['/weeks/2024-08-30/one-page.pdf', 'paper=a3', 'paper', 'a3', 'value'],
  ])('names the wrong parameter of %s?%s', (path, query, parameter, value, reason) =>
    expect(faultOf(path, query)).toEqual({ parameter, value, reason }),
  )

  it('finds none in an address that has a page, whatever else it contains', () => {
    expect(faultOf('/', 'from=x&utm=1')).toBeNull()
    expect(faultOf('/factors/a', 'from=2024-02-01&to=2024-02-02&sort=-zScore&columns=zScore')).toBeNull()
  })

  it('cuts a long value', () => expect(faultOf('/', `version=${'9'.repeat(500)}`)?.value).toMatch(/^9{80}…$/))
})

describe('acceptedValues', () => {
  const parameters = PAGE_SCHEMAS.flatMap(({ path, schema }) =>
    Object.keys(schema.shape).map((name): [string, string] => [EXAMPLES.find((each) => path.test(each)) ?? '', name]),
  ).filter(([path]) => path !== '/problem')

  it.each([...VIEW_PARAMETERS.map((name): [string, string] => ['/', name]), ...parameters])(
    'lists what %s?%s accepts, and each word is accepted',
    (path, name) => {
      const { format, words } = acceptedValues(path, name)
      expect(words.length > 0).toBe(['word', 'list', 'sort'].includes(format))
      for (const word of words) {
        const columns =
          name === 'sort' ? '&columns=change,zScore,streak,quarter,oneYear,drawdown,rankIc,rankIcir,ic,spark' : ''
        expect(faultOf(path, `${name}=${word}${columns}`), word).toBeNull()
      }
    },
  )

  it('has a sentence for each format in both languages', () => {
    for (const locale of LOCALES) {
      for (const format of FORMATS) {
        const text = translatorFor(locale)(`problem.accepts-${format}`, { parameter: 'p', words: 'w', latest: 3 })
        expect(text).toMatch(/^p /)
      }
    }
  })
})
