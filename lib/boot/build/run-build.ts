/**
 * Runs `npm run build`: builds the pages, so that the next start does not. `npm run build -- --to FOLDER` then copies all that
 * a running product needs into a folder.
 */
import { resolve } from 'node:path'
import { Command } from 'commander'
import { explain } from '@/lib/boot/explain'
import { scriptOptions } from '@/lib/boot/script-options'
import { listenForStop } from '@/lib/boot/shutdown'
import { step } from '@/lib/boot/step.mjs'
import { buildPages } from './build-pages'
import { collectProduct } from './collect-product'

await build().catch((error: unknown) => {
  console.error(explain(error))
  process.exitCode = 1
})
process.exit()

async function build(): Promise<void> {
  const script = new Command('npm run build').option('--to <folder>')
  const { to }: { to?: string } = scriptOptions(script, process.argv.slice(3))
  await buildPages(listenForStop([]))
  if (to === undefined) return
  const folder = resolve(process.env.INIT_CWD ?? '', to)
  await step(
    'product',
    () => collectProduct(folder),
    (bytes) => `${folder}, ${Math.round(bytes / 1e6)} MB`,
  )
}
