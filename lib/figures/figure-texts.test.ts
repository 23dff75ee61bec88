import { describe, expect, it } from 'vitest'
import { translatorFor } from '@/lib/messages/translate'
import type { BarRows, LineRows } from './figure'
import { barFigure, lineFigure } from './figure-texts'

const HEAD = { number: 7, code: 'a', subject: 'A', source: 'S' }
const t = translatorFor('en')

describe('lineFigure', () => {
  const rows = (values: (number | null)[], measure: LineRows['measure'] = 'relative-strength'): LineRows => ({
    shape: 'line',
    measure,
    label: 'x',
    dates: ['2022-12-28', '2022-12-29', '2022-12-30', '2023-01-03', '2023-12-29', '2024-01-02', '2024-01-03'],
    values,
  })
  const figure = (line: LineRows | null) =>
    lineFigure(
      {
        ...HEAD,
        kind: line?.measure === 'cumulative-excess' ? line.measure : 'relative-strength',
        rows: line,
        emptyReason: 'Why.',
      },
      t,
    )

  it('sums the line up in one sentence', () => {
    const { alt, note, emptyReason, number } = figure(rows([1, 1.1, 1.2, 1.5, 1.3, 0.9, 1.25]))
    expect(alt).toBe(
      'A: Long–short relative strength, from 1 at the close before 2022-12-29 to 1.25 on 2024-01-03; highest 1.50 (2023-01-03), lowest 0.90 (2024-01-02).',
    )
    expect(note).toBe('log scale, start = 1, 2022-12 to 2024-01')
    expect([number, emptyReason]).toEqual([7, null])
  })

  it('sums an excess up in percent', () => {
    expect(figure(rows([0, 0.1, 0.2, 0.5, 0.3, -0.1, 0.25], 'cumulative-excess')).alt).toBe(
      'A: Cumulative excess return, +25.00% from 2022-12-29 to 2024-01-03; highest +50.00% (2023-01-03), lowest −10.00% (2024-01-02).',
    )
  })

  it('has the last close of each year as a table', () => {
    expect(figure(rows([1, 1.1, 1.2, 1.5, 1.3, 0.9, 1.25])).table).toEqual({
      head: ['Year end', 'Long–short relative strength'],
      rows: [
        ['2022-12-30', '1.20'],
        ['2023-12-29', '1.30'],
        ['2024-01-03', '1.25'],
      ],
    })
  })

  it('ends where the line ends, with dashes after it', () => {
    const { alt, note, table } = figure(rows([1, 1.1, 1.2, 1.5, null, null, null]))
    expect(alt).toContain('to 1.50 on 2023-01-03')
    expect(note).toContain('2022-12 to 2023-01')
    expect(table.rows.map(([, value]) => value)).toEqual(['1.20', '—', '—'])
  })

  it('says why there is nothing to draw', () => {
    for (const nothing of [null, rows([1, null, null, null, null, null, null])]) {
      expect(figure(nothing)).toMatchObject({
        alt: 'Why.',
        emptyReason: 'Why.',
        note: '',
        table: { head: [], rows: [] },
      })
    }
  })
})

describe('barFigure', () => {
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

  it('has its nine figures as a sentence and as a table', () => {
    const rows = bars([0.01, -0.02, 0.03], [0, 0.1, -0.1], [null, 0.2, null])
    const { alt, table, emptyReason } = barFigure({ ...HEAD, kind: 'legs', rows }, t)
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

  it('says when no window has a value', () => {
    const { emptyReason } = barFigure({ ...HEAD, kind: 'excess', rows: bars([null], [null], [null]) }, t)
    expect(emptyReason).toBe('None of the three periods has a value.')
  })
})
