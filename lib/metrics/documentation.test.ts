import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { expectNear } from '@/lib/testing/metrics/expect-near'

const files = readdirSync(import.meta.dirname, { recursive: true }).map((file) => String(file).replaceAll('\\', '/'))
const metrics = files.filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts'))

describe.each(metrics)('%s', (file) => {
  const source = readFileSync(new URL(file, import.meta.url), 'utf8')
  const { docstring, name } = firstExport(source)

  it('has a test file', () => expect(files).toContain(file.replace('.ts', '.test.ts')))

  it('begins with its function, whose docstring has inputs, result and source', () => {
    expect(docstring).toMatch(/^\/\*\*\n \* Returns /)
    for (const tag of ['@param ', '@returns ', '@see ', '@example ']) expect(docstring).toContain(` * ${tag}`)
    expect(docstring.includes('@throws RangeError')).toBe(source.includes('throw new RangeError'))
  })

  it('returns the result in its example', async () => {
    const [, call = '', result = ''] = docstring.match(/@example (.+) \/\/ (.+)/) ?? []
    const module: Record<string, unknown> = await import(/* @vite-ignore */ join(import.meta.dirname, file))
    const [found, wanted] = new Function(name, `return [${call}, ${result}]`)(module[name])
    expectNear(found, wanted)
  })
})

/** Returns the docstring and the name of the first thing that a file exports, if that is a function. */
function firstExport(source: string): { docstring: string; name: string } {
  const firstLine = source.search(/^export /m)
  const [, name = ''] = source.slice(firstLine).match(/^export function (\w+)/) ?? []
  return { docstring: source.slice(source.indexOf('/**'), firstLine), name }
}
