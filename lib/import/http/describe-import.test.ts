import { expect, it } from 'vitest'
import { importOperation } from './describe-import'

it('describes the parameters and each kind of answer', () => {
  const { parameters, responses } = importOperation()
  expect(parameters.map(({ name, required }) => [name, required])).toEqual([
    ['name', false],
    ['as', false],
    ['unit', false],
    ['accept', false],
    ['reason', false],
    ['strict', false],
    ['dryRun', false],
    ['Idempotency-Key', false],
    ['Content-Digest', false],
    ['X-Content-SHA256', false],
  ])
  for (const { description } of parameters) expect(description).toMatch(/\.$/)
  expect(Object.keys(responses).map(Number)).toEqual([200, 201, 400, 401, 404, 408, 409, 413, 422, 429, 503])
})
