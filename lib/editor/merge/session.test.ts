import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { DeskTexts } from '@/lib/texts/desk-texts'
import { advance, beginSession, isUnsaved, type SavedBy, type Session, type SessionStep, wantsSave } from './session'
import { fieldKey, type TextField, withLanguage } from './text-field'
import { tidyTexts } from './tidy-texts'

const PLAIN = {
  ...{ title: null, authors: null, headline: null, keyPoints: null, commentary: '' },
  ...{ sectionCommentary: {}, related: null, disclosures: null },
}
const NOTHING: DeskTexts = { languages: { zh: PLAIN, en: PLAIN }, sectionOrder: [], hiddenSections: [] }
const HEADLINE: TextField = { locale: 'en', name: 'headline' }

const headline = (text: string, texts = NOTHING) => withLanguage(texts, 'en', { headline: text })
const comment = (text: string, texts = NOTHING) => withLanguage(texts, 'en', { commentary: text })
const by = (revision: number): SavedBy => ({ revision, savedBy: 'li', savedAt: '2024-08-31T00:00:00.000Z', version: 3 })
const edit = (next: DeskTexts, field = 'en.headline'): SessionStep => ({ kind: 'edit', next, field, at: 0 })
const begun = beginSession({ revision: 0, content: NOTHING })
const after = (session: Session, ...steps: SessionStep[]) => steps.reduce(advance, session)

it('saves what was changed, and what was typed while it was being saved', () => {
  const changed = after(begun, edit(headline('a')))
  expect([begun.save.kind, changed.save.kind, wantsSave(changed)]).toEqual(['rest', 'changed', true])
  const saving = after(changed, { kind: 'saving' }, edit(headline('ab')))
  expect([saving.save.kind, wantsSave(saving)]).toEqual(['saving', false])
  const saved = after(saving, { kind: 'saved', by: by(1), sent: headline('a') })
  expect([saved.base.revision, saved.save.kind, isUnsaved(saved)]).toEqual([1, 'changed', true])
  const rest = after(saved, { kind: 'saving' }, { kind: 'saved', by: by(2), sent: headline('ab') })
  expect([rest.save.kind, isUnsaved(rest)]).toEqual(['rest', false])
  expect(after(rest, { kind: 'undo' }).save.kind).toBe('changed')
})

it('does not save an empty row that waits for its text', () => {
  const next = withLanguage(NOTHING, 'en', { keyPoints: [{ label: '', text: '' }] })
  const started = beginSession({ revision: 1, content: withLanguage(NOTHING, 'en', { keyPoints: [] }) })
  expect(after(started, edit(next)).save.kind).toBe('rest')
})

it('takes over what somebody else changed elsewhere, and saves mine on it', () => {
  const both = after(begun, edit(headline('mine')), { kind: 'overtaken', by: by(1), content: comment('theirs') })
  expect(both.edits.present).toEqual(headline('mine', comment('theirs')))
  expect([both.base.revision, both.conflicts, wantsSave(both)]).toEqual([1, [], true])
  expect(both.taken?.fields.map(fieldKey)).toEqual(['en.commentary'])
  // Undo takes back what was typed here alone.
  expect(after(both, { kind: 'undo' }).edits.present).toEqual(comment('theirs'))
})

it('does not save while a choice is open; each side can be chosen, and the choice be undone', () => {
  const open = after(
    begun,
    edit(headline('mine')),
    { kind: 'saving' },
    { kind: 'overtaken', by: by(3), content: headline('theirs') },
  )
  expect(open.conflicts.map(({ field, by: { revision } }) => [fieldKey(field), revision])).toEqual([['en.headline', 3]])
  expect([open.edits.present, wantsSave(open)]).toEqual([headline('mine'), false])
  const mine = after(open, { kind: 'choose', field: HEADLINE, side: 'mine' })
  expect([mine.edits.present, mine.conflicts, wantsSave(mine)]).toEqual([headline('mine'), [], true])
  const theirs = after(open, { kind: 'choose', field: HEADLINE, side: 'theirs' })
  expect([theirs.edits.present, theirs.save.kind]).toEqual([headline('theirs'), 'rest'])
  expect(after(theirs, { kind: 'undo' }).edits.present).toEqual(headline('mine'))
})

it('keeps a choice open when somebody saves another field, and offers the newest value when it is the same one', () => {
  const open = after(begun, edit(headline('mine')), { kind: 'overtaken', by: by(1), content: headline('one') })
  const other = after(open, { kind: 'overtaken', by: by(2), content: comment('more', headline('one')) })
  expect(other.conflicts).toHaveLength(1)
  expect(other.edits.present).toEqual(headline('mine', comment('more')))
  const same = after(open, { kind: 'overtaken', by: by(2), content: headline('two') })
  expect(same.conflicts.map(({ theirs }) => theirs.languages.en.headline)).toEqual(['two'])
})

it('keeps the text after a fault, and tries again by the button or after another change', () => {
  const fault = after(begun, edit(headline('a')), { kind: 'saving' }, { kind: 'fault', fault: 'signed-out' })
  expect([fault.edits.present, wantsSave(fault), isUnsaved(fault)]).toEqual([headline('a'), false, true])
  expect(wantsSave(after(fault, { kind: 'try-again' }))).toBe(true)
  expect(wantsSave(after(fault, edit(headline('ab'))))).toBe(true)
})

it('tidies once and for all', () => {
  const line = fc.constantFrom('', ' ', 'a', ' b ')
  const rows = fc.option(fc.array(fc.record({ label: line, text: line })))
  fc.assert(
    fc.property(line, rows, fc.option(fc.array(line)), (text, keyPoints, authors) => {
      const tidy = tidyTexts(withLanguage(NOTHING, 'zh', { headline: text, keyPoints, authors }))
      expect(tidyTexts(tidy)).toEqual(tidy)
    }),
  )
})
