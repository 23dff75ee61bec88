import { createHash } from 'node:crypto'
import { createRequire } from 'node:module'
import { createElement, type HTMLAttributes, type ReactNode } from 'react'
import { MarkupElement } from './markup-element'
import { noteMarkup } from './markup-names'

interface SentOnceProps extends HTMLAttributes<HTMLElement> {
  /** Name of the HTML element. */
  as: keyof HTMLElementTagNameMap
  /** Elements without client components and without asynchronous ones. */
  children: ReactNode
}

/** Next refuses `react-dom/server` in server components, so Node loads it. */
const { renderToStaticMarkup } = createRequire(`${process.cwd()}/`)(
  'react-dom/server',
) as typeof import('react-dom/server')

/** Whether the content of such an element is being made, which is synchronous. */
let isInside = false

/**
 * Shows an element whose content does not change in the browser. Next sends every other element of a page twice, as
 * markup and as data for React; the content of this one is sent as markup only, and React in the browser leaves it unchanged.
 */
export function SentOnce({ as, children, ...attributes }: SentOnceProps) {
  const Tag: string = as
  if (isInside) return <Tag {...attributes}>{children}</Tag>
  const markup = markupOf(as, children)
  const name = createHash('sha256').update(markup).digest('base64url').slice(0, 12)
  noteMarkup(name, markup)
  // In development a change of the source replaces elements without loading the page again.
  const sent = process.env.NODE_ENV === 'production' ? {} : { markup }
  return <MarkupElement tag={as} name={name} {...sent} attributes={attributes} />
}

/**
 * Returns the markup of a content. It is made inside its element: React preloads a picture unless it knows that the
 * picture has other sources.
 */
function markupOf(tag: string, children: ReactNode): string {
  isInside = true
  try {
    const [start, end] = [`<${tag}>`, `</${tag}>`]
    const markup = renderToStaticMarkup(createElement(tag, null, children))
    if (!markup.startsWith(start)) throw new Error(`${tag} has content that React puts before it`)
    return markup.slice(start.length, -end.length)
  } finally {
    isInside = false
  }
}
