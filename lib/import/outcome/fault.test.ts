import { expect, it } from 'vitest'
import { FaultLog } from './fault'

it.each([
  ['a control character', 'a\0\u001b[2J\tb', 'a\\u0000\\u001b[2J\tb'],
  ['half of a character', 'a\udc00', 'a\\udc00'],
  ['a long text within a character', `${'x'.repeat(79)}😀y`, `${'x'.repeat(79)}…`],
  ['a long text after a character', `${'x'.repeat(78)}😀y`, `${'x'.repeat(78)}😀…`],
])('escapes %s for stores and terminals', (_, given, shown) => {
  const faults = new FaultLog('a.csv')
  faults.add({ sheet: 'b\0', column: 'c\0', value: given, rule: 'unknown-column', remedy: 'Remove d\0.' })
  expect(faults.kept).toMatchObject([
    { sheet: 'b\\u0000', column: 'c\\u0000', value: shown, remedy: 'Remove d\\u0000.' },
  ])
})
