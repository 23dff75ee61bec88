import { userInfo } from 'node:os'
import { afterEach, expect, it } from 'vitest'
import { whoMayLoad } from './who-may-load'

const NAMES = ['HOST', 'PUBLIC_URL', 'AUTH']
const before = NAMES.map((name) => [name, process.env[name]] as const)

afterEach(() => {
  for (const [name, value] of before) {
    if (value === undefined) delete process.env[name]
    else process.env[name] = value
  }
})

it.each([
  {},
  { HOST: 'localhost' },
  { HOST: '::1' },
  { HOST: '127.0.0.9', PUBLIC_URL: 'http://localhost:3000', AUTH: 'off' },
])('is the user of this machine with %j', (settings) => {
  Object.assign(process.env, settings)
  expect(whoMayLoad()).toEqual({ name: userInfo().username, reader: null })
})

it.each([
  { HOST: '0.0.0.0' },
  { HOST: '192.168.1.4' },
  { HOST: '::' },
  { PUBLIC_URL: 'https://desk.example' },
  { AUTH: 'accounts' },
  { AUTH: 'public' },
])('is nobody with %j', (settings) => {
  Object.assign(process.env, settings)
  expect(whoMayLoad()).toBeNull()
})

it.each([
  ['127.0.0.1', true],
  ['::ffff:127.0.0.1, ::1', true],
  ['203.0.113.7', false],
  ['203.0.113.7, 127.0.0.1', false],
  ['unknown', false],
])('with a request forwarded for %s: %s', (address, may) => expect(whoMayLoad(address) !== null).toBe(may))
