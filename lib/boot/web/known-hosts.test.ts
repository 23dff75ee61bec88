import { expect, it } from 'vitest'
import { knownHosts } from './known-hosts'

const ALONE = { host: '127.0.0.1', machine: 'Desk' }
const OPEN = { host: '0.0.0.0', machine: 'Desk.office' }

it.each([
  ['localhost:3000', ALONE, true],
  ['LOCALHOST', ALONE, true],
  ['localhost.', ALONE, true],
  ['app.localhost:3000', ALONE, true],
  ['127.0.0.1:3000', ALONE, true],
  ['127.9.8.7', ALONE, true],
  ['[::1]:3000', ALONE, true],
  ['evil.example', ALONE, false],
  ['localhost.evil.example', ALONE, false],
  ['127.0.0.1.evil.example', ALONE, false],
  ['192.168.1.5:3000', ALONE, false],
  ['desk', ALONE, false],
  ['', ALONE, false],
  ['localhost@evil.example', ALONE, false],
  ['evil.example/localhost', ALONE, false],
  ['localhost:port', ALONE, false],
  ['factors.example.com', { ...ALONE, publicUrl: 'https://Factors.example.com' }, true],
  ['factors.example.com:8443', { ...ALONE, publicUrl: 'https://factors.example.com' }, true],
  ['example.com', { ...ALONE, publicUrl: 'https://factors.example.com' }, false],
  ['192.168.1.5:3000', OPEN, true],
  ['[fe80::1]:3000', OPEN, true],
  ['desk.office:3000', OPEN, true],
  ['desk.local', OPEN, true],
  ['evil.example', OPEN, false],
  ['10.0.0.7', { host: '10.0.0.7', machine: 'desk' }, true],
  ['intranet:3000', { host: 'intranet', machine: 'desk' }, true],
  ['[::1]', { host: '::1', machine: 'desk' }, true],
])('the host "%s" at %j: %s', (header, listening, isKnown) => {
  expect(knownHosts(listening)(header)).toBe(isKnown)
})
