import { describe, expect, it } from 'vitest'
import { allAtOnce, inTurns, type Steps } from './steps'

function* sum(numbers: number[], seen: number[] = []): Steps<number> {
  let total = 0
  for (const number of numbers) {
    total += number
    seen.push(number)
    yield
  }
  return total
}

describe('steps', () => {
  it('have the same result at once and in turns', async () => {
    expect(allAtOnce(sum([1, 2, 3]))).toBe(6)
    expect(await inTurns(sum([1, 2, 3]))).toBe(6)
    expect([allAtOnce(sum([])), await inTurns(sum([]))]).toEqual([0, 0])
  })

  it('let others work between them, and are not run further after an error', async () => {
    const order: string[] = []
    function* named(name: string): Steps<void> {
      for (const step of [1, 2]) {
        order.push(`${name}${step}`)
        yield
      }
    }
    await Promise.all([inTurns(named('a')), inTurns(named('b'))])
    expect(order).toEqual(['a1', 'b1', 'a2', 'b2'])
    function* failing(): Steps<void> {
      yield
      throw new RangeError('no value')
    }
    await expect(inTurns(failing())).rejects.toThrow('no value')
  })
})
