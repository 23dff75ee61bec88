import { buildPages } from './build-pages'
import { bundlePrograms } from './bundle-programs.mjs'

/** Bundles the programs and builds the pages unless both are up to date. For benchmarks. */
export async function ensureBuilt(signal: AbortSignal): Promise<void> {
  await bundlePrograms()
  await buildPages(signal)
}
