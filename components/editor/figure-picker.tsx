'use client'
import { type KeyboardEvent, useEffect, useRef, useState } from 'react'
import { formatPercentInText } from '@/lib/base/format'
import type { KnownCell } from '@/lib/editor/model/editor-model'
import { useEditor } from './editor-context'
import { SmallButton } from './small-button'

const LISTED_MAX = 12

interface FigurePickerProps {
  id: string
  /** Receives the mark of a figure, with its braces. */
  onChoose: (mark: string) => void
  onClose: () => void
}

/** Shows a search for a figure by series and column; Escape closes it, and an arrow leads into the list. */
export function FigurePicker({ id, onChoose, onClose }: FigurePickerProps) {
  const { model, words } = useEditor()
  const [query, setQuery] = useState('')
  const input = useRef<HTMLInputElement>(null)
  const list = useRef<HTMLUListElement>(null)
  useEffect(() => input.current?.focus(), [])
  const found = model.cells.filter((cell) => matches(cell, query))

  function onKey(event: KeyboardEvent) {
    if (event.key === 'Escape') onClose()
    else if (event.key === 'ArrowDown' || event.key === 'ArrowUp') step(event.key === 'ArrowDown' ? 1 : -1)
    else if (event.key === 'Enter' && event.target === input.current) list.current?.querySelector('button')?.click()
    else return
    event.preventDefault()
  }

  function step(by: number) {
    const buttons = list.current?.querySelectorAll('button') ?? []
    const stops: (Element | null)[] = [input.current, ...buttons]
    const next = stops[Math.min(Math.max(stops.indexOf(document.activeElement) + by, 0), stops.length - 1)]
    if (next instanceof HTMLElement) next.focus()
  }

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the keys lead from the field to the buttons, which are controls.
    <div onKeyDown={onKey} className="mt-1 border border-line px-3 py-2">
      <div className="flex items-end gap-x-4">
        <div className="min-w-0 grow">
          <label htmlFor={id} className="block text-ink-2 text-note">
            {words.search}
          </label>
          <input
            ref={input}
            id={id}
            type="search"
            autoComplete="off"
            value={query}
            onChange={(event) => setQuery(event.target.value)}
            className="field w-full max-w-none text-body max-mid:min-h-11"
          />
        </div>
        <SmallButton onClick={onClose}>{words.close}</SmallButton>
      </div>
      <ul ref={list} className="mt-1">
        {found.slice(0, LISTED_MAX).map(({ id: cell, name, column, value }) => (
          <li key={cell}>
            <button
              type="button"
              data-cell={cell}
              onClick={() => onChoose(`{${cell}}`)}
              className="flex w-full gap-x-3 py-0.5 text-left hover:text-accent max-mid:min-h-11 max-mid:py-2.5"
            >
              <span className="min-w-0">
                {name} <span className="text-ink-2">{column}</span>
              </span>
              <b className="ml-auto whitespace-nowrap">{formatPercentInText(value)}</b>
            </button>
          </li>
        ))}
      </ul>
      <p role="status" className="text-ink-2 text-note">
        {found.length === 0 && words.noMatch}
        {found.length > LISTED_MAX && `${LISTED_MAX} / ${found.length}`}
      </p>
    </div>
  )
}

/** Returns whether each word of a search is in the name, the column or the id of a figure. */
function matches({ id, name, column }: KnownCell, query: string): boolean {
  const text = `${name} ${column} ${id}`.toLowerCase()
  return query
    .toLowerCase()
    .split(/\s+/)
    .every((word) => text.includes(word))
}
