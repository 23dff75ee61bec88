import { expect, it } from 'vitest'
import { sampleStore } from '@/lib/testing/database/test-store'
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
