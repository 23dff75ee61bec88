import type { Phrase, PhrasePart } from '@/lib/report/model/report'
import { partText } from '@/lib/report/text/phrase'
import { cellAnchor } from './cell-anchor'
import { FigureText } from './figure-text'

interface PhraseTextProps {
  phrase: Phrase
  /** Returns the address of a cell; by default an anchor on this page. */
  hrefOf?: (cell: string) => string
}

/** Shows text whose figures link to their cells and whose names never break. */
export function PhraseText({ phrase, hrefOf = onThisPage }: PhraseTextProps) {
  return phrase.map((part, index) => {
    const key = `${index}-${part.kind}`
    if (part.kind === 'text') return part.text
    if (part.kind === 'fact') return <Fact key={key} fact={part} hrefOf={hrefOf} />
    if (part.kind === 'name')
      return (
        <bdi key={key} className="whitespace-nowrap">
          {part.text}
        </bdi>
      )
    return (
      <a key={key} href={hrefOf(part.cell)} className="figure-link">
        <FigureText value={part.value} text={partText(part)} />
      </a>
    )
  })
}

interface FactProps extends Required<Pick<PhraseTextProps, 'hrefOf'>> {
  fact: Extract<PhrasePart, { kind: 'fact' }>
}

/** Shows a number in words or digits, with a link to its cell if it has one. */
function Fact({ fact: { text, of, cell }, hrefOf }: FactProps) {
  if (cell === null) return <span data-fact={of}>{text}</span>
  return (
    <a href={hrefOf(cell)} data-fact={of} className="figure-link">
      {text}
    </a>
  )
}

function onThisPage(cell: string): string {
  return `#${cellAnchor(cell)}`
}
