import { useState } from 'react'
import { EXPORT_FILES, exportHrefs } from '@/lib/address/export-hrefs'
import type { Colours } from '@/lib/base/appearance'
import type { SizeName } from '@/lib/figures/rows/sizes'
import type { ExportWords } from './export-words'

interface FigureFilesProps {
  /** Address of the rows. */
  href: string
  /** Size of the exported picture. */
  size: SizeName
  colours: Colours
  words: ExportWords
}

/** Shows links to a figure's files, and a button that copies its picture. */
export function FigureFiles({ href, size, colours, words }: FigureFilesProps) {
  const [copying, setCopying] = useState<'copy' | 'copied' | 'notCopied'>('copy')
  const hrefs = exportHrefs(href, size, colours)
  return (
    <>
      {EXPORT_FILES.map((file) => (
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
  )
}

/** Copies the picture. Passes a promise to the clipboard: Safari lets a page write only during the click. */
function copyPicture(href: string): Promise<void> {
  const picture = fetch(href).then((response) => {
    if (!response.ok) throw new Error(`${href} answered ${response.status}`)
    return response.blob()
  })
  return navigator.clipboard.write([new ClipboardItem({ 'image/png': picture })])
}
