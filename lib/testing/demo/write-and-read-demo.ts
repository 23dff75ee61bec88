import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { writeDemoData } from '@/prisma/demo/write-demo-data'
import { type DemoRows, readDemoRows } from './demo-rows'

/** Writes the demo anew into a folder of its own, reads the files back and removes the folder: for tests of the generator. */
export async function writeAndReadDemo(): Promise<DemoRows> {
  const folder = await mkdtemp(join(tmpdir(), 'factor-weekly-demo-'))
  try {
    return await readDemoRows(await writeDemoData(folder))
  } finally {
    await rm(folder, { recursive: true })
  }
}
