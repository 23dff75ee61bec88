import { expect, it } from 'vitest'
import { loadFonts, typeset } from './compiler'

it('knows every font of the documents, and loads them before there is one', () => {
  expect(loadFonts).not.toThrow()
})

it('names the template that cannot be set', () => {
  expect(() => typeset({ template: 'report.typ', files: new Map() })).toThrow('report.typ cannot be set')
})
