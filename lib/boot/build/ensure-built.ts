import { buildPages } from './build-pages'
import { bundlePrograms } from './bundle-programs.mjs'

/** Bundles the programs and builds the pages, unless those of these very sources are there. For tests and benchmarks. */
export async function ensureBuilt(signal: AbortSignal): Promise<void> {
  await bundlePrograms()
  await buildPages(signal)
}
