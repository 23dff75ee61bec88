import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { writeDemoData } from '@/prisma/demo/write-demo-data'
import { type DemoRows, readDemoRows } from './demo-rows'

/** For tests of the generator: writes the demo into a new folder, reads the files and removes the folder. */
export async function writeAndReadDemo(): Promise<DemoRows> {
  const folder = await mkdtemp(join(tmpdir(), 'factor-weekly-demo-'))
  try {
    return await readDemoRows(await writeDemoData(folder))
  } finally {
    await rm(folder, { recursive: true })
  }
}
