import { expect, it } from 'vitest'
import { LOCALES } from '@/lib/base/locale'
import { importFiles } from '@/lib/import/import-files'
import { ACCEPTABLE } from '@/lib/import/outcome/hold'
import { emptyStore } from '@/lib/testing/database/test-store'
import { answerTemplate } from './answer-template'
import { TEMPLATE_NAMES } from './template-tables'

const store = emptyStore('database')

async function written(files: readonly string[]): Promise<{ path: string }[]> {
  const paths: { path: string }[] = []
  for (const file of files) {
    const answer = await answerTemplate(new Request('http://localhost/'), file, 'zh')
    expect(answer.status, file).toBe(200)
    paths.push({ path: await store.write(file, new Uint8Array(await answer.arrayBuffer())) })
  }
  return paths
}

const OPTIONS = { today: '2024-08-30', accept: ACCEPTABLE }
const ofEach = (outcomes: Awaited<ReturnType<typeof importFiles>>) =>
  outcomes.map(({ file, faults, rowsNew }) => ({ file, faults, rowsNew }))

it('every template loads as it is, and the workbooks hold the same rows', async () => {
  const files = TEMPLATE_NAMES.map((name) => `${name}.csv`)
  expect(ofEach(await importFiles(await written(files), OPTIONS))).toEqual([
    { file: 'markets.csv', faults: [], rowsNew: 1 },
    { file: 'families.csv', faults: [], rowsNew: 1 },
    { file: 'factors.csv', faults: [], rowsNew: 1 },
    { file: 'portfolios.csv', faults: [], rowsNew: 1 },
    { file: 'indices.csv', faults: [], rowsNew: 1 },
    { file: 'closures.csv', faults: [], rowsNew: 1 },
    { file: 'components.csv', faults: [], rowsNew: 4 },
    { file: 'factor_returns.csv', faults: [], rowsNew: 2 },
    { file: 'portfolio_returns.csv', faults: [], rowsNew: 2 },
    { file: 'factor_quality.csv', faults: [], rowsNew: 1 },
    { file: 'index_returns.csv', faults: [], rowsNew: 2 },
    { file: 'contributions.csv', faults: [], rowsNew: 1 },
  ])
  const kinds = ['factor_returns', 'portfolio_returns', 'factor_quality', 'index_returns', 'contributions']
  const books = ['catalogue', ...kinds].map((name) => `${name}.xlsx`)
  expect(ofEach(await importFiles(await written(books), OPTIONS))).toEqual(
    books.map((file) => ({ file, faults: [], rowsNew: 0 })),
  )
})

it.each(LOCALES)('the first sheet of a workbook says in %s what each column holds', async (locale) => {
  const { default: readXlsxFile } = await import('read-excel-file/node')
  const answer = await answerTemplate(new Request('http://localhost/'), 'catalogue.xlsx', locale)
  const [readme, ...sheets] = await readXlsxFile(Buffer.from(await answer.arrayBuffer()))
  const explained = readme?.data.slice(1).map(([table, column]) => `${table}.${column}`)
  const heads = sheets.flatMap(({ sheet, data }) => data[0]?.map((column) => `${sheet}.${column}`))
  expect(heads.length).toBeGreaterThan(40)
  expect(explained).toEqual(heads)
})

it('no other template exists', async () => {
  for (const file of ['aliases.csv', 'markets.xlsx', 'returns.json', '../package.json'])
    expect((await answerTemplate(new Request('http://localhost/'), file, 'zh')).status, file).toBe(404)
})
