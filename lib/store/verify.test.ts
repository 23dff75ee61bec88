import { Client } from 'pg'
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import { runVerifyCli, verifyStore } from '@/lib/cli/verify'
import { sampleStore } from '@/lib/testing/database/test-store'
import { factorCsv, portfolioCsv, SAMPLE_CATALOGUE } from '@/lib/testing/import/sample-files'
import { withdraw } from './withdraw/withdraw'
import { withdrawalOrder } from './withdraw/withdrawal-order'

const store = sampleStore()
let client: Client

beforeAll(async () => {
  client = new Client({ connectionString: store.url })
  await client.connect()
  const renamed = {
    ...SAMPLE_CATALOGUE,
    markets: [{ code: 'CN', nameZh: '中国', nameEn: 'China', dailyReturnMax: 0.9 }],
  }
  const loads = [
    factorCsv('2024-08-29,skewness,0.01,-0.02,0.003', '2024-08-30,skewness,0.01,-0.0,0.003'),
    factorCsv('2024-08-29,skewness,0.02,-0.02,0.003', '2024-08-28,network,0.01,-0.02,0.003'),
    portfolioCsv('2024-08-30,enhanced,0.01,0.003'),
  ]
  for (const content of loads) await store.load(content)
  await store.load(factorCsv('2024-08-27,network,1,2,3'), { name: 'percent.csv', unit: 'percent' })
  await store.loadCatalogue(renamed)
  // Only the limit of version 6 allows the first of them.
  await store.load(portfolioCsv('2024-08-29,enhanced,0.6,0.003', '2024-08-30,enhanced,0.03,0.003'))
  await withdraw(withdrawalOrder.parse({ version: 7, reason: 'wrong' }), { loadedBy: 'tester', dryRun: false })
})

afterAll(() => client.end())

/** Versions: 1 the catalogue, 2 to 5 returns, 6 a market with another name and limit, 7 portfolio returns, 8 their withdrawal. */
it('finds nothing in a store after loads, restatements, renames and a withdrawal', async () => {
  expect(await verifyStore()).toEqual([])
})

/** Changes the store as the owner of the database can, without triggers. */
async function tamper(statement: string, undo: string): Promise<string[]> {
  await client.query(`set session_replication_role = replica; ${statement}`)
  const findings = await verifyStore()
  await client.query(`${undo}; set session_replication_role = default`)
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
      `create temporary table lost as select * from portfolio_return where since_version = 4;
       delete from portfolio_return where since_version = 4`,
      `insert into portfolio_return select * from lost; drop table lost`,
    )
    expect(findings).toEqual([
      'version 4: portfolio_return opened 0 rows and closed 0, and says 1 new and 0 restated',
      'version 7: portfolio_return opened 2 rows and closed 0, and says 1 new and 1 restated',
      'version 4: enhanced on 2024-08-30 is in the file alone',
      'version 8: enhanced on 2024-08-30 was not opened as its request says',
    ])
  })

  it('a file whose bytes were altered', async () => {
    // Its gzip header, and its content.
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

  it('nothing for a file that is stored unpacked, as in older versions', async () => {
    const hex = Buffer.from(portfolioCsv('2024-08-30,enhanced,0.01,0.003')).toString('hex')
    expect(await tamperFile(`content = decode('${hex}', 'hex'), encoding = null`)).toEqual([])
  })

  it('a name that was altered', async () => {
    const set = (name: string) => `update market set name_en = '${name}'`
    expect(await tamper(set('Elsewhere'), set('China'))).toEqual(['catalogue: market CN is not what its history says'])
  })

  it('a version with a wrong count', async () => {
    const set = (rows: number) => `update data_version set rows_new = ${rows} where id = 2`
    const findings = await tamper(set(3), set(2))
    expect(findings.every((finding) => finding.startsWith('version 2: '))).toBe(true)
    expect(findings).toHaveLength(2)
  })

  it('versions that were lost, by everything that refers to them', async () => {
    await client.query('create temporary table lost as select * from data_version where id >= 5')
    const findings = await tamper(
      'delete from data_version where id >= 5',
      'insert into data_version select * from lost; drop table lost',
    )
    expect(findings.map((finding) => finding.replace(/[0-9a-f]{64}/, '…')).sort()).toEqual([
      'portfolio_return: enhanced on 2024-08-29 is true until version 8, and its next value since 2147483647',
      ...Array.from({ length: 4 }, () => 'source_file: the file with SHA-256 … is of no version'),
      'version 5 is missing, and data_version_series has 1 rows of it',
      'version 5 is missing, and factor_return has 1 rows that it opened and 0 that it closed',
      'version 6 is missing, and catalogue_entry has 1 rows that it opened and 1 that it closed',
      'version 7 is missing, and data_version_series has 1 rows of it',
      'version 7 is missing, and portfolio_return has 2 rows that it opened and 1 that it closed',
      'version 8 is missing, and data_version_series has 1 rows of it',
      'version 8 is missing, and portfolio_return has 1 rows that it opened and 2 that it closed',
    ])
  })

  it('a row closed by a version that never existed', async () => {
    const set = (version: number) =>
      `update factor_return set until_version = ${version} where date = '2024-08-29' and since_version = 2`
    expect(await tamper(set(9), set(3))).toContain(
      'version 9 is missing, and factor_return has 0 rows that it opened and 1 that it closed',
    )
  })

  it.each([
    [3, 0, 1, 'its series count 1 new, 1 restated, 0 unchanged and 0 withdrawn rows, the version 1, 1, 1 and 0'],
    [6, 6, 5, 'it left 6 of the 7 entries of its file alone, and says 5'],
  ])('the unchanged count of version %i', async (version, unchanged, other, what) => {
    const set = (rows: number) => `update data_version set rows_unchanged = ${rows} where id = ${version}`
    expect(await tamper(set(other), set(unchanged))).toEqual([`version ${version}: ${what}`])
  })

  it('a catalogue with a wrong count', async () => {
    const set = (rows: number) => `update data_version set rows_restated = ${rows} where id = 6`
    expect(await tamper(set(2), set(1))).toEqual([
      'version 6: catalogue_entry opened 1 rows and closed 1, and says 0 new and 2 restated',
    ])
  })

  it('the dates of a series', async () => {
    const set = (date: string) => `update data_version_series set first_date = '${date}' where version = 5`
    expect(await tamper(set('2024-08-26'), set('2024-08-27'))).toEqual([
      'version 5: the file has 1 rows of network from 2024-08-27 to 2024-08-27, and its series says 1 from 2024-08-26 to 2024-08-27',
    ])
  })

  it('wrong counts of series whose sum is right', async () => {
    const swap = `update data_version_series set rows_new = rows_restated, rows_restated = rows_new where version = 3`
    expect(await tamper(swap, swap)).toEqual([
      'version 3: factor_return opened 1 rows of network and closed 0, and its series says 0 new and 1 restated',
      'version 3: factor_return opened 1 rows of skewness and closed 1, and its series says 1 new and 0 restated',
    ])
  })

  it('a series that a version lost, and one that it never had', async () => {
    const rename = (from: string, to: string) =>
      `update data_version_series set code = '${to}' where version = 5 and code = '${from}'`
    expect(await tamper(rename('network', 'skewness'), rename('skewness', 'network'))).toEqual([
      'version 5: factor_return opened 1 rows of network and closed 0, and its series says 0 new and 0 restated',
      'version 5: factor_return opened 0 rows of skewness and closed 0, and its series says 1 new and 0 restated',
      'version 5: network is in the file, and not among its series',
      'version 5: skewness is among its series, and not in the file',
    ])
  })

  it('a value that a withdrawal did not bring back', async () => {
    const set = (value: number) => `update portfolio_return set portfolio_return = ${value} where since_version = 8`
    expect(await tamper(set(0.5), set(0.01))).toEqual([
      'version 8: enhanced on 2024-08-30 has another value than before',
    ])
  })

  it('a row that a withdrawal did not close, and one that it should have left', async () => {
    const open = (from: number, to: number) =>
      `update portfolio_return set until_version = ${to} where date = '2024-08-29' and until_version = ${from}`
    expect(await tamper(open(8, 2_147_483_647), open(2_147_483_647, 8))).toEqual([
      'version 8: it opened 1 rows and closed 1, and says 0 new, 1 restated and 1 withdrawn',
      'version 8: it opened 1 rows of enhanced and closed 1, and its series says 0 new, 1 restated and 1 withdrawn',
      'version 8: enhanced on 2024-08-29 was not closed as its request says',
    ])
    const close = (from: number, to: number) =>
      `update factor_return set until_version = ${to} where date = '2024-08-28' and until_version = ${from}`
    expect(await tamper(close(2_147_483_647, 8), close(8, 2_147_483_647))).toContain(
      'version 8: network on 2024-08-28 is not among the rows of its request',
    )
  })

  it('a withdrawal of another version, with another reason or count', async () => {
    const set = (columns: string) => `update data_version set ${columns} where id = 8`
    const other = 'version 8: its request names another version or reason'
    expect(await tamper(set('withdrawn_version = 6'), set('withdrawn_version = 7'))).toEqual([other])
    expect(await tamper(set(`reason = 'none'`), set(`reason = 'wrong'`))).toEqual([other])
    expect(await tamper(set('rows_unchanged = 1'), set('rows_unchanged = 0'))).toContain(
      'version 8: it left 0 rows as they are, and says 1',
    )
  })

  it('a load that says it withdrew rows', async () => {
    const set = (rows: number) => `update data_version set rows_withdrawn = ${rows} where id = 6`
    expect(await tamper(set(1), set(0))).toEqual([
      'version 6: it opened 1 rows and closed 1, and says 0 new, 1 restated and 1 withdrawn',
    ])
  })

  it('a file of no version', async () => {
    const sha256 = '0'.repeat(64)
    const findings = await tamper(
      `insert into source_file values ('${sha256}', '', null)`,
      `delete from source_file where sha256 = '${sha256}'`,
    )
    expect(findings).toEqual([`source_file: the file with SHA-256 ${sha256} is of no version`])
  })
})

it('names a file that breaks a rule as of its version', async () => {
  const set = (inception: string) =>
    `update catalogue_entry set entry = entry || '{"inception": "${inception}"}' where key = 'skewness' and until_version > 6;
     update factor set inception = '${inception}' where code = 'skewness'`
  const inception = SAMPLE_CATALOGUE.factors.find(({ code }) => code === 'skewness')?.inception ?? ''
  expect(await tamper(set('2024-08-30'), set(inception))).toEqual(
    expect.arrayContaining(
      [2, 3].map(
        (version) =>
          `version ${version}: returns.csv cannot be read any more: the date is before the inception of the series`,
      ),
    ),
  )
})

it('finds nothing again after each of these changes was undone', async () => {
  expect(await verifyStore()).toEqual([])
})

describe('the command', () => {
  afterEach(() => vi.restoreAllMocks())

  it('says what it does, file by file', async () => {
    const steps: string[] = []
    await verifyStore((activity) => steps.push(activity))
    expect(steps).toEqual([
      ...['reading', 'comparing with the store'].map((step) => `file 1 of 8, catalogue.json: ${step}`),
      ...['reading', '100% of 0.0 MB read', '2 rows read, checking', 'comparing with the store'].map(
        (step) => `file 2 of 8, returns.csv: ${step}`,
      ),
      ...steps.slice(6, -1),
      'file 8 of 8, withdrawal.json: reading',
    ])
  })

  it('prints JSON alone when asked', async () => {
    const log = vi.spyOn(console, 'log').mockReturnValue()
    expect(await runVerifyCli(['--json'])).toBe(0)
    expect(log.mock.calls.map(([text]) => JSON.parse(text))).toEqual([{ findings: [] }])
  })

  it.each([
    [0, '', 'The store is whole.'],
    [1, `update market set name_en = 'Elsewhere'`, '1 finding.'],
    [2, 'update data_version set rows_new = 3 where id = 2', '2 findings.'],
  ])('counts %i', async (count, statement, verdict) => {
    const log = vi.spyOn(console, 'log').mockReturnValue()
    const error = vi.spyOn(console, 'error').mockReturnValue()
    await client.query(`set session_replication_role = replica; ${statement}`)
    expect(await runVerifyCli([])).toBe(count === 0 ? 0 : 1)
    expect(log.mock.calls).toEqual([[verdict]])
    expect(error).toHaveBeenCalledTimes(count)
    await client.query(`update market set name_en = 'China'; update data_version set rows_new = 2 where id = 2;
                        set session_replication_role = default`)
  })
})
