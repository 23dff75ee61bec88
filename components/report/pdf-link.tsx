'use client'
import { useEffect, useState } from 'react'

interface PdfLinkProps {
  address: string
  /** Texts of the link: at first, while the file is made, and when that failed. */
  labels: { idle: string; making: string; failed: string }
}

interface State {
  label: keyof PdfLinkProps['labels']
  /** Size and checksum of the file, or why there is none. */
  fact?: string
  sha256?: string
}

/**
 * Links to the report as a PDF and, with a script, shows which document was saved. The title of the link shows before that
 * which one the server keeps, since a line that grows by itself would move the page.
 */
export function PdfLink({ address, labels }: PdfLinkProps) {
  const [{ label, fact, sha256 }, setState] = useState<State>({ label: 'idle' })
  const [kept, setKept] = useState<State | null>(null)
  useEffect(() => {
    requestPdf(address, { method: 'HEAD', headers: { 'x-only-if-made': '1' } }).then(setKept, () => undefined)
  }, [address])
  return (
    <span>
      <a
        href={address}
        className="link"
        title={kept?.sha256 && kept.fact}
        download
        onClick={(event) => {
          event.preventDefault()
          setState({ label: 'making' })
          requestPdf(address)
            .then((state) => {
              if (state.label === 'idle') window.location.assign(address)
              return state
            })
            .catch((error) => ({ label: 'failed' as const, fact: String(error.message) }))
            .then(setState)
        }}
      >
        {labels[label]}
      </a>
      <span aria-live="polite" title={sha256}>
        {fact && ` ${fact}`}
      </span>
    </span>
  )
}

async function requestPdf(address: string, init?: RequestInit): Promise<State> {
  const response = await fetch(address, init)
  if (!response.ok) return { label: 'failed', fact: await response.text() }
  const sha256 = response.headers.get('etag')?.match(/[0-9a-f]{64}/)?.[0]
  const bytes = response.headers.get('x-document-bytes')
  if (!sha256) return { label: 'idle' }
  return { label: 'idle', sha256, fact: `${Math.ceil(Number(bytes) / 1000)} kB, SHA-256 ${sha256.slice(0, 8)}…` }
}
