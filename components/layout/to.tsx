import Link from 'next/link'
import type { ComponentProps } from 'react'
import { addressOf, type View } from '@/lib/view'

interface ToProps extends Omit<ComponentProps<typeof Link>, 'href' | 'prefetch'> {
  /** Path within the product, such as "/factors". */
  path: string
  view: View
}

/** A link that keeps language, version, convention and order. Not prefetched: a report links to dozens of pages. */
export function To({ path, view, ...rest }: ToProps) {
  return <Link href={addressOf(path, view)} prefetch={false} {...rest} />
}
