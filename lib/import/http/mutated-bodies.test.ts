/**
 * Bodies with bytes changed at random: each is loaded completely or refused, none causes a server error, and none is
 * loaded in part. A long run sends 100 of each format; a Parquet file may take up to two minutes.
 */
import { afterAll, beforeAll, expect, it } from 'vitest'
import { verifyStore } from '@/lib/cli/verify'
import { prisma } from '@/lib/db/client'
import { emptyStore } from '@/lib/testing/database/test-store'
import { generator, MUTATED_FORMS, mutate } from '@/lib/testing/import/mutate'
import { SAMPLE_CATALOGUE } from '@/lib/testing/import/sample-files'
import { sizeOfRun } from '@/lib/testing/run/run-mode'
import { answerImport } from './answer-import'

const TOKEN = 'another-token-of-some-length'
const COUNT = sizeOfRun({ usual: 1, long: 100 })
const BODY_TIME_MS = 125_000
/** New version, nothing new; empty or cut, faults. */
const ANSWERS = { whole: [201, 200], refused: [400, 422] }

emptyStore()

beforeAll(async () => {
  process.env.IMPORT_TOKEN = TOKEN
  expect((await send(JSON.stringify(SAMPLE_CATALOGUE))).status).toBe(201)
})

afterAll(() => {
  delete process.env.IMPORT_TOKEN
})

it.each(MUTATED_FORMS)('%s', { timeout: COUNT * BODY_TIME_MS }, async (form, original) => {
  // A sequence different from that of mutated.test.ts.
  const random = generator(1_000 + form.length)
  for (let index = 0; index < COUNT; index++) {
    const bytes = mutate(original, random)
    const mutant = `mutant ${index}: ${Buffer.from(bytes).toString('base64')}`
    const before = await stored()
    const answer = await send(new Uint8Array(bytes))
    expect([...ANSWERS.whole, ...ANSWERS.refused], mutant).toContain(answer.status)
    const { rowsNew, rowsRestated } = await answer.json()
    const opened = answer.status === 201 ? rowsNew + rowsRestated : 0
    const versions = before.versions + (answer.status === 201 ? 1 : 0)
    expect(await stored(), mutant).toEqual({ versions, rows: before.rows + opened })
  }
})

it('keeps the store consistent, and then loads the unchanged files', { timeout: BODY_TIME_MS }, async () => {
  for (const [form, original] of MUTATED_FORMS) {
    expect(ANSWERS.whole, form).toContain((await send(new Uint8Array(original))).status)
  }
  const { versions, rows } = await stored()
  expect([versions > 1, rows >= 10]).toEqual([true, true])
  expect(await verifyStore()).toEqual([])
})

function send(body: BodyInit): Promise<Response> {
  const headers = { authorization: `Bearer ${TOKEN}` }
  return answerImport(new Request('http://localhost/api/v1/imports?name=mutant', { method: 'POST', body, headers }))
}

async function stored() {
  return { versions: await prisma.dataVersion.count(), rows: await prisma.factorReturn.count() }
}
