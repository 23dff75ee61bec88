import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays } from '@/lib/base/dates'
import { plainColumns } from './plain-columns'

const HEADER = 'date,series,long,short'

function columnsOf(text: string, numbers = 2) {
  return plainColumns(new TextEncoder().encode(text), numbers)
}

/** Returns the rows that were read, or null. */
async function rowsOf(text: string) {
  const columns = await columnsOf(text)
  if (columns === null) return null
  const { codes, series, days, legs } = columns
  return Array.from(series, (own, row) => [
    addDays('1970-01-01', days[row] ?? Number.NaN),
    codes[own],
    ...legs.map((leg) => leg[row]),
  ])
}

describe('the rows of a plain file', () => {
  it('are read in their order, by day or by series, whatever their series', async () => {
    const rows = [
      ['2024-08-30', 'value', 0.01, -0.02],
      ['2024-08-30', 'value.cn', 0.03, 0.5],
      ['2024-08-29', 'value', 1e-5, 0],
      ['2024-08-29', 'value', 1e-5, 0],
      ['1969-12-31', 'value.cn', 25, -7],
      ['2000-02-29', 'size', 0.1, 0.2],
      ['2024-08-30', 'value.cn', 0.3, 0.4],
    ]
    for (const end of ['\n', '\r\n']) {
      const text = [HEADER, ...rows].join(end)
      expect(await rowsOf(text)).toEqual(rows)
      expect(await rowsOf(text + end)).toEqual(rows)
    }
  })

  it.each([
    '2024-08-30,value,0.01',
    '2024-08-30,value,0.01,0.02,0.03',
    '2024-08-30,value,0.01,',
    '2024-08-30,value ,0.01,0.02',
    '2024-08-30,valu,0.01;0.02',
    '2024-08-30,,0.01,0.02',
    `2024-08-30,${'x'.repeat(65)},0.01,0.02`,
    '2024-8-30,value,0.01,0.02',
    '2024/08/30,value,0.01,0.02',
    '2023-02-29,value,0.01,0.02',
    '2024-08-3a,value,0.01,0.02',
    '2024-08-30,value,1e400,0.02',
    '2024-08-30,value,-1e-400,0.02',
    '2024-08-30,value,0x1,0.02',
    '2024-08-30,value,.,0.02',
    '2024-08-30,value,1.2.3,0.02',
    '2024-08-30,value,1e,0.02',
    '2024-08-30,value,--1,0.02',
    '',
  ])('are not read with %j among them', async (row) => {
    const good = '2024-08-30,value,0.01,0.02'
    expect(await rowsOf([HEADER, good, good].join('\n'))).not.toBeNull()
    expect(await rowsOf([HEADER, good, row, good].join('\n'))).toBeNull()
  })

  it('are not read after megabytes of good ones when the last is cut off', async () => {
    const good = '2024-08-30,value,0.0123456789,0.0234567891\n'.repeat(60_000)
    const read: number[] = []
    const readWith = (last: string) =>
      plainColumns(new TextEncoder().encode(`${HEADER}\n${good}${last}`), 2, (bytes) => read.push(bytes))
    expect((await readWith('2024-08-31,value,0.01,0.02'))?.days.length).toBe(60_001)
    expect(read.toSorted((a, b) => a - b)).toEqual(read)
    expect(read.length).toBeGreaterThan(2)
    expect(await readWith('2024-08-31,value,0.01,0.')).not.toBeNull()
    expect(await readWith('2024-08-31,value,0.01,')).toBeNull()
  })
})

describe('a number of a plain file', () => {
  const digits = fc.stringMatching(/^[0-9]{0,25}$/)
  const text = fc
    .record({
      sign: fc.constantFrom('', '-', '+'),
      whole: digits,
      point: fc.constantFrom('', '.'),
      fraction: digits,
      exponent: fc.constantFrom('', '', '', 'e5', 'E-12', 'e+3', 'e-300', 'e290'),
    })
    .map(({ sign, whole, point, fraction, exponent }) => `${sign}${whole}${point}${point && fraction}${exponent}`)
    .filter((number) => /[0-9].*$/.test(number.replace(/e.*$/i, '')))

  it('is the double nearest to its text', async () => {
    const double = fc.double({ noNaN: true, noDefaultInfinity: true }).map(String)
    await fc.assert(
      fc.asyncProperty(fc.oneof(text, double), async (number) => {
        const columns = await columnsOf(`date,series,long\n2024-08-30,value,${number}`, 1)
        const value = Number(number)
        const isHeld = Number.isFinite(value) && (value !== 0 || !/[1-9]/.test(number.replace(/e.*$/i, '')))
        expect(columns === null ? [] : [...(columns.legs[0] ?? [])]).toEqual(isHeld ? [value] : [])
      }),
    )
  })
})
