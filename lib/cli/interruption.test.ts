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

it('stops a load at once', () => {
  const interruption = new Interruption('catalogue.json, week.csv')
  expect(() => interruption.request()).toThrow('exit 130')
  expect(complained).toEqual(['Stopped. Nothing of catalogue.json, week.csv was written.'])
})

it('waits for a commit that has begun', () => {
  const interruption = new Interruption('week.csv')
  interruption.commit()
  interruption.request()
  expect(complained).toEqual([])
  expect(() => interruption.end()).toThrow('exit 130')
  expect(complained).toEqual(['Stopped. week.csv had been written.'])
})
