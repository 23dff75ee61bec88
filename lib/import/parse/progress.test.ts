import { expect, it } from 'vitest'
import { progressOf, withProgress } from './progress'

it('reports the share of pieces that has been taken, for the file', () => {
  const messages: string[] = []
  const onProgress = progressOf('week.csv', (activity) => messages.push(activity))
  expect([...withProgress(['aaa', 'a'], { whole: 4, next: '2 rows read, checking' }, onProgress)]).toEqual(['aaa', 'a'])
  expect(messages).toEqual(
    ['75% of 0.0 MB read', '100% of 0.0 MB read', '2 rows read, checking'].map((text) => `week.csv: ${text}`),
  )
})
