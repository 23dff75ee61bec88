import { expect, it } from 'vitest'
import { workedExample } from './worked-example'

it('has the figures that a pocket calculator gives', () => {
  const near = (value: number) => expect.closeTo(value, 9)
  expect(workedExample()).toEqual({
    long: -0.01,
    benchmark: -0.175,
    short: -0.25,
    difference: near(0.24),
    ratio: near(0.32),
    net: near(1.32),
    longLine: near(1.2),
    shortLine: near(1.1),
    days: 756,
    total: near(1.299968),
    rate: near(0.32),
  })
})
