import type { ReactNode } from 'react'

/** Shows one of two texts that stand beside each other, with its heading and what can be done with it. */
export function TextSide({ title, text, children }: { title: string; text: string; children?: ReactNode }) {
  return (
    <div className="min-w-0">
      <p className="text-ink-2 text-note">{title}</p>
      <p className="wrap-anywhere whitespace-pre-wrap bg-wash px-3 py-2">{text}</p>
      {children}
    </div>
  )
}
