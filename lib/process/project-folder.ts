import { join } from 'node:path'

/**
 * Returns the folder of the product. lib/boot/run-script.mjs names it, since commands run in the folder where they were
 * typed; a process that something else started runs in the product's folder.
 */
export function projectFolder(): string {
  return process.env.FACTOR_WEEKLY_FOLDER || process.cwd()
}

/**
 * Returns the path of a bundled program, the only form in which a program of ours is started.
 * @param name as in lib/boot/build/programs.mjs
 */
export function programPath(name: string): string {
  return join(projectFolder(), '.build', `${name}.mjs`)
}
