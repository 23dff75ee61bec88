'use client'
import { type ElementType, type HTMLAttributes, useState } from 'react'
import { MARKUP_ATTRIBUTE, markupNamed } from './markup-names'

interface MarkupElementProps {
  tag: ElementType
  /** Name of its content. */
  name: string
  /** The content itself, in development. */
  markup?: string | undefined
  attributes: HTMLAttributes<HTMLElement>
}

/**
 * Shows an element whose content is markup. React leaves the content of an element that is in the page as it is; to make the
 * element again, the browser looks for its content there.
 */
export function MarkupElement({ tag: Tag, name, markup, attributes }: MarkupElementProps) {
  const [html] = useState(() => markup ?? { toString: () => markupNamed(name) })
  return <Tag {...attributes} {...{ [MARKUP_ATTRIBUTE]: name, dangerouslySetInnerHTML: { __html: html } }} />
}
