import { join } from 'node:path'

/**
 * Returns the folder of the product. lib/boot/run-script.mjs passes it on, since commands run in the user's current
 * folder; any other process runs in the product's folder.
 */
export function projectFolder(): string {
  return process.env.FACTOR_WEEKLY_FOLDER || process.cwd()
}

/**
 * Returns the path of a bundled program. The programs of this product run only in this form.
 * @param name as in lib/boot/build/programs.mjs
 */
export function programPath(name: string): string {
  return join(projectFolder(), '.build', `${name}.mjs`)
}
