import { expect, test } from 'vitest'
import { BASE_URL, getPage } from './client'

test('without accounts there are no pages of them, no forms, and no links to them', async () => {
  for (const path of [
    '/en/sign-in',
    '/account',
    '/en/admin',
    '/admin/audit',
    '/sign-in/invitation?token=x',
    '/sign-in/code',
    '/en/s/x',
    '/admin/links',
    '/s/x/embed/table/2024-08-30/1',
    '/embed/table/2024-08-30/1',
  ]) {
    expect((await getPage(path)).status, path).toBe(404)
  }
  for (const path of [
    'sign-in',
    'second-step',
    'sign-out',
    'invitation',
    'account',
    'second-factor',
    'passkey',
    'passkey/sign-in',
    'admin',
    'links',
    's/x',
    's/close',
  ]) {
    const answer = await fetch(`${BASE_URL}/api/auth/${path}`, {
      method: 'POST',
      headers: { origin: BASE_URL },
      body: new URLSearchParams({ email: 'a@example.com', password: 'x' }),
    })
    expect([answer.status, answer.headers.getSetCookie()], path).toEqual([404, []])
  }
  const { document } = await getPage('/en')
  expect(document.querySelectorAll('a[href^="/en/account"], a[href^="/en/sign-in"]')).toHaveLength(0)
})
