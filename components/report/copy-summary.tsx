'use client'
import { useState } from 'react'

interface CopySummaryProps {
  /** Address of text and tables: the JSON of lib/export/summary-copy.ts. */
  address: string
  /** Texts of the button: before and after a copy, and when the browser refused. */
  labels: { idle: string; done: string; failed: string }
}

/** Copies the summary as text and as formatted tables, according to what the target accepts. */
export function CopySummary({ address, labels }: CopySummaryProps) {
  const [state, setState] = useState<keyof typeof labels>('idle')
  return (
    <button
      type="button"
      className="link"
      onClick={() =>
        copy(address).then(
          () => setState('done'),
          () => setState('failed'),
        )
      }
    >
      <span aria-live="polite">{labels[state]}</span>
    </button>
  )
}

async function copy(address: string): Promise<void> {
  const response = await fetch(address)
  if (!response.ok) throw new Error(`${address} answered ${response.status}`)
  const { text, html } = await response.json()
  const blob = (content: string, type: string) => new Blob([content], { type })
  await navigator.clipboard.write([
    new ClipboardItem({ 'text/plain': blob(text, 'text/plain'), 'text/html': blob(html, 'text/html') }),
  ])
}
