/** The constraints of the database, which apply to every client. */
import { Client } from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { STILL_TRUE } from '@/lib/db/queries/as-of-version'
import { emptyStore } from '@/lib/testing/database/test-store'

const store = emptyStore()
let client: Client

beforeAll(async () => {
  client = new Client({ connectionString: store.url })
  await client.connect()
  await client.query(`
    INSERT INTO market VALUES ('CN', '中国', 'China');
    INSERT INTO family VALUES ('intraday', 1, '日内', 'Intraday');
    INSERT INTO factor VALUES ('skewness', 1, 'intraday', 'CN', 'monthly', '2014-01-02', 'a', 'a', 'a', 'a', 'a', 'a', 'a', 'a');
  `)
  await openVersion(1)
  await openReturn({ since: 1, date: '2024-08-29' })
})

afterAll(() => client.end())

describe('daily returns', () => {
  it.each(['NaN', 'Infinity', '-Infinity', '-1'])('refuse %s', async (long) => {
    await expect(openReturn({ since: 1, date: '2024-08-30', long })).rejects.toThrow('factor_return_long_check')
  })

  it('have one current row for each series and date', async () => {
    await openVersion(2)
    await expect(openReturn({ since: 2, date: '2024-08-29' })).rejects.toThrow('factor_return_pkey')
  })

  it('can be opened only by the newest version', async () => {
    await expect(openReturn({ since: 1, date: '2024-08-30' })).rejects.toThrow('is opened since the newest version')
  })

  it('must be opened without an end', async () => {
    await expect(openReturn({ since: 2, date: '2024-08-30', until: 3 })).rejects.toThrow('without an end')
  })

  it('are never changed, deleted or truncated', async () => {
    await expect(client.query('UPDATE factor_return SET long_return = 0')).rejects.toThrow('may only be closed')
    await expect(client.query('UPDATE factor_return SET until_version = 2, long_return = 0')).rejects.toThrow(
      'only be closed',
    )
    await expect(client.query('DELETE FROM factor_return')).rejects.toThrow('DELETE of factor_return is refused')
    await expect(client.query('TRUNCATE factor_return')).rejects.toThrow('TRUNCATE of factor_return is refused')
  })

  it('are restated by closing the row and opening another, once', async () => {
    await client.query('UPDATE factor_return SET until_version = 2')
    await openReturn({ since: 2, date: '2024-08-29', long: '0.02' })
    await expect(client.query('UPDATE factor_return SET until_version = 2 WHERE since_version = 1')).rejects.toThrow(
      'once',
    )
    const { rows } = await client.query('SELECT long_return, until_version FROM factor_return ORDER BY since_version')
    expect(rows).toEqual([
      { long_return: 0.01, until_version: 2 },
      { long_return: 0.02, until_version: STILL_TRUE },
    ])
  })
})

describe('a series', () => {
  it('is known before it has returns', async () => {
    const unknown = `INSERT INTO factor_return VALUES ('nobody', '2024-08-30', 0, 0, 0, 2)`
    await expect(client.query(unknown)).rejects.toThrow('a row of factor_return is of the unknown series nobody')
    const portfolio = `INSERT INTO portfolio_return VALUES ('skewness', '2024-08-30', 0, 0, 2)`
    await expect(client.query(portfolio)).rejects.toThrow('unknown series skewness')
  })

  it('stays, under its code', async () => {
    await expect(client.query(`DELETE FROM factor`)).rejects.toThrow('DELETE of factor is refused')
    await expect(client.query(`TRUNCATE portfolio CASCADE`)).rejects.toThrow('TRUNCATE of portfolio is refused')
    await expect(client.query(`UPDATE factor SET code = 'other'`)).rejects.toThrow('UPDATE of factor is refused')
  })
})

describe('data versions', () => {
  it('are numbered without gaps', async () => {
    await expect(openVersion(4)).rejects.toThrow('data version 4 is not the next one')
  })

  it('are never changed', async () => {
    await expect(client.query('UPDATE data_version SET rows_new = 7')).rejects.toThrow('refused')
    await expect(client.query('DELETE FROM data_version')).rejects.toThrow('refused')
  })
})

function openVersion(id: number) {
  return client.query(
    `INSERT INTO data_version VALUES ($1, now(), 'factor_returns', 'a.csv', repeat('0', 64), 1, 0, 0)`,
    [id],
  )
}

interface Opened {
  since: number
  date: string
  long?: string
  until?: number
}

function openReturn({ since, date, long = '0.01', until = STILL_TRUE }: Opened) {
  return client.query(`INSERT INTO factor_return VALUES ('skewness', $1, $2, 0, 0, $3, $4)`, [date, long, since, until])
}
