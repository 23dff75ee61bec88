import { expect, it } from 'vitest'
import { isFromOwnPage } from './same-origin'

const isOwn = (headers: Record<string, string>) =>
  isFromOwnPage(
    new Request('http://desk.example:3000/api/uploads', { headers: { host: 'desk.example:3000', ...headers } }),
  )

it.each([
  { origin: 'http://desk.example:3000' },
  { 'sec-fetch-site': 'same-origin' },
  { 'sec-fetch-site': 'same-origin', origin: 'http://desk.example:3000' },
])('takes %j', (headers) => expect(isOwn(headers)).toBe(true))

it.each([
  {},
  { origin: 'null' },
  { origin: 'http://desk.example' },
  { origin: 'http://desk.example:3000.evil.example' },
  { origin: 'http://evil.example', 'sec-fetch-site': 'same-origin' },
  { origin: 'http://desk.example:3000', 'sec-fetch-site': 'same-site' },
  { origin: 'http://desk.example:3000', 'sec-fetch-site': 'cross-site' },
  { 'sec-fetch-site': 'none' },
])('refuses %j', (headers) => expect(isOwn(headers)).toBe(false))
