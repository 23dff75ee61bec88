import fc from 'fast-check'
import { expect, it } from 'vitest'
import { canonicalJson } from './canonical-json'

it('sorts the keys of every object and has no spaces', () => {
  expect(canonicalJson({ b: 1, a: [true, null, { z: 'é', y: -0 }] })).toBe('{"a":[true,null,{"y":0,"z":"é"}],"b":1}')
})

it('is the same for any order of keys, and keeps the value', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      const kept = JSON.parse(JSON.stringify(value))
      expect(JSON.parse(canonicalJson(value))).toEqual(kept)
      expect(canonicalJson(reversed(kept))).toBe(canonicalJson(value))
    }),
  )
})

function reversed(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(reversed)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([name, field]) => [name, reversed(field)]),
  )
}

it.each([undefined, Number.NaN, Number.POSITIVE_INFINITY, { a: undefined }])('refuses %s', (value) => {
  expect(() => canonicalJson(value)).toThrow(TypeError)
})
