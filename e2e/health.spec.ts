import { expect, test } from './fixtures'

test('is alive', async ({ request }) => {
  expect((await request.get('/healthz')).status()).toBe(200)
})

test('is ready once data has been loaded', async ({ request }) => {
  const answer = await request.get('/readyz')
  expect(answer.status()).toBe(200)
  expect(await answer.text()).toMatch(/^data version \d+\n$/)
})
