import { expect, it } from 'vitest'
import { networkOf } from './network-of'

it.each([
  ['192.0.2.7', '192.0.2.0'],
  ['::ffff:192.0.2.7', '192.0.2.0'],
  ['2001:db8:1:2:3:4:5:6', '2001:db8:1::'],
  ['2001:db8::7', '2001:db8::'],
  ['::1', '::'],
  ['192.0.2.7, 10.0.0.1', null],
  ['nowhere', null],
  [null, null],
])('is of %s the network %s', (address, network) => {
  expect(networkOf(address)).toBe(network)
})
