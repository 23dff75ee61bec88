import { expect, it } from 'vitest'
import { readEnv } from './env'

it('takes scheme and host as PUBLIC_URL, without what follows', () => {
  expect(readEnv({ PUBLIC_URL: 'https://Factors.example.com:8443/' }).PUBLIC_URL).toBe(
    'https://factors.example.com:8443',
  )
  expect(readEnv({ PUBLIC_URL: '' }).PUBLIC_URL).toBeUndefined()
})

it.each(['factors.example.com', 'https://x/path', 'https://x?a', 'https://u:p@x', 'ftp://x', 'https://'])(
  'refuses PUBLIC_URL=%s',
  (PUBLIC_URL) => expect(() => readEnv({ PUBLIC_URL })).toThrow('PUBLIC_URL: expected scheme and host alone'),
)

it('takes addresses and networks as TRUSTED_PROXIES, and no names', () => {
  expect(readEnv({ TRUSTED_PROXIES: '127.0.0.1, 10.0.0.0/8' }).TRUSTED_PROXIES).toBe('127.0.0.1, 10.0.0.0/8')
  expect(() => readEnv({ TRUSTED_PROXIES: 'nginx' })).toThrow('TRUSTED_PROXIES: expected addresses or networks')
})
