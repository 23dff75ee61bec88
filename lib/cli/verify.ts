/** The command that checks that nothing in the store was lost or altered. */
import { Command, CommanderError } from 'commander'
import { checkAudit } from '@/lib/access/audit/check-audit'
import { prisma } from '@/lib/db/client'
import { checkEditions } from '@/lib/editions/check-editions'
import type { OnProgress } from '@/lib/import/parse/progress'
import { DatabaseFailure, inSession } from '@/lib/import/write/load-session'
import { checkFiles } from '@/lib/store/check-files'
import { checkVersions } from '@/lib/store/check-versions'
import { showProgress } from './progress'

const EXIT = { clean: 0, differs: 1, badUsage: 2, databaseFailed: 3 } as const

/**
 * Compares files with checksums, rows with files, versions with rows and the catalogue with returns, proves the chains of
 * editions and of the audit, and names what differs. Loads wait meanwhile.
 * @param argv the arguments without the program's name
 * @returns the exit code: 0 clean, 1 something differs, 2 bad usage, 3 the database failed
 */
export async function runVerifyCli(argv: string[]): Promise<number> {
  try {
    const { json = false } = parseArguments(argv)
    const progress = showProgress('comparing versions with their rows', { json })
    const findings = await verifyStore(progress.onProgress).finally(progress.end)
    if (json) console.log(JSON.stringify({ findings }, null, 2))
    else report(findings)
    return findings.length === 0 ? EXIT.clean : EXIT.differs
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.clean : EXIT.badUsage
    if (!(error instanceof DatabaseFailure)) throw error
    console.error(`The database failed: ${error.message}`)
    return EXIT.databaseFailed
  } finally {
    await prisma.$disconnect()
  }
}

function parseArguments(argv: string[]): { json?: boolean } {
  return new Command('npm run verify --')
    .description('Prove that nothing in the store was lost or changed since it was loaded.')
    .option('--json', 'print the result as JSON')
    .exitOverride()
    .parse(argv, { from: 'user' })
    .opts()
}

function report(findings: string[]): void {
  for (const finding of findings) console.error(finding)
  console.log(verdict(findings.length))
}

function verdict(findings: number): string {
  if (findings === 0) return 'The store is whole.'
  return findings === 1 ? '1 finding.' : `${findings.toLocaleString('en-US')} findings.`
}

/** Returns one sentence for each difference; none when the store is intact. */
export function verifyStore(onProgress: OnProgress = () => {}): Promise<string[]> {
  return inSession(async (client) => {
    const ofVersions = await checkVersions(client)
    const ofEditions = await checkEditions(client)
    const ofAudit = await checkAudit(client)
    const findings = [...ofVersions, ...ofEditions, ...ofAudit, ...(await checkFiles(client, onProgress))]
    return { result: findings, commit: false }
  })
}
