import type { ComponentProps } from 'react'
import { mayOpen } from '@/lib/access/may-open'
import { addressOf, type View } from '@/lib/address/view'

interface ToProps extends Omit<ComponentProps<'a'>, 'href'> {
  /** Path within the product, such as "/factors". */
  path: string
  view: View
}

/**
 * Links with language, version, convention and table settings. Plain links: pages come complete from a cache, and a
 * router would add 10 kB of script to each page and hydrate 130 links. Where the readers may not follow one, its text stands
 * alone.
 */
export function To({ path, view, children, ...rest }: ToProps) {
  if (!mayOpen(path)) return <span>{children}</span>
  return (
    <a href={addressOf(path, view)} {...rest}>
      {children}
    </a>
  )
}
