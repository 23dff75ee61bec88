import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { Interruption } from './interruption'

let complained: string[]

beforeEach(() => {
  complained = []
  vi.spyOn(console, 'error').mockImplementation((text: string) => void complained.push(text))
  vi.spyOn(process, 'exit').mockImplementation((code) => {
    throw new Error(`exit ${code}`)
  })
})

afterEach(() => vi.restoreAllMocks())

it('stops a load at once, and names the files before it that were written', () => {
  const interruption = new Interruption()
  interruption.begin('/data/catalogue.json')
  interruption.end(true)
  interruption.begin('/data/week.csv')
  expect(() => interruption.request()).toThrow('exit 130')
  expect(complained).toEqual(['Stopped. catalogue.json had been written before. Nothing of week.csv was written.'])
})

it('waits for a commit that has begun', () => {
  const interruption = new Interruption()
  interruption.begin('week.csv')
  interruption.commit()
  interruption.request()
  expect(complained).toEqual([])
  expect(() => interruption.end(true)).toThrow('exit 130')
  expect(complained).toEqual(['Stopped. week.csv had been written; nothing else was.'])
})
