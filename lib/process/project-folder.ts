import { dirname } from 'node:path'

/** Returns the folder of the product. Commands run in the folder where they were typed; all else runs in the product's. */
export function projectFolder(): string {
  const config = process.env.TSX_TSCONFIG_PATH
  return config ? dirname(config) : process.cwd()
}
