import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { projectFolder } from './project-folder'

/** Returns the hash of the sources that this product was built from, which the build has written. */
export function sourceVersion(): string {
  return readFileSync(join(projectFolder(), '.build/source-hash'), 'utf8')
}
