import { expect, inject, it } from 'vitest'
import { freePort } from '@/lib/boot/port'
import { explainConnection, openGivenDatabase } from './open-given'

const url = inject('templateUrl')

it('opens a suitable server', async () => {
  expect(await openGivenDatabase(url)).toMatchObject({ url, note: expect.stringMatching(/^version \d+/) })
})

it('refuses a wrong password without showing it', async () => {
  const wrong = changed({ password: 'not-this-one' })
  const refusal = openGivenDatabase(wrong).catch(({ message }: Error) => message)
  expect(await refusal).toMatch(/refuses the user factor_weekly: correct name and password/)
  expect(await refusal).not.toContain('not-this-one')
})

it('names a database that does not exist, and how to create it', async () => {
  await expect(openGivenDatabase(changed({ pathname: '/nowhere' }))).rejects.toThrow(
    'has no database nowhere: create it',
  )
})

it('reports that no server answers', async () => {
  const port = `${await freePort()}`
  await expect(openGivenDatabase(changed({ port }))).rejects.toThrow(
    `No PostgreSQL answers at 127.0.0.1:${port}: start it`,
  )
})

it('reports that the host was not found', () => {
  const error = Object.assign(new Error('getaddrinfo'), { code: 'ENOTFOUND' })
  expect(explainConnection(error, new URL('postgresql://db.example/x'))).toMatch(/^The host db.example was not found/)
})

function changed(parts: { password?: string; pathname?: string; port?: string }): string {
  return Object.assign(new URL(url), parts).href
}
