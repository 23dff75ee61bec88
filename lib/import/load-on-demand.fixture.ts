/** A process that loads the files that it is told to, for tests that kill it. Its database is in the environment. */
import { importFile } from '@/lib/import/import-file'

process.on('message', (path: string) => {
  importFile({ path }).then(
    ({ version }) => process.send?.({ version }),
    (error) => process.send?.({ failed: error instanceof Error ? error.message : String(error) }),
  )
})
process.send?.('ready')
