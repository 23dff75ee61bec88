import { Client } from 'pg'
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import { prisma } from '@/lib/db'
import { importCatalogue } from '@/lib/import/import-catalogue'
import { importFile } from '@/lib/import/import-file'
import {
  factorCsv,
  makeSampleFolder,
  portfolioCsv,
  SAMPLE_CATALOGUE,
  type SampleFolder,
} from '@/lib/import/sample-files'
import { createTestDatabase, type TestDatabase } from '@/lib/server/test-database'
import { runVerifyCli, verifyStore } from '@/lib/store/verify-cli'

let database: TestDatabase
let folder: SampleFolder
let client: Client

beforeAll(async () => {
  database = await createTestDatabase()
  process.env.DATABASE_URL = database.url
  folder = await makeSampleFolder()
  client = new Client({ connectionString: database.url })
  await client.connect()
  await importCatalogue({ path: await folder.write('catalogue.json', JSON.stringify(SAMPLE_CATALOGUE)) })
  const renamed = { ...SAMPLE_CATALOGUE, markets: [{ code: 'CN', nameZh: '中国', nameEn: 'China' }] }
  const loads = [
    factorCsv('2024-08-29,skewness,0.01,-0.02,0.003', '2024-08-30,skewness,0.01,-0.0,0.003'),
    factorCsv('2024-08-29,skewness,0.02,-0.02,0.003', '2024-08-28,network,0.01,-0.02,0.003'),
    portfolioCsv('2024-08-30,enhanced,0.01,0.003'),
  ]
  for (const content of loads) await importFile({ path: await folder.write('returns.csv', content) })
  await importFile({ path: await folder.write('percent.csv', factorCsv('2024-08-27,network,1,2,3')), unit: 'percent' })
  await importCatalogue({ path: await folder.write('renamed.json', JSON.stringify(renamed)) })
})

afterAll(async () => {
  await client.end()
  await prisma.$disconnect()
  await database.drop()
  await folder.remove()
})

it('finds nothing in a store that was only loaded, restated and renamed', async () => {
  expect(await verifyStore()).toEqual([])
})

/** As the owner of the database can, past every trigger. */
async function tamper(statement: string, undo: string): Promise<string[]> {
  await client.query(`set session_replication_role = replica; ${statement}`)
  const findings = await verifyStore()
  await client.query(`${undo}; set session_replication_role = default`)
  expect(await verifyStore()).toEqual([])
  return findings
}

const OF_VERSION_4 = 'where sha256 = (select source_sha256 from data_version where id = 4)'

/** Sets columns of the file of version 4. */
async function tamperFile(columns: string): Promise<string[]> {
  await client.query('create temporary table given as select * from source_file')
  const findings = await tamper(
    `update source_file set ${columns} ${OF_VERSION_4}`,
    `update source_file as own set content = given.content, encoding = given.encoding from given where own.sha256 = given.sha256`,
  )
  await client.query('drop table given')
  return findings
}

describe('names what differs', () => {
  it('a value that was altered', async () => {
    const set = (value: number) =>
      `update factor_return set long_return = ${value} where date = '2024-08-28' and factor_code = 'network'`
    expect(await tamper(set(0.5), set(0.01))).toEqual([
      'version 3: network on 2024-08-28 has another value than the file',
    ])
  })

  it('a row that was lost', async () => {
    const findings = await tamper(
      `delete from portfolio_return`,
      `insert into portfolio_return values ('enhanced', '2024-08-30', 0.01, 0.003, 4)`,
    )
    expect(findings).toEqual([
      'version 4: portfolio_return opened 0 rows and closed 0, and says 1 new and 0 restated',
      'version 4: enhanced on 2024-08-30 is in the file alone',
    ])
  })

  it('a file whose bytes were altered', async () => {
    // That it is a gzip, and what it holds.
    for (const byte of [0, 20]) {
      const flip = `update source_file set content = set_byte(content, ${byte}, get_byte(content, ${byte}) # 1) ${OF_VERSION_4}`
      expect(await tamper(flip, flip)).toEqual(['version 4: the kept bytes of returns.csv have another SHA-256'])
    }
  })

  it('a file whose bytes are those of another', async () => {
    const other = `(select content from source_file join data_version on source_sha256 = sha256 where id = 3)`
    expect(await tamperFile(`content = ${other}`)).toEqual([
      'version 4: the kept bytes of returns.csv have another SHA-256',
    ])
  })

  it('nothing of a file that is kept as it was given, as all were once', async () => {
    const hex = Buffer.from(portfolioCsv('2024-08-30,enhanced,0.01,0.003')).toString('hex')
    expect(await tamperFile(`content = decode('${hex}', 'hex'), encoding = null`)).toEqual([])
  })

  it('a name that was altered', async () => {
    const set = (name: string) => `update market set name_en = '${name}'`
    expect(await tamper(set('Elsewhere'), set('China'))).toEqual(['catalogue: market CN is not what its history says'])
  })

  it('a version whose count is another', async () => {
    const set = (rows: number) => `update data_version set rows_new = ${rows} where id = 2`
    const findings = await tamper(set(3), set(2))
    expect(findings.every((finding) => finding.startsWith('version 2: '))).toBe(true)
    expect(findings).toHaveLength(2)
  })
})

describe('the command', () => {
  afterEach(() => vi.restoreAllMocks())

  it.each([
    [0, '', 'The store is whole.'],
    [1, `update market set name_en = 'Elsewhere'`, '1 finding.'],
    [2, 'update data_version set rows_new = 3 where id = 2', '2 findings.'],
  ])('counts %i', async (count, statement, verdict) => {
    const log = vi.spyOn(console, 'log').mockReturnValue()
    const error = vi.spyOn(console, 'error').mockReturnValue()
    await client.query(`set session_replication_role = replica; ${statement}`)
    expect(await runVerifyCli()).toBe(count === 0 ? 0 : 1)
    expect(log.mock.calls).toEqual([[verdict]])
    expect(error).toHaveBeenCalledTimes(count)
    await client.query(`update market set name_en = 'China'; update data_version set rows_new = 2 where id = 2;
                        set session_replication_role = default`)
  })
})
