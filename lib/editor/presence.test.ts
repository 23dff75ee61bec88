import { expect, it } from 'vitest'
import { notePresence } from './presence'

it('names those who have the same week open, until they have not asked for a while', () => {
  expect(notePresence('PRESENT 2024-08-30', 'a', 'li', 0)).toEqual([])
  expect(notePresence('PRESENT 2024-08-30', 'b', 'wang', 1_000)).toEqual(['li'])
  expect(notePresence('PRESENT 2024-08-30', 'a', 'li', 2_000)).toEqual(['wang'])
  expect(notePresence('PRESENT 2024-08-23', 'c', 'zhao', 2_000)).toEqual([])
  // The same person in another tab is somebody else for the text.
  expect(notePresence('PRESENT 2024-08-30', 'd', 'li', 3_000)).toEqual(['wang', 'li'])
  expect(notePresence('PRESENT 2024-08-30', 'a', 'li', 27_500)).toEqual(['li'])
  expect(notePresence('PRESENT 2024-08-30', 'a', 'li', 60_000)).toEqual([])
})
