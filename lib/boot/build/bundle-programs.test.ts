import { readFileSync } from 'node:fs'
import { isBuiltin } from 'node:module'
import { expect, it } from 'vitest'
import { programPath } from '@/lib/process/project-folder'
import { sourceVersion } from '@/lib/process/source-version'
import { EXTERNAL, PROGRAMS } from './programs.mjs'
import { hashSources } from './source-hash.mjs'

it('names the sources that the programs were bundled from', async () => {
  expect(sourceVersion()).toBe(await hashSources('.'))
})

it.each(Object.keys(PROGRAMS))(
  'leaves nothing of %s outside but modules of Node and the packages of the list',
  (name) => {
    const code = readFileSync(programPath(name), 'utf8')
    const imported = [...code.matchAll(/^import .*?from ["']([^"']+)["']|^import ["']([^"']+)["']/gm)].map(
      ([, from, alone]) => from ?? alone ?? '',
    )
    expect(imported.filter((module) => !isBuiltin(module) && !isExternal(module))).toEqual([])
  },
)

function isExternal(module: string): boolean {
  return EXTERNAL.some((name) => module === name || module.startsWith(`${name.replace('*', '')}`))
}
