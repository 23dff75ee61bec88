import { describe, expect, it } from 'vitest'
import { seriesHistory } from '@/lib/analysis/history'
import type { LegPair } from '@/lib/analysis/measured-series'
import type { Convention } from '@/lib/base/convention'
import { figureTexts } from '@/lib/figures/page-figure'
import type { BarRows } from '@/lib/figures/rows/rows'
import { translatorFor } from '@/lib/messages/translate'
import { barRows } from './bar-figure'

const DAYS = ['2023-12-28', '2023-12-29', '2024-01-02', '2024-01-03', '2024-01-08', '2024-01-09']
const CONTEXT = { asOf: '2024-01-09', locale: 'en', names: ['A'], t: translatorFor('en') } as const

function rowsOf(primary: LegPair, convention: Convention) {
  const series = { code: 'a', inception: '2023-12-28', ended: null, primary, excess: null }
  const names = { leg: 'L', against: 'S', net: 'N' }
  const rows = barRows(seriesHistory('factor', series, DAYS), names, { ...CONTEXT, convention })
  if (rows === null) throw new Error('the series has days')
  return rows
}

describe('barRows', () => {
  it('has both legs and their difference for week, month and year', () => {
    const pair = { leg: [0.9, 0.9, 0.1, 0, 0.2, 0], against: [0, 0, 0, 0, 0.1, 0] }
    const { windows } = rowsOf(pair, 'geometric')
    expect(windows.map(({ label, bars }) => [label, ...bars.map((bar) => `${bar.role} ${bar.label}`)])).toEqual(
      ['Week', 'Jan', '2024'].map((label) => [label, 'leg L', 'against S', 'net N']),
    )
    const [week, month, year] = windows.map(({ bars }) => bars.map(({ value }) => value ?? Number.NaN))
    for (const [index, value] of [0.2, 0.1, 1.2 / 1.1 - 1].entries()) expect(week?.[index]).toBeCloseTo(value, 14)
    for (const [index, value] of [0.32, 0.1, 0.2].entries()) expect(month?.[index]).toBeCloseTo(value, 14)
    expect(year).toEqual(month)
  })

  it('keeps a leg when the other one is missing', () => {
    const { windows } = rowsOf({ leg: [0, 0, 0, 0, 0.1, 0], against: [0, 0, 0, 0, null, 0] }, 'arithmetic')
    expect(windows[0]?.bars.map(({ value }) => value === null)).toEqual([false, true, true])
  })
})

describe('texts of bars', () => {
  const bars = (...values: (number | null)[][]): BarRows => ({
    shape: 'bars',
    windows: values.map(([leg = null, against = null, net = null], index) => ({
      label: ['W', 'M', 'Y'][index] ?? '',
      bars: [
        { role: 'leg', label: 'Long', value: leg },
        { role: 'against', label: 'Short', value: against },
        { role: 'net', label: 'Net', value: net },
      ],
    })),
  })
  const texts = (rows: BarRows) => figureTexts({ kind: 'legs', rows }, { ...CONTEXT, convention: 'arithmetic' })

  it('give the nine figures as a sentence and as a table', () => {
    const { alt, table, emptyReason } = texts(bars([0.01, -0.02, 0.03], [0, 0.1, -0.1], [null, 0.2, null]))
    expect(alt).toBe(
      'A: W: Long +1.00, Short −2.00, Net +3.00; M: Long 0.00, Short +10.00, Net −10.00; Y: Long —, Short +20.00, Net — (in %).',
    )
    expect(table).toEqual({
      head: ['Period', 'Long', 'Short', 'Net'],
      rows: [
        ['W', '+1.00', '−2.00', '+3.00'],
        ['M', '0.00', '+10.00', '−10.00'],
        ['Y', '—', '+20.00', '—'],
      ],
    })
    expect(emptyReason).toBeNull()
  })

  it('say when no window has a value', () => {
    expect(texts(bars([null], [null], [null])).emptyReason).toBe('None of the three periods has a value.')
  })
})
