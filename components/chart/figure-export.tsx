'use client'

import { useState } from 'react'
import type { Colours } from '@/lib/base/appearance'
import type { SizeName } from '@/lib/figures/rows/sizes'
import type { ExportWords } from './export-words'
import type { FigureFiles } from './figure-files'

interface FigureExportProps {
  /** Address of the rows. */
  href: string
  /** Size of the exported picture. */
  size: SizeName
  /** Name of the figure for readers who cannot see the button's position. */
  name: string
  colours: Colours
  words: ExportWords
}

type State = 'closed' | 'failed' | { Files: typeof FigureFiles }

/** Shows a word that opens a figure's files. The first click loads them. */
export function FigureExport({ href, size, name, colours, words }: FigureExportProps) {
  const [state, setState] = useState<State>('closed')
  const isOpen = typeof state === 'object'

  function open() {
    import('./figure-files')
      .then(({ FigureFiles }) => setState({ Files: FigureFiles }))
      .catch((error: unknown) => {
        console.warn(`files of ${href}:`, error)
        setState('failed')
      })
  }

  return (
    <>
      <button
        type="button"
        className="link"
        aria-expanded={isOpen}
        aria-label={`${words.open} ${name}`}
        onClick={() => (isOpen ? setState('closed') : open())}
      >
        {words.open}
      </button>
      {isOpen && <state.Files href={href} size={size} colours={colours} words={words} />}
      {state === 'failed' && <span role="status">{words.failed}</span>}
    </>
  )
}
