'use client'
import { useRef, useState } from 'react'
import { formatPercentInText, formatPercentSize } from '@/lib/base/format'
import { type Locale, languageTag } from '@/lib/base/locale'
import type { FieldNote, KnownCell } from '@/lib/editor/model/editor-model'
import { splitMarks } from '@/lib/texts/marks'
import { useEditor } from './editor-context'
import { FieldNotes } from './field-notes'
import { FigurePicker } from './figure-picker'
import { SmallButton } from './small-button'

interface BoundTextProps {
  /** Unique on the page. */
  id: string
  /** Name in the form. */
  name: string
  label: string
  /** Shown beside the label, such as that the text is the drafted one. */
  state?: string | undefined
  locale: Locale
  value: string
  /** Lines at first; the field grows with its text. */
  rows: number
  /** Whether Enter ends the field instead of beginning a line. */
  isLine?: boolean
  notes: readonly FieldNote[]
  onChange: (text: string) => void
  /** Goes back to the drafted text; absent where there is none, or where it stands already. */
  onReset?: (() => void) | undefined
}

/** Shows a field for a text with figures, what its figures are at present, what is wrong with it, and a way to insert one. */
export function BoundText(props: BoundTextProps) {
  const { id, name, label, state, locale, value, rows, isLine = false, notes, onChange, onReset } = props
  const { words } = useEditor()
  const field = useRef<HTMLTextAreaElement>(null)
  const [isPicking, setIsPicking] = useState(false)

  function insert(mark: string) {
    const [start, end] = [field.current?.selectionStart ?? value.length, field.current?.selectionEnd ?? value.length]
    onChange(value.slice(0, start) + mark + value.slice(end))
    setIsPicking(false)
    const caret = start + mark.length
    // After the new text has been written into the field.
    requestAnimationFrame(() => {
      field.current?.focus()
      field.current?.setSelectionRange(caret, caret)
    })
  }

  return (
    <div>
      <div className="flex flex-wrap items-baseline gap-x-3">
        <label htmlFor={id} className="text-ink-2 text-note">
          {label}
        </label>
        {state !== undefined && <span className="text-ink-3 text-note">{state}</span>}
      </div>
      <textarea
        ref={field}
        id={id}
        name={name}
        lang={languageTag(locale)}
        rows={rows}
        value={value}
        spellCheck
        aria-describedby={`${id}-figures ${id}-notes`}
        aria-invalid={notes.length > 0}
        onChange={(event) => onChange(isLine ? event.target.value.replace(/\r?\n/g, ' ') : event.target.value)}
        className="writing"
      />
      <BoundFigures id={`${id}-figures`} text={value} locale={locale} />
      <FieldNotes id={`${id}-notes`} notes={notes} />
      <div className="flex flex-wrap gap-x-5">
        <SmallButton onClick={() => setIsPicking(!isPicking)} isPressed={isPicking}>
          {words.insert}
        </SmallButton>
        {onReset !== undefined && <SmallButton onClick={onReset}>{words.draftedBack}</SmallButton>}
      </div>
      {isPicking && <FigurePicker id={`${id}-picker`} onChoose={insert} onClose={() => setIsPicking(false)} />}
    </div>
  )
}

/** Shows how a text reads at present, when it binds figures or names. */
function BoundFigures({ id, text, locale }: { id: string; text: string; locale: Locale }) {
  const { model, words, cells } = useEditor()
  const pieces = splitMarks(text)
  if (pieces.every(({ kind }) => kind === 'text')) return null
  return (
    <p id={id} lang={languageTag(locale)} className="wrap-anywhere mt-1 whitespace-pre-wrap text-ink-2 text-note">
      {'= '}
      {pieces.map((piece) => {
        if (piece.kind === 'text') return piece.text
        const printed = printedOf(piece.mark)
        return (
          <b key={piece.offset} data-mark={piece.mark} title={`{${piece.mark}}`} className="text-ink">
            {printed ?? `{${piece.mark}: ${model.hasAllCells ? words.unknownCell : words.checkedLater}}`}
          </b>
        )
      })}
    </p>
  )

  function printedOf(mark: string): string | null {
    const named = /^name:(.+)$/.exec(mark)?.[1]
    if (named !== undefined) return model.names[named]?.[locale] ?? null
    const fact = /^fact:(.+)$/.exec(mark)?.[1]
    if (fact !== undefined) return model.facts[locale][fact] ?? null
    const [cell = '', form] = mark.split('|')
    const known = cells.get(cell)
    return known === undefined ? null : printedCell(known, form)
  }
}

function printedCell({ value }: KnownCell, form: string | undefined): string | null {
  if (form === undefined) return formatPercentInText(value)
  return form === 'size' ? formatPercentSize(value) : null
}
