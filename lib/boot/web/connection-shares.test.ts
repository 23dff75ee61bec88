import { expect, it } from 'vitest'
import { sharesOf } from './connection-shares'

it('divides the connections of a server, of which each process has at least one', () => {
  expect(sharesOf(10)).toEqual({ front: 2, pages: 8 })
  for (let connections = 2; connections <= 500; connections++) {
    const { front, pages } = sharesOf(connections)
    expect(front + pages).toBe(connections)
    expect(front).toBeGreaterThanOrEqual(1)
    expect(pages).toBeGreaterThanOrEqual(front)
  }
  expect(sharesOf(1)).toEqual({ front: 1, pages: 1 })
})
