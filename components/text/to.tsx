import type { ComponentProps } from 'react'
import { addressOf, type View } from '@/lib/address/view'

interface ToProps extends Omit<ComponentProps<'a'>, 'href'> {
  /** Path within the product, such as "/factors". */
  path: string
  view: View
}

/**
 * A link that keeps language, version, convention and the look of tables. A plain one: pages come whole from a cache, and a router in
 * the browser would cost each of them 10 kB of script and the work of waking 130 links.
 */
export function To({ path, view, children, ...rest }: ToProps) {
  return (
    <a href={addressOf(path, view)} {...rest}>
      {children}
    </a>
  )
}
