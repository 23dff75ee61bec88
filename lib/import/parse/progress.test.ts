import { expect, it } from 'vitest'
import { progressOf, readText } from './progress'

it('reports the share of a file that has been read, for the file', () => {
  const messages: string[] = []
  const onProgress = progressOf('week.csv', (activity) => messages.push(activity))
  for (const read of [3_000_000, 4_000_000]) onProgress(readText(read, 4_000_000))
  expect(messages).toEqual(['week.csv: 75% of 4.0 MB read', 'week.csv: 100% of 4.0 MB read'])
})
