import { expect, it } from 'vitest'
import { addEdit, beginEdits, redo, undo } from './edits'

it('goes back and forth over steps, and keys in one field are one step', () => {
  const begun = beginEdits('')
  const typed = addEdit(addEdit(addEdit(begun, 'a', 'headline', 0), 'ab', 'headline', 400), 'abc', 'title', 500)
  const later = addEdit(typed, 'abcd', 'title', 2_500)
  const states: string[] = []
  for (let edits = later; ; edits = undo(edits)) {
    states.push(edits.present)
    if (undo(edits) === edits) break
  }
  expect(states).toEqual(['abcd', 'abc', 'ab', ''])
  const back = undo(undo(later))
  expect([redo(back).present, redo(redo(back)).present]).toEqual(['abc', 'abcd'])
  expect(redo(later)).toBe(later)
})

it('begins a step of its own after undo, and forgets what was undone', () => {
  const edits = undo(addEdit(addEdit(beginEdits(0), 1, 'headline', 0), 2, 'title', 100))
  const other = addEdit(edits, 3, 'headline', 150)
  expect(other).toMatchObject({ past: [0, 1], present: 3, future: [] })
})

it('keeps the newest steps', () => {
  let edits = beginEdits(0)
  for (let step = 1; step <= 300; step += 1) edits = addEdit(edits, step, String(step), step)
  expect([edits.past.length, edits.past[0]]).toEqual([200, 100])
})
