import { expect, it } from 'vitest'
import { LOCALES } from '@/lib/base/locale'
import { DEFAULT_TABLE } from '@/lib/report/table/table-view'
import { addressIn } from './address-in'
import { addressOf } from './view'

it('writes a path in a view as addressOf does', () => {
  for (const locale of LOCALES) {
    for (const convention of ['arithmetic', 'geometric'] as const) {
      const view = { ...DEFAULT_TABLE, locale, convention, version: 3, isPinned: convention === 'geometric' }
      for (const path of [
        '/',
        '/weeks/2024-08-30',
        '/factors/intraday-skewness',
        '/methodology#drawdown',
        '/compare?series=a,b#pair',
      ]) {
        expect(addressIn(addressOf('/', view), path)).toBe(addressOf(path, view))
      }
    }
  }
})
