/** The program of a process that loads files and reports each phase, for tests that kill it. */
import { z } from 'zod'
import { importFiles } from '@/lib/import/import-files'
import { ACCEPTABLE } from '@/lib/import/outcome/hold'

const order = z.object({ paths: z.array(z.string()), url: z.string() })

process.on('message', (message) => {
  const { paths, url } = order.parse(message)
  process.env.DATABASE_URL = url
  const report = (phase: string) => process.send?.({ phase })
  report('begun')
  importFiles(
    paths.map((path) => ({ path })),
    {
      accept: ACCEPTABLE,
      onProgress: () => report('writing'),
      beforeCommit: async () => void report('committing'),
    },
  ).then(
    (outcomes) => process.send?.({ phase: 'over', version: outcomes.at(-1)?.version }),
    (error) => process.send?.({ phase: 'over', failed: error instanceof Error ? error.message : String(error) }),
  )
})
process.send?.({ phase: 'ready' })
