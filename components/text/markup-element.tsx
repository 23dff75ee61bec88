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

/** Shows an element whose content is markup. The browser finds the content in the page, and React leaves it as it is. */
export function MarkupElement({ tag: Tag, name, markup, attributes }: MarkupElementProps) {
  const [html] = useState(() => markup ?? markupNamed(name))
  return <Tag {...attributes} {...{ [MARKUP_ATTRIBUTE]: name, dangerouslySetInnerHTML: { __html: html } }} />
}
