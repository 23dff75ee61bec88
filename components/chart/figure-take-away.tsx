'use client'
import { useState } from 'react'
import { TAKE_AWAY_FILES, takeAwayHrefs } from '@/lib/charts/take-away-hrefs'
import type { Colours } from '@/lib/view'

export interface TakeAwayWords {
  open: string
  copy: string
  copied: string
  notCopied: string
}

interface FigureTakeAwayProps {
  /** Address of the rows. */
  href: string
  /** Names the figure to those who cannot see which one the button belongs to. */
  name: string
  colours: Colours
  words: TakeAwayWords
}

/** A figure's files, and its picture for the clipboard: one word that opens into them. */
export function FigureTakeAway({ href, name, colours, words }: FigureTakeAwayProps) {
  const [isOpen, setIsOpen] = useState(false)
  const [copying, setCopying] = useState<'copy' | 'copied' | 'notCopied'>('copy')
  const hrefs = takeAwayHrefs(href, colours)
  return (
    <>
      <button
        type="button"
        className="link"
        aria-expanded={isOpen}
        aria-label={`${words.open} ${name}`}
        onClick={() => setIsOpen(!isOpen)}
      >
        {words.open}
      </button>
      {isOpen && (
        <>
          {TAKE_AWAY_FILES.map((file) => (
            <a key={file} href={hrefs[file]} className="link" download>
              {file.toUpperCase()}
            </a>
          ))}
          <button
            type="button"
            className="link"
            onClick={() =>
              copyPicture(hrefs.png).then(
                () => setCopying('copied'),
                () => setCopying('notCopied'),
              )
            }
          >
            <span aria-live="polite">{words[copying]}</span>
          </button>
        </>
      )}
    </>
  )
}

/** The picture is promised, not awaited: Safari lets a page write only while the press lasts. */
function copyPicture(href: string): Promise<void> {
  const picture = fetch(href).then((response) => {
    if (!response.ok) throw new Error(`${href} answered ${response.status}`)
    return response.blob()
  })
  return navigator.clipboard.write([new ClipboardItem({ 'image/png': picture })])
}
