import { expect, it } from 'vitest'
import { hideSecret, redact } from './redact'

it.each([
  ['cannot reach postgresql://desk:pa55word@db:5432/x', 'cannot reach postgresql://desk:***@db:5432/x'],
  ['Authorization: Bearer abc.def-123', 'Authorization: Bearer ***'],
  ["headers { cookie: 'theme=dark; session=1' }", "headers { cookie: '***' }"],
  ['{"set-cookie":"session=1; Path=/"}', '{"set-cookie":"***"}'],
  ['GET /x?version=2&token=abc&lang=en', 'GET /x?version=2&token=***&lang=en'],
  ['token fw_0123456789abcdefghijklmnopqrstuvwxyzABCDEFG-_ is unknown', 'token fw_*** is unknown'],
  ['GET /api/auth/callback/oidc?code=abc&state=def 303', 'GET /api/auth/callback/oidc?*** 303'],
  ['GET /en/sign-in/invitation?token=abc&fault=short', 'GET /en/sign-in/invitation?token=***&fault=short'],
  [
    'GET /x?to=%2Fen%2Fsign-in%2Finvitation%3Ftoken%3Da-b_c%26x',
    'GET /x?to=%2Fen%2Fsign-in%2Finvitation%3Ftoken%3D***%26x',
  ],
  ['GET /en/s/4SLKbH6N9XsCMeuf-ThGyY4L8LnO69zloQNDtKtiKLE?lang=en', 'GET /en/s/***?lang=en'],
  ['http://localhost:3000/weeks/2024-08-30?version=2', 'http://localhost:3000/weeks/2024-08-30?version=2'],
  ['the basis of a token', 'the basis of a token'],
])('%s is written as %s', (text, written) => expect(redact(text)).toBe(written))

it('hides the secrets of the settings wherever they stand, and no short words', () => {
  hideSecret('a-long-import-token')
  hideSecret('data')
  expect(redact('token "a-long-import-token" of the data')).toBe('token "***" of the data')
})
