/** The program of a process that loads a file and reports each phase, for tests that kill it. */
import { z } from 'zod'
import { importFile } from '@/lib/import/import-file'
import { ACCEPTABLE } from '@/lib/import/outcome/hold'

const order = z.object({ path: z.string(), url: z.string() })

process.on('message', (message) => {
  const { path, url } = order.parse(message)
  process.env.DATABASE_URL = url
  const report = (phase: string) => process.send?.({ phase })
  report('begun')
  importFile({
    path,
    accept: ACCEPTABLE,
    onProgress: () => report('writing'),
    beforeCommit: async () => void report('committing'),
  }).then(
    ({ version }) => process.send?.({ phase: 'over', version }),
    (error) => process.send?.({ phase: 'over', failed: error instanceof Error ? error.message : String(error) }),
  )
})
process.send?.({ phase: 'ready' })
