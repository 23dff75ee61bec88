import { describe, expect, it } from 'vitest'
import { seriesHistory } from '@/lib/analysis/history'
import type { Daily } from '@/lib/analysis/measured-series'
import { emptyTexts, figureTexts } from '@/lib/figures/page-figure'
import type { LineRows } from '@/lib/figures/rows/rows'
import { translatorFor } from '@/lib/messages/translate'
import { sampleSeries } from '@/lib/testing/report/sample-rows'
import { cumulativeLine } from './cumulative-line'
import type { FigureContext } from './figure-kind'
import { lastPoint } from './line-figure'

const DAYS = ['2023-12-28', '2023-12-29', '2024-01-02', '2024-01-03', '2024-01-08', '2024-01-09']

function line(
  leg: Daily,
  inception = '2023-12-28',
  measure: 'relative-strength' | 'cumulative-excess' = 'relative-strength',
) {
  return cumulativeLine(seriesHistory('factor', sampleSeries(leg, inception), DAYS), measure, 'x')
}

describe('cumulativeLine', () => {
  it('starts from the base before the first day', () => {
    const leg = [1, 0, 0, 0, 0, -0.5]
    expect(line(leg)).toEqual({
      shape: 'line',
      measure: 'relative-strength',
      label: 'x',
      dates: ['2023-12-27', ...DAYS],
      values: [1, 2, 2, 2, 2, 2, 1],
    })
    expect(line(leg, '2023-12-28', 'cumulative-excess')?.values).toEqual([0, 1, 1, 1, 1, 1, 0])
  })

  it('starts at inception and ends at the first missing day', () => {
    const rows = line([null, null, 1, null, 1, 1], '2024-01-01')
    expect(rows?.dates).toEqual(['2024-01-01', '2024-01-02', '2024-01-03', '2024-01-08', '2024-01-09'])
    expect(rows?.values).toEqual([1, 2, null, null, null])
    expect(rows && lastPoint(rows)).toEqual({ date: '2024-01-02', value: 2 })
  })

  it('has no line before inception, and no last point without a day', () => {
    const nothing = DAYS.map(() => null)
    expect(line(nothing, '2024-01-10')).toBeNull()
    const rows = line([null, 0, 0, 0, 0, 0])
    expect(rows && lastPoint(rows)).toBeNull()
  })
})

describe('texts of a line', () => {
  const context: FigureContext = {
    asOf: '2024-01-03',
    locale: 'en',
    convention: 'arithmetic',
    names: ['A'],
    t: translatorFor('en'),
  }
  const texts = (values: (number | null)[], kind: 'relative-strength' | 'cumulative-excess' = 'relative-strength') => {
    const dates = ['2022-12-28', '2022-12-29', '2022-12-30', '2023-01-03', '2023-12-29', '2024-01-02', '2024-01-03']
    const rows: LineRows = { shape: 'line', measure: kind, label: 'x', dates, values }
    return figureTexts({ kind, rows }, context)
  }

  it('summarise the line in one sentence', () => {
    const { alt, note, emptyReason } = texts([1, 1.1, 1.2, 1.5, 1.3, 0.9, 1.25])
    expect(alt).toBe(
      'A: Long–short relative strength, from 1 at the close before 2022-12-29 to 1.25 on 2024-01-03; highest 1.50 (2023-01-03), lowest 0.90 (2024-01-02).',
    )
    expect(note).toBe('log scale, start = 1, 2022-12 to 2024-01')
    expect(emptyReason).toBeNull()
  })

  it('summarise an excess in percent', () => {
    expect(texts([0, 0.1, 0.2, 0.5, 0.3, -0.1, 0.25], 'cumulative-excess').alt).toBe(
      'A: Cumulative excess return, +25.00% from 2022-12-29 to 2024-01-03; highest +50.00% (2023-01-03), lowest −10.00% (2024-01-02).',
    )
  })

  it('list the last close of each year in a table', () => {
    expect(texts([1, 1.1, 1.2, 1.5, 1.3, 0.9, 1.25]).table).toEqual({
      head: ['Year end', 'Long–short relative strength'],
      rows: [
        ['2022-12-30', '1.20'],
        ['2023-12-29', '1.30'],
        ['2024-01-03', '1.25'],
      ],
    })
  })

  it('end where the line ends, with dashes after it', () => {
    const { alt, note, table } = texts([1, 1.1, 1.2, 1.5, null, null, null])
    expect(alt).toContain('to 1.50 on 2023-01-03')
    expect(note).toContain('2022-12 to 2023-01')
    expect(table.rows.map(([, value]) => value)).toEqual(['1.20', '—', '—'])
  })

  it('say why there is nothing to draw', () => {
    const gap = translatorFor('en')('figures.gapAtStart')
    expect(texts([1, null, null, null, null, null, null])).toMatchObject({ alt: gap, emptyReason: gap, note: '' })
    expect(emptyTexts('legs', 'Why.', context)).toMatchObject({ alt: 'Why.', emptyReason: 'Why.', note: '' })
  })
})
