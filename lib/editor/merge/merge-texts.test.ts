import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { DeskTexts, LanguageTexts } from '@/lib/texts/desk-texts'
import { mergeTexts } from './merge-texts'
import { changedFields, fieldKey } from './text-field'

const PLAIN: LanguageTexts = {
  title: null,
  authors: null,
  headline: null,
  keyPoints: null,
  commentary: '',
  sectionCommentary: {},
  related: null,
  disclosures: null,
}

function texts(en: Partial<LanguageTexts> = {}, shared: Partial<Omit<DeskTexts, 'languages'>> = {}): DeskTexts {
  return { languages: { zh: PLAIN, en: { ...PLAIN, ...en } }, sectionOrder: [], hiddenSections: [], ...shared }
}

const keys = (fields: Parameters<typeof fieldKey>[0][]) => fields.map(fieldKey)

it('takes what the other changed elsewhere, and keeps mine', () => {
  const base = texts({ headline: 'A', sectionCommentary: { 3: 'old' } })
  const mine = texts({ headline: 'mine', sectionCommentary: { 3: 'old' } })
  const theirs = texts({ headline: 'A', commentary: 'theirs', sectionCommentary: {} }, { hiddenSections: ['4'] })
  const { merged, taken, conflicts } = mergeTexts({ base, mine, theirs })
  expect(merged).toEqual(texts({ headline: 'mine', commentary: 'theirs' }, { hiddenSections: ['4'] }))
  expect(keys(taken)).toEqual(['en.commentary', 'en.section.3', 'hiddenSections'])
  expect(conflicts).toEqual([])
})

it('leaves the choice of a field that both changed, and keeps mine until then', () => {
  const base = texts({ keyPoints: [{ label: 'Size', text: 'a' }], sectionCommentary: { 3: 'old' } })
  const mine = texts({ keyPoints: [{ label: 'Size', text: 'b' }], sectionCommentary: { 3: 'new' } })
  const theirs = texts({ keyPoints: null, sectionCommentary: { 3: 'new' } })
  const { merged, conflicts } = mergeTexts({ base, mine, theirs })
  expect(merged).toEqual(mine)
  expect(keys(conflicts)).toEqual(['en.keyPoints'])
})

const word = fc.constantFrom('a', 'b', 'c')
const anyTexts = fc
  .record({
    headline: fc.option(word),
    commentary: word,
    sectionCommentary: fc.dictionary(fc.constantFrom('1', '2'), word, { noNullPrototype: true }),
    hiddenSections: fc.subarray(['1', '2']),
  })
  .map(({ hiddenSections, ...en }) => texts(en, { hiddenSections }))

it('loses nothing: each field has mine or theirs, and every difference from theirs is a change of mine', () => {
  fc.assert(
    fc.property(anyTexts, anyTexts, anyTexts, (base, mine, theirs) => {
      const { merged, conflicts } = mergeTexts({ base, mine, theirs })
      const ofMine = keys(changedFields(base, mine))
      for (const key of keys(changedFields(merged, theirs))) expect(ofMine).toContain(key)
      for (const key of keys(changedFields(merged, mine))) expect(ofMine).not.toContain(key)
      // Who chooses nothing keeps mine, which then differs from theirs exactly where mine changed something else.
      expect(keys(conflicts).every((key) => keys(changedFields(merged, theirs)).includes(key))).toBe(true)
    }),
  )
})

it('is mine when nobody else changed anything, and theirs when I did not', () => {
  fc.assert(
    fc.property(anyTexts, anyTexts, (base, changed) => {
      expect(changedFields(mergeTexts({ base, mine: changed, theirs: base }).merged, changed)).toEqual([])
      expect(changedFields(mergeTexts({ base, mine: base, theirs: changed }).merged, changed)).toEqual([])
    }),
  )
})
