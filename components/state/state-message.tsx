import type { ReactNode } from 'react'

/** Shows a page without its content: state, reason, and links, between two thin lines. */
export function StateMessage({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className="mt-8 mid:mt-14">
      <h1 className="text-[23px]/8 mid:text-head">{title}</h1>
      <div className="mt-4 max-w-[40em] border-line border-y py-14 text-pretty text-body text-ink-2">{children}</div>
    </section>
  )
}
