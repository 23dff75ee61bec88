import { expect, inject, it } from 'vitest'
import { freePort } from '@/lib/boot/port'
import { explainConnection, openGivenDatabase } from './open-given'
import { wrongSettings } from './server-settings'

const url = inject('templateUrl')

it('opens a suitable server', async () => {
  expect(await openGivenDatabase({ DATABASE_URL: url })).toMatchObject({
    url,
    directUrl: url,
    note: expect.stringMatching(/^version \d+/),
  })
})

it('refuses a wrong password without showing it', async () => {
  const wrong = changed({ password: 'not-this-one' })
  const refusal = openGivenDatabase({ DATABASE_URL: wrong }).catch(({ message }: Error) => message)
  expect(await refusal).toMatch(/refuses the user factor_weekly: correct name and password/)
  expect(await refusal).not.toContain('not-this-one')
})

it('names a database that does not exist, and how to create it', async () => {
  await expect(openGivenDatabase({ DATABASE_URL: changed({ pathname: '/nowhere' }) })).rejects.toThrow(
    'has no database nowhere: create it',
  )
})

it('reports that no server answers', async () => {
  const port = `${await freePort()}`
  await expect(openGivenDatabase({ DATABASE_URL: changed({ port }) })).rejects.toThrow(
    `No PostgreSQL answers at 127.0.0.1:${port}: start it`,
  )
})

it('says what a pooler must change, and which address is wrong', async () => {
  await expect(openGivenDatabase({ DATABASE_URL: url, DATABASE_DIRECT_URL: changed({ port: '1' }) })).rejects.toThrow(
    'correct host and port in DATABASE_DIRECT_URL',
  )
  const right = { zone: 'Etc/UTC', dateStyle: 'ISO, MDY', floatDigits: 1 }
  expect(wrongSettings(right)).toEqual([])
  expect(wrongSettings({ zone: 'Asia/Shanghai', dateStyle: 'SQL, DMY', floatDigits: 0 })).toEqual([
    'TimeZone is Asia/Shanghai, not UTC',
    'DateStyle is SQL, DMY, not ISO',
    'extra_float_digits is 0, not 1',
  ])
  const pooler = Object.assign(new Error('unsupported startup parameter: options'), { code: '08P01' })
  expect(explainConnection(pooler, new URL('postgresql://pooler:6432/x'))).toMatch(/^The pooler at pooler:6432 refuses/)
})

it('reports that the host was not found', () => {
  const error = Object.assign(new Error('getaddrinfo'), { code: 'ENOTFOUND' })
  expect(explainConnection(error, new URL('postgresql://db.example/x'))).toMatch(/^The host db.example was not found/)
})

function changed(parts: { password?: string; pathname?: string; port?: string }): string {
  return Object.assign(new URL(url), parts).href
}
