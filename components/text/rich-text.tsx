import { Fragment } from 'react'
import type { PhrasePart } from '@/lib/report/model/report'
import type { RichBlock, RichInline } from '@/lib/texts/rich-text'
import { PhraseText } from './phrase-text'

interface RichTextProps {
  blocks: readonly RichBlock<PhrasePart>[]
  /** Returns the address of a cell; by default an anchor on this page. */
  hrefOf?: (cell: string) => string
}

/** Shows what a desk wrote in paragraphs, lists and quotes. Its figures link to their cells. */
export function RichText({ blocks, ...links }: RichTextProps) {
  return blocks.map((block, index) => {
    const key = `${index}-${block.kind}`
    if (block.kind === 'paragraph')
      return (
        <p key={key} className="not-first:mt-2">
          <Inlines parts={block.parts} {...links} />
        </p>
      )
    if (block.kind === 'quote')
      return (
        <blockquote key={key} className="not-first:mt-2 border-line border-l-2 pl-3 text-ink-2">
          <RichText blocks={block.blocks} {...links} />
        </blockquote>
      )
    const Tag = block.start === null ? 'ul' : 'ol'
    const start = block.start === null || block.start === 1 ? {} : { start: block.start }
    return (
      <Tag
        key={key}
        {...start}
        className="not-first:mt-2 list-outside pl-5 marker:text-ink-3 [ol&]:list-decimal [ul&]:list-disc"
      >
        {block.items.map((item, position) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: items of a text never move
          <li key={position} className="py-0.5">
            <RichText blocks={item} {...links} />
          </li>
        ))}
      </Tag>
    )
  })
}

function Inlines({ parts, ...links }: { parts: RichInline<PhrasePart>[] } & Pick<RichTextProps, 'hrefOf'>) {
  return parts.map((part, index) => {
    const key = `${index}-${part.kind}`
    switch (part.kind) {
      case 'break':
        return <br key={key} />
      case 'emphasis':
        return (
          <em key={key}>
            <Inlines parts={part.parts} {...links} />
          </em>
        )
      case 'strong':
        return (
          <strong key={key}>
            <Inlines parts={part.parts} {...links} />
          </strong>
        )
      case 'link':
        return (
          <a key={key} href={part.url} rel="noopener" className="prose-link">
            <Inlines parts={part.parts} {...links} />
          </a>
        )
      default:
        return (
          <Fragment key={key}>
            <PhraseText phrase={[part]} {...links} />
          </Fragment>
        )
    }
  })
}
