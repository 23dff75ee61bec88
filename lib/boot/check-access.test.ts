import { expect, it } from 'vitest'
import { checkAccess } from './check-access'

it.each(['127.0.0.1', '127.8.9.10', '::1', '[::1]', 'localhost', 'LOCALHOST', 'desk.localhost'])(
  'lets this machine read from %s while nobody has to sign in',
  (HOST) => {
    expect(() => checkAccess({ AUTH: 'off', HOST }, 'start')).not.toThrow()
  },
)

it.each([
  '0.0.0.0',
  '::',
  '192.168.1.4',
  '::ffff:127.0.0.1',
  'factors.example.com',
  'localhost.example.com',
  '127.example.com',
])('refuses to listen on %s unless a setting says who may read', (HOST) => {
  expect(() => checkAccess({ AUTH: 'off', HOST }, 'start')).toThrow(/AUTH=accounts.*AUTH=public/)
  expect(() => checkAccess({ AUTH: 'accounts', HOST }, 'start')).not.toThrow()
  expect(() => checkAccess({ AUTH: 'public', HOST }, 'start')).not.toThrow()
})

it('has no accounts in development', () => {
  expect(() => checkAccess({ AUTH: 'off', HOST: '127.0.0.1' }, 'dev')).not.toThrow()
  expect(() => checkAccess({ AUTH: 'public', HOST: '127.0.0.1' }, 'dev')).toThrow(/npm start/)
})
