/** Generates the demo data and loads it from files, like any other data. Run with DATABASE_URL set. */
import { prisma } from '@/lib/db/client'
import { describeOutcome } from '@/lib/import/describe-outcome'
import { importCatalogue } from '@/lib/import/import-catalogue'
import { importFile } from '@/lib/import/import-file'
import type { ImportOutcome } from '@/lib/import/outcome/import-outcome'
import { inTemporaryFolder } from '@/lib/process/temporary-folder'
import { writeDemoData } from '@/prisma/demo/write-demo-data'

try {
  await inTemporaryFolder('demo', async (folder) => {
    const files = await writeDemoData(folder)
    assertLoaded(await importCatalogue({ path: files.catalogue, isDemo: true }))
    assertLoaded(await importFile({ path: files.factorReturns, isDemo: true }))
    assertLoaded(await importFile({ path: files.portfolioReturns, isDemo: true }))
    assertLoaded(await importFile({ path: files.indexReturns, isDemo: true }))
    assertLoaded(await importFile({ path: files.contributions, isDemo: true }))
  })
} finally {
  await prisma.$disconnect()
}

function assertLoaded(outcome: ImportOutcome): void {
  if (outcome.faultCount > 0) throw new Error(describeOutcome(outcome))
}
