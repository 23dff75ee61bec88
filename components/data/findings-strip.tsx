import type { ComponentProps, ReactNode } from 'react'

interface FindingsStripProps extends ComponentProps<'div'> {
  children: ReactNode
}

/** Shows findings about a page's data beside a vertical line. */
export function FindingsStrip({ className = '', children, ...rest }: FindingsStripProps) {
  return (
    <div
      {...rest}
      className={`border-line border-l-2 pl-3 text-ink-2 text-note has-[details]:border-accent [&_b]:mr-2 [&_b]:text-ink [&_summary]:py-0.5 [&_summary]:text-ink ${className}`}
    >
      {children}
    </div>
  )
}
