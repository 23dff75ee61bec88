import { access, mkdtemp, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { inject } from 'vitest'
import { type DemoFiles, demoFilesIn, writeDemoData } from '@/prisma/demo/write-demo-data'

/** Returns the paths of the demo's import files. The first test file of a run that needs them writes them for all. */
export async function demoFiles(): Promise<DemoFiles> {
  const shared = inject('sharedFolder')
  const folder = join(shared, 'demo')
  const isThere = await access(folder).then(
    () => true,
    () => false,
  )
  if (!isThere) await writeOnce(shared, folder)
  return demoFilesIn(folder)
}

/** Two workers may write at once: the folder of the first to finish is kept. */
async function writeOnce(shared: string, folder: string): Promise<void> {
  const own = await mkdtemp(join(shared, 'demo-'))
  await writeDemoData(own)
  try {
    await rename(own, folder)
  } catch (error) {
    await rm(own, { recursive: true })
    await access(folder).catch(() => {
      throw error
    })
  }
}
