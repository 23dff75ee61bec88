import type { ReactNode } from 'react'
import type { View } from '@/lib/address/view'
import { To } from '../text/to'

interface StepLinkProps {
  /** Path of the page it leads to, with its parameters. */
  path: string
  view: View
  direction: 'previous' | 'next'
  /** Whether it leads to another week of this page, or to another series of the same week. */
  between: 'weeks' | 'series'
  /** Words of the link, without the arrow. */
  children: ReactNode
}

const KEYS = {
  weeks: { previous: 'ArrowLeft', next: 'ArrowRight' },
  series: { previous: 'K', next: 'J' },
}
const NAMES = { weeks: 'data-week', series: 'data-neighbour' }

/** Links to the page before or after this one. A key follows the link too. */
export function StepLink({ path, view, direction, between, children }: StepLinkProps) {
  const isPrevious = direction === 'previous'
  return (
    <To
      path={path}
      view={view}
      rel={isPrevious ? 'prev' : 'next'}
      aria-keyshortcuts={KEYS[between][direction]}
      className="link tap inline-block"
      {...{ [NAMES[between]]: direction }}
    >
      {isPrevious && '‹ '}
      {children}
      {!isPrevious && ' ›'}
    </To>
  )
}
