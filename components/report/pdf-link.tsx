'use client'
import { useEffect, useState } from 'react'
import { createPortal } from 'react-dom'
import { DOCUMENT_FACT } from './document-fact'

interface PdfLinkProps {
  address: string
  /** Texts of the link: at first, while the file is made, and when that failed; and what it is while its size is unknown. */
  labels: { idle: string; making: string; failed: string; unknown: string }
}

interface State {
  label: 'idle' | 'making' | 'failed'
  /** Size of the file, or why there is none. */
  fact?: string
  sha256?: string
}

/**
 * Links to the report as a PDF and, with a script, shows the size of the document that the server keeps or that was saved,
 * and its checksum at the foot of the page. Space is kept for the size, so that the line does not move.
 */
export function PdfLink({ address, labels }: PdfLinkProps) {
  const [{ label, fact, sha256 }, setState] = useState<State>({ label: 'idle' })
  useEffect(() => {
    requestPdf(address, { method: 'HEAD', headers: { 'x-only-if-made': '1' } }).then(
      (kept) => setState((state) => (state.label === 'idle' && state.sha256 === undefined ? kept : state)),
      () => undefined,
    )
  }, [address])
  const foot = sha256 === undefined ? null : document.getElementById(DOCUMENT_FACT)
  const text = label === 'idle' ? (fact ?? labels.unknown) : fact
  return (
    <span className="min-w-18">
      <a
        href={address}
        className="link"
        title={sha256 && checksum(sha256)}
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
      <span aria-live="polite">{text && ` ${text}`}</span>
      {foot && createPortal(<span title={sha256}>PDF, {checksum(sha256 ?? '')}</span>, foot)}
    </span>
  )
}

function checksum(sha256: string): string {
  return `SHA-256 ${sha256.slice(0, 8)}…`
}

async function requestPdf(address: string, init?: RequestInit): Promise<State> {
  const response = await fetch(address, init)
  if (!response.ok) return { label: 'failed', fact: await response.text() }
  const sha256 = response.headers.get('etag')?.match(/[0-9a-f]{64}/)?.[0]
  const bytes = response.headers.get('x-document-bytes')
  if (!sha256) return { label: 'idle' }
  return { label: 'idle', sha256, fact: `${Math.ceil(Number(bytes) / 1000)}\u00A0kB` }
}
