import { execFile } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { promisify } from 'node:util'
import { step } from '../step.mjs'

const SOURCES = ['prisma/schema.prisma', 'node_modules/@prisma/client/package.json']
const CLIENT = 'lib/db/generated/prisma/client.ts'
const STAMP = 'lib/db/generated/schema.sha256'

/** Generates the database client unless it was generated from this schema and this Prisma. */
export async function generateClient() {
  const hash = createHash('sha256')
  for (const path of SOURCES) hash.update(readFileSync(path))
  const wanted = hash.digest('hex')
  if (existsSync(CLIENT) && existsSync(STAMP) && readFileSync(STAMP, 'utf8') === wanted) return
  await step('database client', runPrisma, () => 'generated')
  writeFileSync(STAMP, wanted)
}

async function runPrisma() {
  // Prisma would download its native schema engine, which is not needed here; naming any program prevents that.
  const env = { ...process.env, PRISMA_SCHEMA_ENGINE_BINARY: process.execPath, CHECKPOINT_DISABLE: '1' }
  await promisify(execFile)(process.execPath, ['node_modules/prisma/build/index.js', 'generate'], { env }).catch(
    (error) => {
      throw new Error(`The database client could not be generated. Prisma says:\n${error.stderr || error.message}`)
    },
  )
}
