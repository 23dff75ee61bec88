import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'

const manifestSchema = z.object({ rootMainFiles: z.array(z.string()).nonempty() })

/**
 * Asks V8 to compile every function of a script while it loads, outside the main thread. Without it, Next and React are
 * compiled when they run, in one task that blocks the page. Other engines read a comment.
 * https://v8.dev/blog/explicit-compile-hints
 */
const HINT = '//# allFunctionsCalledOnLoad\n'

/**
 * Puts the hint at the head of the scripts that every page loads, unless it is there: the next build keeps a script that
 * has not changed.
 * @param folder the build of Next
 */
export async function compileAhead(folder: string): Promise<void> {
  const manifest: unknown = JSON.parse(await readFile(join(folder, 'build-manifest.json'), 'utf8'))
  for (const name of manifestSchema.parse(manifest).rootMainFiles) {
    const path = join(folder, name)
    const script = await readFile(path, 'utf8')
    if (!script.startsWith(HINT)) await writeFile(path, HINT + script)
  }
}
