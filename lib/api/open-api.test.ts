import { readdirSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { commonParameters } from '@/lib/api/question/parameters'
import { columnHeader } from './column-header'
import { ENDPOINTS } from './endpoints/all'
import { openApi } from './open-api'

const described = openApi(ENDPOINTS)

describe('the description of the API', () => {
  it('has every route, and no other', () => {
    const files = readdirSync('app/api/v1', { recursive: true, encoding: 'utf8' })
    const routes = files.filter((file) => file.endsWith('route.ts')).map((file) => file.replaceAll('\\', '/'))
    expect(routes.toSorted()).toEqual([
      '[...path]/route.ts',
      'editions/route.ts',
      'imports/route.ts',
      'openapi.json/route.ts',
      'renames/route.ts',
      'weeks/[date]/texts/route.ts',
      'withdrawals/route.ts',
    ])
    expect(Object.keys(described.paths)).toEqual(ENDPOINTS.map(({ path }) => `${path}.{format}`))
  })

  it.each(ENDPOINTS)('names the parameters that $path parses', (endpoint) => {
    const { parameters } = described.paths[`${endpoint.path}.{format}`]?.get ?? {}
    const parsed = [...Object.keys(endpoint.parameters.shape), ...Object.keys(commonParameters.shape)]
    expect(parameters?.map(({ name }) => name)).toEqual(['format', ...parsed])
    for (const { name, in: location, required } of parameters ?? []) {
      const isInPath = name === 'format' || endpoint.path.includes(`{${name}}`)
      expect([name, location]).toEqual([name, isInPath ? 'path' : 'query'])
      if (location === 'path') expect(required).toBe(true)
    }
    const inPath = [...endpoint.path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name)
    for (const name of inPath) expect(parsed).toContain(name)
  })

  it.each(ENDPOINTS)('describes each column of $path, with a header in both languages', ({ row }) => {
    for (const [name, column] of Object.entries(row.shape)) {
      expect(column.meta()?.description, name).toMatch(/[.?]$/)
      for (const locale of ['zh', 'en'] as const) expect(columnHeader(name, locale)).not.toBe('')
    }
  })

  it('has no unresolved reference', () => {
    const text = JSON.stringify(described)
    const references = [...text.matchAll(/"\$ref":"#\/components\/schemas\/(\w+)"/g)].map(([, name]) => name)
    expect(new Set(references)).toEqual(new Set(Object.keys(described.components.schemas)))
    const ids = Object.values(described.paths).map(({ get }) => get.operationId)
    expect(new Set(ids).size).toBe(ENDPOINTS.length)
  })
})
