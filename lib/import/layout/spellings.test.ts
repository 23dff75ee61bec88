/** Spellings of headers, numbers and missing values that research files use. */
import { describe, expect, it } from 'vitest'
import { FaultLog } from '@/lib/import/outcome/fault'
import { readFileContent } from '@/lib/import/parse/read-file'
import { CORPUS_CATALOGUE, CORPUS_TODAY } from '@/lib/testing/import/corpus-catalogue'
import { factorCsv, portfolioCsv } from '@/lib/testing/import/sample-files'
import { TEXT_FORMS } from '@/lib/testing/import/write-table'
import { writeXlsx } from '@/lib/testing/import/write-xlsx'

const DAY = { codes: ['skewness'], dates: ['2024-08-30'], legs: [[0.01], [-0.02], [0.003]] }
const TWO = {
  codes: ['skewness', 'network'],
  dates: ['2024-08-30', '2024-08-30'],
  legs: [
    [0.01, 0.004],
    [-0.02, 0.001],
    [0.003, 0.003],
  ],
}

const WIDE = 'date,skewness.long,skewness.short,skewness.benchmark,network.long,network.short,network.benchmark'

describe('a tidy table', () => {
  it.each([
    ['date,series,leg,value', 'skewness,long', 'skewness,short', 'skewness,benchmark'],
    ['Date,Series,variable,value', 'skewness,Benchmark', 'skewness,SHORT', 'skewness,Long'],
    ['日期,因子,方向,收益率', 'skewness,多头', 'skewness,空头', 'skewness,基准'],
    ['date,variable,value', 'skewness.long', 'skewness.short', 'skewness.benchmark'],
  ])('with the columns %s is read', async (header, ...keys) => {
    const value = (key: string) => (/long|多/i.test(key) ? '0.01' : /short|空/i.test(key) ? '-0.02' : '0.003')
    const rows = keys.map((key) => `2024-08-30,${key},${value(key)}`)
    expect(await read([header, ...rows, ''].join('\n'))).toMatchObject({ ...DAY, kind: 'factor_returns' })
  })

  it('may hold percentages, portfolios or coefficients', async () => {
    const percent = 'date,series,leg,value(%)\n2024-08-30,enhanced,portfolio,1\n2024-08-30,enhanced,benchmark,0.3\n'
    expect(await read(percent)).toMatchObject({
      kind: 'portfolio_returns',
      legs: [[0.01], [0.003]],
      percent: 'columns',
    })
    const quality = 'date,series,leg,value\n2024-08-30,skewness,rank_ic,0.04\n'
    expect(await read(quality)).toMatchObject({ kind: 'factor_quality', legs: [[null], [0.04], [null]] })
  })

  it('leaves out a day whose values are all missing', async () => {
    const missing = ['long', 'short', 'benchmark'].map((leg) => `2024-08-29,skewness,${leg},NaN`)
    const rows = ['long,0.01', 'short,-0.02', 'benchmark,0.003'].map((cells) => `2024-08-30,skewness,${cells}`)
    expect(await read(['date,series,leg,value', ...missing, ...rows].join('\n'))).toMatchObject(DAY)
  })

  it.each([
    ['2024-08-30,skewness,short,x', { row: 3, column: 'value', value: 'x', rule: 'not-a-number' }],
    ['2024-08-30,skewness,short,--', { row: 3, column: 'value', value: '--', rule: 'leg-missing' }],
    ['2024-08-30,skewness,middle,0', { row: 3, column: 'leg', value: 'middle', rule: 'unknown-leg' }],
    ['2024-08-30,skewness,long,0', { row: 3, value: '2024-08-30 skewness long', rule: 'duplicate-row' }],
    ['2024-08-30,skewness,benchmark,0', { row: 2, column: 'leg', value: 'short', rule: 'leg-missing' }],
    ['合计,skewness,short,0', { row: 3, value: '合计', rule: 'summary-row' }],
    ['2024-08-30,skewness,short', { row: 3, rule: 'cell-count' }],
  ])('has its own lines in faults: %s', async (second, fault) => {
    const text = `date,series,leg,value\n2024-08-30,skewness,long,0.01\n${second}\n2024-08-30,skewness,benchmark,0.003\n`
    const lines = second.includes('benchmark') ? text.split('\n').slice(0, 3).join('\n') : text
    expect(await read(lines)).toContainEqual(expect.objectContaining(fault))
  })

  it('without dates is refused', async () => {
    expect(await read('series,leg,value\nskewness,long,0\n')).toMatchObject([
      { rule: 'missing-column', column: 'date' },
    ])
  })
})

describe('a wide table with legs first', () => {
  const row = '2024-08-30,0.01,0.004,-0.02,0.001,0.003,0.003'
  it.each([
    ['in one row', 'date,long.skewness,long.network,short.skewness,short.network,benchmark.skewness,benchmark.network'],
    ['in two rows', ',long,,short,,benchmark,\ndate,skewness,network,skewness,network,skewness,network'],
    [
      'in two rows and a name',
      'leg,long,,short,,benchmark,\nseries,skewness,network,skewness,network,skewness,network\ndate,,,,,,',
    ],
    ['in Chinese', ',多头,,空头,,基准,\n日期,skewness,network,skewness,network,skewness,network'],
  ])('is read %s', async (_, header) => {
    expect(await read(`${header}\n${row}\n`)).toMatchObject(TWO)
  })

  it('is read from a workbook of pandas, whose cells above the legs are merged', async () => {
    const rows = [
      [null, 'long', null, 'short', null, 'benchmark', null],
      ['series', 'skewness', 'network', 'skewness', 'network', 'skewness', 'network'],
      ['date'],
      row.split(','),
    ]
    expect(await read(writeXlsx([{ name: 'Sheet1', rows }]))).toMatchObject(TWO)
  })
})

describe('Chinese headers', () => {
  it.each([
    ['日期,因子,多头,空头,基准', '0.01,-0.02,0.003'],
    ['交易日期,因子代码,多头收益率,空头收益率,基准收益率', '0.01,-0.02,0.003'],
    ['日期,因子,多头(%),空头（%）,基准（％）', '1,-2,0.3'],
    ['日期,因子,多头组合收益（单位：%）,空头组合收益（单位：%）,基准指数收益（单位：%）', '1,-2,0.3'],
  ])('%s', async (header, values) => {
    expect(await read(`${header}\n2024-08-30,skewness,${values}\n`)).toMatchObject(DAY)
  })

  it.each(['日期,组合,组合收益,基准收益', '日期,代码,组合,基准'])('of portfolios: %s', async (header) => {
    const found = await read(`${header}\n2024-08-30,enhanced,0.01,0.003\n`)
    expect(found).toMatchObject({ kind: 'portfolio_returns', codes: ['enhanced'], legs: [[0.01], [0.003]] })
  })

  it('of a wide table in GBK, below a row of series', async () => {
    const table = [
      ['日期', 'skewness', '', ''],
      ['', '多头(%)', '空头(%)', '基准(%)'],
      ['2024-08-30', '1', '-2', '0.3'],
    ]
    expect(await read(TEXT_FORMS.GBK(table))).toMatchObject(DAY)
  })

  it('appear in faults as the file writes them', async () => {
    const text = '日期,因子,多头(%),空头(%),基准(%)\n2024-08-30,skewness,1,x,0\n'
    expect(await read(text)).toMatchObject([{ row: 2, column: '空头', value: 'x' }])
  })
})

describe('numbers', () => {
  it.each([
    '０．０１,－０．０２,０．００３',
    '0.01,\u22120.02,+0.003',
    '1％,\u22122％,０．３％',
    '1\ufe6a,-2\ufe6a,0.3\ufe6a',
  ])('are read from %s', async (values) => {
    expect(await read(factorCsv(`2024-08-30,skewness,${values}`))).toMatchObject(DAY)
  })

  it('of full width make a date', async () => {
    expect(await read(factorCsv('２０２４－０８－３０,skewness,0.01,-0.02,0.003'))).toMatchObject(DAY)
  })

  it('in parentheses are refused, and the remedy writes them with a minus sign', async () => {
    const faults = await read(factorCsv('2024-08-30,skewness,0.01,(0.12),（1.5%）'))
    expect(faults).toMatchObject([
      { rule: 'in-parentheses', value: '(0.12)', remedy: 'Write -0.12 if it is negative.' },
      { rule: 'in-parentheses', value: '（1.5%）', remedy: 'Write -1.5% if it is negative.' },
    ])
  })
})

describe('a workbook', () => {
  it('has the percentages that a percent sign in its format shows', async () => {
    const legs = [1, -2, 0.3].map((number) => ({ number, format: 'percentText' as const }))
    const rows = [
      ['date', 'series', 'long', 'short', 'benchmark'],
      ['2024-08-30', 'skewness', ...legs],
    ]
    expect(await read(writeXlsx([{ name: 'Week', rows }]))).toMatchObject({ ...DAY, percent: 'cells' })
  })

  it('may have an empty hidden sheet, and formulas that give 0 beside others', async () => {
    const formulas = [0.01, -0.02, 0.003].map((value) => ({ formula: 'B2', value }))
    const zeros = [0, 0, 0].map((value) => ({ formula: 'B2', value }))
    const rows = [WIDE.split(',').slice(0, 4), ['2024-08-29', ...zeros], ['2024-08-30', ...formulas]]
    const sheets = [
      { name: 'Week', rows },
      { name: 'Empty', rows: [], isHidden: true },
    ]
    const found = await read(writeXlsx(sheets, { isUncomputed: true }))
    expect(found).toMatchObject({
      legs: [
        [0, 0.01],
        [0, -0.02],
        [0, 0.003],
      ],
    })
  })
})

describe('missing values', () => {
  const markers = ['--', '-', '—', 'NaN', 'nan', 'NA', 'N/A', '#N/A', 'null', 'None', '']

  it.each(markers)('written "%s" in all legs of a wide table mean no row', async (marker) => {
    const text = `${WIDE}\n2024-08-30,0.01,-0.02,0.003,${marker},${marker},${marker}\n`
    expect(await read(text)).toMatchObject(DAY)
  })

  it.each(markers)('written "%s" in one leg are faults', async (marker) => {
    const fault = { row: 2, value: marker, rule: 'leg-missing' }
    const wide = await read(`${WIDE}\n2024-08-30,0.01,-0.02,0.003,0.01,${marker},0\n`)
    expect(wide).toMatchObject([{ ...fault, column: 'network.short' }])
    expect(await read(portfolioCsv(`2024-08-30,enhanced,${marker},0`))).toMatchObject([
      { ...fault, column: 'portfolio' },
    ])
  })

  it('may stand for one of two coefficients', async () => {
    const found = await read('date,series,ic,rank_ic\n2024-08-30,skewness,NaN,0.04\n')
    expect(found).toMatchObject({ legs: [[null], [0.04], [null]] })
  })
})

describe('rows of totals', () => {
  it.each([
    '合计',
    '总计',
    '小计',
    'Total',
    'Grand total',
    'AVERAGE',
    '平均值',
    '均值',
    'Mean',
    'Sum:',
    '本周合计',
    '累计收益率',
    'Total return',
  ])('named %s are refused, once', async (name) => {
    const row = { row: 3, column: 'date', value: name, rule: 'summary-row' }
    expect(await read(factorCsv('2024-08-30,skewness,0,0,0', `${name},,9,9,9`))).toMatchObject([row])
    expect(await read(`${WIDE}\n2024-08-30,0,0,0,0,0,0\n${name},9,9,9,9,9,9\n`)).toMatchObject([row])
  })

  it('may have the name in the column of series', async () => {
    expect(await read(factorCsv('2024-08-30,合计,0,0,0'))).toMatchObject([{ column: 'series', rule: 'summary-row' }])
  })
})

/** Returns the batch that a file holds, or its faults. */
async function read(content: string | Uint8Array) {
  const faults = new FaultLog('week')
  const settings = { catalogue: CORPUS_CATALOGUE, today: CORPUS_TODAY, unit: null, as: null }
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content
  const found = await readFileContent(bytes, settings, faults)
  if (faults.count > 0) return faults.kept
  return found?.type === 'returns' ? found.batch : null
}
