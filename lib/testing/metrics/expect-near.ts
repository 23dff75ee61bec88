import { expect } from 'vitest'

/**
 * Expects numbers, also in arrays and objects, to agree to twelve digits, since the order of additions changes the last
 * ones. Everything else must be equal.
 */
export function expectNear(found: unknown, wanted: unknown): void {
  if (typeof wanted === 'number') {
    expect(found).toBeTypeOf('number')
    expect(Math.abs(Number(found) - wanted)).toBeLessThan(1e-12 * Math.max(1, Math.abs(wanted)))
  } else if (isRecord(wanted) && isRecord(found)) {
    expect(Object.keys(found)).toEqual(Object.keys(wanted))
    for (const [key, value] of Object.entries(wanted)) expectNear(found[key], value)
  } else {
    expect(found).toEqual(wanted)
  }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null
}
