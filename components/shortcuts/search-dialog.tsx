import { type KeyboardEvent, useEffect, useMemo, useRef, useState } from 'react'
import { type Choice, choicesFor } from '@/lib/search/choices-for'
import type { SearchIndex } from '@/lib/search/search-index'
import { hasEffect } from './has-effect'
import { ModalDialog } from './modal-dialog'
import { runCommand } from './run-command'

interface SearchDialogProps {
  index: SearchIndex
  /** Address of "/" in the view of the page. */
  home: string
  /** Codes of the series in the tray. */
  compared: () => string[]
  onClose: () => void
  onHelp: () => void
  /** Adds a series to the tray, or removes it. */
  onCompare: (code: string) => Promise<void>
}

/** Searches all pages and commands: a field with a list, after the ARIA pattern of a combobox. */
export function SearchDialog({ index, home, compared, onClose, onHelp, onCompare }: SearchDialogProps) {
  const [typed, setTyped] = useState('')
  const [at, setAt] = useState(0)
  const [inTray, setInTray] = useState(compared)
  const list = useRef<HTMLDivElement>(null)
  const { words } = index
  const here = useMemo(
    () => ({ ...index, entries: index.entries.filter(({ command }) => hasEffect(command, home)) }),
    [index, home],
  )
  const groups = useMemo(() => choicesFor(here, typed), [here, typed])
  const choices = groups.flatMap((group) => group.choices)
  const chosen = choices[Math.min(at, choices.length - 1)]

  useEffect(() => {
    list.current?.querySelector(`[aria-selected="true"]`)?.scrollIntoView({ block: 'nearest' })
  })

  // The field above handles the keys; a click on an option does the same.
  useEffect(() => {
    const box = list.current
    const handleClick = ({ target, ctrlKey, metaKey, shiftKey }: MouseEvent) => {
      if (!(target instanceof Element)) return
      const choice = choices.find((each) => optionId(each) === target.closest('[role="option"]')?.id)
      if (choice) choose(choice, { ctrlKey, metaKey, shiftKey: shiftKey || target.closest('[data-mark]') !== null })
    }
    box?.addEventListener('click', handleClick)
    return () => box?.removeEventListener('click', handleClick)
  })

  function choose({ command }: Choice, { ctrlKey, metaKey, shiftKey }: HeldKeys) {
    const code = codeOf(command)
    if (shiftKey && code !== null) {
      void onCompare(code).then(() => setInTray(compared()))
      return
    }
    list.current?.closest('dialog')?.close()
    if (command.kind === 'help') onHelp()
    else runCommand(command, home, ctrlKey || metaKey)
  }

  function onKeyDown(event: KeyboardEvent) {
    const move = MOVES[event.key]
    if (event.nativeEvent.isComposing) return
    if (event.key === 'Enter' && chosen) choose(chosen, event)
    else if (move !== undefined && choices.length > 0)
      setAt((Math.min(at, choices.length - 1) + move + choices.length) % choices.length)
    else if (event.key.toLowerCase() === 'k' && (event.ctrlKey || event.metaKey))
      list.current?.closest('dialog')?.close()
    else return
    event.preventDefault()
  }

  return (
    <ModalDialog label={words.title} className="w-[min(640px,calc(100vw-32px))] flex-col open:flex" onClose={onClose}>
      <input
        type="text"
        role="combobox"
        aria-expanded="true"
        aria-controls="search-list"
        aria-activedescendant={chosen && optionId(chosen)}
        aria-autocomplete="list"
        aria-label={words.title}
        placeholder={words.placeholder}
        autoComplete="off"
        autoCapitalize="off"
        spellCheck={false}
        maxLength={60}
        value={typed}
        onChange={({ target }) => {
          setTyped(target.value)
          setAt(0)
        }}
        onKeyDown={onKeyDown}
        className="flex-none border-rule border-b-2 px-4 py-3 text-[16px]/6 placeholder:text-ink-3 placeholder:opacity-100 focus-visible:[outline:0]"
      />
      <p role="status" className="sr-only">
        {words.results.replace('{count}', String(choices.length))}
      </p>
      <div
        ref={list}
        id="search-list"
        role="listbox"
        aria-label={words.title}
        className="overflow-y-auto overscroll-contain pb-2"
      >
        {groups.map((group) => (
          // biome-ignore lint/a11y/useSemanticElements: a fieldset is no group of options.
          <div key={group.name} role="group" aria-label={words.groups[group.name]}>
            <p aria-hidden="true" className={GROUP_NOTE}>
              {words.groups[group.name]}
            </p>
            {group.choices.map((choice) => (
              <div
                key={choice.id}
                id={optionId(choice)}
                role="option"
                tabIndex={-1}
                aria-selected={choice === chosen}
                className="group flex cursor-pointer flex-wrap gap-x-3 px-4 py-[9px] aria-selected:bg-wash aria-selected:[box-shadow:inset_2px_0_0_var(--accent)] mid:py-1"
                onPointerMove={() => setAt(choices.indexOf(choice))}
              >
                <span className="group-aria-selected:text-accent">{choice.label}</span>{' '}
                <span className="text-ink-3">{choice.note}</span>
                <Mark code={codeOf(choice.command)} inTray={inTray} words={words} />
              </div>
            ))}
            {group.left > 0 && <p className={GROUP_NOTE}>{words.more.replace('{count}', String(group.left))}</p>}
          </div>
        ))}
        {choices.length === 0 && <p className="px-4 pt-4 pb-2 text-ink-2 text-note">{words.nothing}</p>}
      </div>
      <p className="hidden flex-none border-line border-t px-4 py-1.5 text-ink-3 text-note mid:block">{words.hint}</p>
    </ModalDialog>
  )
}

const GROUP_NOTE = 'px-4 pt-2 pb-0.5 text-ink-3 text-note'

/** Shows whether a series is in the tray. A click adds or removes it, as Shift Enter does. */
function Mark({ code, inTray, words }: { code: string | null; inTray: string[]; words: SearchIndex['words'] }) {
  if (code === null) return null
  const isIn = inTray.includes(code)
  return (
    <span
      data-mark={isIn ? 'in' : 'out'}
      title={isIn ? words.tray.takeOut : words.tray.put}
      className={`-my-1 -mr-4 ml-auto w-8 py-1 text-center hover:text-accent ${isIn ? 'text-accent' : 'text-ink-3'}`}
    >
      <span aria-hidden="true">{isIn ? '×' : '+'}</span>
      {isIn && <span className="sr-only">{words.tray.isIn}</span>}
    </span>
  )
}

/** Keys that change the effect of choosing an entry. */
type HeldKeys = Pick<MouseEvent, 'ctrlKey' | 'metaKey' | 'shiftKey'>

function codeOf(command: Choice['command']): string | null {
  return command.kind === 'go' ? (/^\/(?:factors|portfolios)\/(.+)$/.exec(command.path)?.[1] ?? null) : null
}

const MOVES: Record<string, number | undefined> = { ArrowDown: 1, ArrowUp: -1 }

function optionId({ id }: Choice): string {
  return `search-${id}`
}
