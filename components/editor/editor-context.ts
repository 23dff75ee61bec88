'use client'
import { createContext, useContext } from 'react'
import type { Locale } from '@/lib/base/locale'
import type { EditorModel, FieldNote, KnownCell } from '@/lib/editor/model/editor-model'
import type { DeskTexts } from '@/lib/texts/desk-texts'
import type { EditorWords } from './editor-words'

/** What every part of the editor needs. */
interface Editor {
  model: EditorModel
  words: EditorWords
  cells: ReadonlyMap<string, KnownCell>
  texts: DeskTexts
  /** Replaces the texts; keys pressed in one field are one step of undo. */
  change: (next: DeskTexts, field: string) => void
  notes: readonly FieldNote[]
  /** The language that a narrow window shows; null without script, when all are shown. */
  shown: Locale | null
}

const context = createContext<Editor | null>(null)
export const EditorProvider = context.Provider

export function useEditor(): Editor {
  const editor = useContext(context)
  if (editor === null) throw new Error('This is a part of the editor.')
  return editor
}
