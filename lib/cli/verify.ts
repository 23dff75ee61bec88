/** The command that checks that nothing in the store was lost or altered. */
import { prisma } from '@/lib/db/client'
import { DatabaseFailure, inSession } from '@/lib/import/write/load-session'
import { checkFiles } from '@/lib/store/check-files'
import { checkVersions } from '@/lib/store/check-versions'

const EXIT = { clean: 0, differs: 1, databaseFailed: 3 } as const

/**
 * Compares files with checksums, rows with files, versions with rows and the catalogue with returns, and names what
 * differs. Loads wait meanwhile. Returns the exit code: 0 clean, 1 something differs, 3 the database failed.
 */
export async function runVerifyCli(): Promise<number> {
  try {
    const findings = await verifyStore()
    for (const finding of findings) console.error(finding)
    console.log(verdict(findings.length))
    return findings.length === 0 ? EXIT.clean : EXIT.differs
  } catch (error) {
    if (!(error instanceof DatabaseFailure)) throw error
    console.error(`The database failed: ${error.message}`)
    return EXIT.databaseFailed
  } finally {
    await prisma.$disconnect()
  }
}

function verdict(findings: number): string {
  if (findings === 0) return 'The store is whole.'
  return findings === 1 ? '1 finding.' : `${findings.toLocaleString('en-US')} findings.`
}

/** Returns one sentence for each difference; none when the store is intact. */
export function verifyStore(): Promise<string[]> {
  return inSession(async (client) => {
    const findings = [...(await checkVersions(client)), ...(await checkFiles(client))]
    return { result: findings, commit: false }
  })
}
