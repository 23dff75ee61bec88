/** Files that come as parts of a form, as `curl -F file=@returns.csv` sends them. */
import { afterAll, beforeAll, expect, it } from 'vitest'
import { prisma } from '@/lib/db/client'
import { sampleStore } from '@/lib/testing/database/test-store'
import { factorCsv, portfolioCsv } from '@/lib/testing/import/sample-files'
import { answerImport } from './answer-import'

const TOKEN = 'a-token-of-some-length'
const CSV = factorCsv('2024-08-30,skewness,0.01,-0.02,0.003')

sampleStore()

beforeAll(() => {
  process.env.IMPORT_TOKEN = TOKEN
})

afterAll(() => {
  delete process.env.IMPORT_TOKEN
})

function send(name: string | null, body: BodyInit, { headers = {} }: { headers?: Record<string, string> } = {}) {
  const address = `http://localhost/api/v1/imports${name === null ? '' : `?name=${name}`}`
  const authorization = `Bearer ${TOKEN}`
  return answerImport(new Request(address, { method: 'POST', body, headers: { authorization, ...headers } }))
}

const countVersions = () => prisma.dataVersion.count()
/** Returns how many transactions wrote the stored answer and the versions of the form. */
const transactionsOf = (key: string, versions: number[]) => prisma.$queryRaw`
  select count(distinct xmin)::int as transactions
  from (
    select xmin::text from import_request where idempotency_key = ${key}
    union all select xmin::text from data_version where id = any(${versions})
  ) as written`

const form = (...parts: [string, string | File][]) => {
  const data = new FormData()
  for (const [name, value] of parts) data.append(name, value)
  return data
}
const file = (content: string, name = 'returns.csv') => new File([content], name)

it('a form with one file is read like that file, and replayed with its key', async () => {
  const headers = { 'idempotency-key': 'form' }
  const content = factorCsv('2024-08-22,skewness,0.01,-0.02,0.003')
  const first = await send('returns.csv', form(['file', file(content)]), { headers })
  expect([first.status, await first.json()]).toMatchObject([201, { file: 'returns.csv', rowsNew: 1 }])
  const again = await send('returns.csv', form(['file', file(content)]), { headers })
  expect([again.status, again.headers.get('idempotent-replayed')]).toEqual([201, 'true'])
})

it.each([
  [
    'several files under one name',
    [
      ['a', file(CSV, 'a.csv')],
      ['b', file(CSV, 'b.csv')],
    ],
    'The form has 2 files, which have their own names: leave ?name=returns.csv out.',
  ],
  [
    'two files of the same name',
    [
      ['file', file(CSV)],
      ['file', file(CSV)],
    ],
    'Two files of the form are named returns.csv',
  ],
  [
    'a field',
    [
      ['file', file(CSV)],
      ['unit', 'percent'],
    ],
    'The form has the field unit',
  ],
  ['an empty file', [['file', file('')]], 'The file returns.csv of the form is empty.'],
] as [string, [string, string | File][], string][])('a form with %s is refused', async (_, parts, detail) => {
  const before = await countVersions()
  const response = await send('returns.csv', form(...parts))
  expect([response.status, (await response.json()).detail]).toEqual([400, expect.stringContaining(detail)])
  expect(await countVersions()).toBe(before)
})

it('a form with several files is one load with a list of outcomes, and is replayed as a whole', async () => {
  const parts = (value: string): [string, File][] => [
    ['file', file(factorCsv('2024-08-20,skewness,0.01,-0.02,0.003'), 'factors.csv')],
    ['file', file(portfolioCsv(`2024-08-20,enhanced,${value},0.003`), 'portfolios.csv')],
  ]
  const sendForm = (value: string) => send(null, form(...parts(value)), { headers: { 'idempotency-key': 'two' } })
  const before = await countVersions()
  const refused = await sendForm('1.5')
  expect([refused.status, await refused.json()]).toMatchObject([422, [{ file: 'portfolios.csv', faultCount: 1 }]])
  expect(await countVersions()).toBe(before)
  const first = await sendForm('0.012')
  expect([first.status, await first.json()]).toMatchObject([
    201,
    [
      { file: 'factors.csv', version: before + 1 },
      { file: 'portfolios.csv', version: before + 2 },
    ],
  ])
  expect(await transactionsOf('two', [before + 1, before + 2])).toEqual([{ transactions: 1 }])
  const again = await sendForm('0.012')
  expect([again.status, again.headers.get('idempotent-replayed')]).toEqual([201, 'true'])
  expect((await sendForm('0.013')).status).toBe(422)
})

it('a form has the name of its file, which a body alone has not', async () => {
  const response = await send(null, form(['file', file(factorCsv('2024-08-21,skewness,0.01,0,0'), 'named.csv')]))
  expect(await response.json()).toMatchObject({ file: 'named.csv', rowsNew: 1 })
  const alone = await send(null, CSV)
  expect([alone.status, (await alone.json()).faults]).toMatchObject([400, [{ parameter: 'name' }]])
})

it('a form that is none is refused', async () => {
  const response = await send('returns.csv', CSV, { headers: { 'content-type': 'multipart/form-data; boundary=x' } })
  expect([response.status, (await response.json()).detail]).toEqual([400, expect.stringContaining('--data-binary')])
})
