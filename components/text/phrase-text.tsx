import type { Phrase } from '@/lib/report/report'
import { cellAnchor } from '../table/cell-anchor'
import { FigureText } from './figure-text'

/** Running text whose figures lead to their cells and whose names are never broken. */
export function PhraseText({ phrase }: { phrase: Phrase }) {
  return phrase.map((part, index) => {
    const key = `${index}-${part.kind}`
    if (part.kind === 'text') return part.text
    if (part.kind === 'name')
      return (
        <bdi key={key} className="whitespace-nowrap">
          {part.text}
        </bdi>
      )
    return (
      <a
        key={key}
        href={`#${cellAnchor(part.cell)}`}
        data-cell={part.cell}
        className="whitespace-nowrap hover:underline"
      >
        <FigureText value={part.value} />
      </a>
    )
  })
}
