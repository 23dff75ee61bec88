import { describe, expect, it } from 'vitest'
import { sampleStore } from '@/lib/testing/database/test-store'
import { factorCsv, portfolioCsv, SAMPLE_CATALOGUE } from '@/lib/testing/import/sample-files'
import { answerApi } from '../answer-api'
import { ENDPOINTS } from './all'

const store = sampleStore()
const LINES = [
  '2022-01-28,skewness,0.0505,0.0908,0.2918',
  '2022-02-28,skewness,-0.0104,,0.3074',
  '2022-03-31,skewness,,0.0031,',
]

function request(address: string): Promise<Response> {
  const url = new URL(`http://localhost/api/v1/${address}`)
  return answerApi(new Request(url), url.pathname.slice('/api/v1/'.length).split('/'), ENDPOINTS)
}

it('has the coefficients of a period as they were loaded, in JSON and CSV', async () => {
  const { faults } = await store.load(['date,series,ic,rank_ic,rank_mae', ...LINES, ''].join('\n'))
  expect(faults).toEqual([])
  const json = await (await request('factors/skewness/ic.json?version=2&from=2022-02-01&to=2022-02-28')).json()
  expect(json.rows).toEqual([{ date: '2022-02-28', ic: -0.0104, rankIc: null, rankMae: 0.3074 }])
  const csv = await (await request('factors/skewness/ic.csv?version=2')).text()
  expect(csv.trim().split(/\r?\n/)).toEqual([
    'date,ic,rankIc,rankMae',
    ...LINES.map((line) => line.replace('skewness,', '')),
  ])
  expect((await request('factors/nobody/ic.json?version=2')).status).toBe(404)
  expect((await request('factors/skewness/ic.json?version=2&from=2022-03-01&to=2022-01-01')).status).toBe(400)
})

describe('summaries', () => {
  const DAILY = [
    ['2020-12-31', 'skewness', 0.9, 0.9],
    ['2020-06-30', 'network', 0.9, 0.9],
    ['2021-03-31', 'network', 0.02, 0.05],
    ['2021-06-30', 'network', 0.04, -0.01],
    ['2021-10-29', 'skewness', 0.9, 0.9],
    ['2022-01-28', 'skewness', 0.0505, 0.0908],
    ['2022-02-28', 'skewness', -0.0104, null],
    ['2022-03-31', 'skewness', null, 0.0031],
    ['2022-04-29', 'skewness', 0.03, -0.02],
    ['2022-05-31', 'skewness', 0.9, 0.9],
  ] as const

  it('have the means of the daily coefficients of the year up to the day, of a series that has ended up to its end', async () => {
    const ended = { ended: '2021-06-30', endedReasonZh: '停止', endedReasonEn: 'Closed' }
    const [skewness, network] = SAMPLE_CATALOGUE.factors
    if (!skewness || !network) throw new Error('the sample has two factors')
    const loads = [
      await store.load(
        factorCsv('2021-06-30,network,0.01,0.02,0.015', ...['2022-04-29', '2022-06-30'].map(skewnessOn)),
      ),
      await store.load(portfolioCsv('2022-04-29,enhanced,0.01,0.02', '2022-06-30,enhanced,0.01,0.02')),
      await store.load(
        [
          'date,series,ic,rank_ic,rank_mae',
          ...DAILY.map((row) => `${row.map((cell) => cell ?? '').join()},0.3`),
          '',
        ].join('\n'),
      ),
      await store.loadCatalogue({ ...SAMPLE_CATALOGUE, factors: [skewness, { ...network, ...ended }] }),
    ]
    expect(loads.flatMap(({ faults }) => faults)).toEqual([])
    const address = `summaries.json?version=${loads.at(-1)?.version}&series=skewness,network,enhanced&asOf=2022-04-29`
    const { rows } = await (await request(address)).json()
    const found = rows.map(({ code, measure, asOf, rankIc, rankIcir, ic }: Record<string, unknown>) => [
      ...[code, measure, asOf],
      ...[rankIc, rankIcir, ic],
    ])
    expect(found).toEqual([
      ['skewness', 'longShort', '2022-04-29', ...meansOf('skewness', '2022-01-01', '2022-04-29')],
      ['skewness', 'longExcess', '2022-04-29', ...meansOf('skewness', '2022-01-01', '2022-04-29')],
      ['network', 'longShort', '2021-06-30', ...meansOf('network', '2021-01-01', '2021-06-30')],
      ['network', 'longExcess', '2021-06-30', ...meansOf('network', '2021-01-01', '2021-06-30')],
      ['enhanced', 'excess', '2022-04-29', null, null, null],
      ['enhanced', 'absolute', '2022-04-29', null, null, null],
    ])
  })

  function skewnessOn(date: string): string {
    return `${date},skewness,0.01,0.02,0.015`
  }

  /** Returns mean rank IC, rank ICIR and mean IC, added up by loops. */
  function meansOf(code: string, from: string, to: string): unknown[] {
    const [ranks, plain] = ([3, 2] as const).map((column) => {
      const values: number[] = []
      for (const row of DAILY)
        if (row[1] === code && row[0] >= from && row[0] <= to && row[column] !== null) values.push(row[column])
      let [sum, squares] = [0, 0]
      for (const value of values) sum += value
      for (const value of values) squares += (value - sum / values.length) ** 2
      return { mean: sum / values.length, deviation: Math.sqrt(squares / (values.length - 1)) }
    })
    if (!ranks || !plain) throw new Error('two columns')
    return [ranks.mean, ranks.mean / ranks.deviation, plain.mean].map((value) => expect.closeTo(value, 13))
  }
})
