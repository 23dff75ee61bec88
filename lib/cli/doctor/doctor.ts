/** The command that checks why the product does not start or answer, and says what to do. It changes nothing. */
import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { checkAccess } from '@/lib/boot/check-access'
import { explain } from '@/lib/boot/explain'
import { findRunningDatabase } from '@/lib/boot/postgres/open-embedded'
import { isGiven, openGivenDatabase } from '@/lib/boot/postgres/open-given'
import { type Env, readEnv } from '@/lib/db/env'
import { readPublisher } from '@/lib/publisher/read-publisher'
import { checkDisk, checkFonts, checkMetricsPort, checkPort, checkRights } from './check-machine'
import { checkReplica } from './check-replica'
import { checkCalendar, checkClock, checkData, checkSchema, withStore } from './check-store'
import { type Finding, fault, fine } from './finding'

const EXIT = { healthy: 0, faulty: 1 } as const
const NAME_WIDTH = 14
const MARKS: Record<Finding['level'], string> = { fine: 'ok', warning: 'warning', fault: 'FAULT' }

/**
 * Prints a line for each check. Returns the exit code: 0 when nothing keeps the product from working, 1 otherwise.
 * @param print receives each line
 */
export async function runDoctorCli(print: (line: string) => void = console.log): Promise<number> {
  const findings: Finding[] = []
  const check = async (name: string, run: () => Promise<Finding>) => {
    const finding = await run().catch((error: unknown) => fault(explain(error)))
    findings.push(finding)
    print(`  ${name.padEnd(NAME_WIDTH)}${MARKS[finding.level].padEnd(9)}${finding.text}`)
  }
  await check('configuration', async () => checkConfiguration())
  if (findings.every(({ level }) => level !== 'fault')) await checkAll(readEnv(process.env), check)
  const faults = findings.filter(({ level }) => level === 'fault').length
  print(
    faults === 0 ? 'Nothing keeps Factor Weekly from working.' : `${faults === 1 ? '1 fault' : `${faults} faults`}.`,
  )
  return faults === 0 ? EXIT.healthy : EXIT.faulty
}

type Check = (name: string, run: () => Promise<Finding>) => Promise<void>

async function checkAll(env: Env, check: Check): Promise<void> {
  await check('rights', () => checkRights(env))
  await check('disk', () => checkDisk(env))
  await check('fonts', () => checkFonts())
  await check('port', () => checkPort(env))
  const { METRICS_PORT } = env
  if (METRICS_PORT !== undefined) await check('metrics', () => checkMetricsPort(env, METRICS_PORT))
  let url: string | null = null
  await check('database', async () => {
    const found = await findDatabase(env)
    url = found.url
    return fine(found.note)
  })
  if (url === null) return
  const checks = { schema: checkSchema, data: checkData, clock: checkClock, calendar: checkCalendar }
  for (const [name, run] of Object.entries(checks)) await check(name, () => withStore(url ?? '', run))
  for (const replica of env.DATABASE_READ_URLS ?? []) {
    await check('replica', () => withStore(url ?? '', (query) => checkReplica(replica, query)))
  }
}

function checkConfiguration(): Finding {
  const env = readEnv(process.env)
  checkAccess(env, 'start')
  readPublisher(env.PUBLISHER_FILE ?? null)
  return fine('The settings can be read.')
}

/** Returns the address of the database; null for an embedded one that does not run. */
async function findDatabase(env: Env): Promise<{ url: string | null; note: string }> {
  if (isGiven(env)) return openGivenDatabase(env)
  const folder = resolve(env.DATA_DIR)
  if (!existsSync(folder)) return { url: null, note: `There is no ${folder} yet; npm start makes it.` }
  const url = await findRunningDatabase(folder)
  const state = url === null ? 'does not run; npm start starts it' : 'runs'
  return { url, note: `The embedded PostgreSQL of ${folder} ${state}.` }
}
