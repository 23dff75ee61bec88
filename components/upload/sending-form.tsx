'use client'
import { type FormEvent, type ReactNode, useState } from 'react'
import { PROGRESS } from './styles'

export interface SendingWords {
  sending: string
  /** What the server does when it has everything. */
  working: string
  lost: string
  busy: string
  tooLarge: string
  failed: string
}

interface SendingFormProps {
  /** Address that takes the form. */
  action: string
  /** The most bytes of all its files together. */
  bytesMax: number
  words: SendingWords
  children: ReactNode
}

interface Progress {
  text: string
  /** Share of the form that is sent, from 0 to 1; null while the server works, and for a fault. */
  sent: number | null
  isFault: boolean
}

/**
 * Shows a form that says how far it is, and leads to the page that the server names. Without script it is a plain form,
 * which the server answers with the same page.
 */
export function SendingForm({ action, bytesMax, words, children }: SendingFormProps) {
  const [progress, setProgress] = useState<Progress | null>(null)
  const isUnderWay = progress !== null && !progress.isFault
  const fail = (text: string) => setProgress({ text, sent: null, isFault: true })

  function send(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    if (isUnderWay) return
    const form = new FormData(event.currentTarget)
    const { submitter } = event.nativeEvent as SubmitEvent
    if (submitter instanceof HTMLButtonElement && submitter.name !== '') form.append(submitter.name, submitter.value)
    if (bytesOf(form) > bytesMax) return fail(words.tooLarge)
    const request = new XMLHttpRequest()
    request.open('POST', action)
    request.setRequestHeader('accept', 'application/json')
    request.responseType = 'json'
    request.upload.onprogress = ({ loaded, total }) =>
      setProgress({ text: words.sending, sent: loaded / total, isFault: false })
    request.upload.onload = () => setProgress({ text: words.working, sent: null, isFault: false })
    request.onload = () => {
      const to: unknown = request.response?.to
      if (typeof to === 'string') window.location.assign(to)
      else fail(request.status === 503 ? words.busy : words.failed)
    }
    request.onerror = () => fail(words.lost)
    setProgress({ text: words.sending, sent: 0, isFault: false })
    request.send(form)
  }

  return (
    <form method="post" action={action} encType="multipart/form-data" onSubmit={send} aria-busy={isUnderWay}>
      {children}
      <p role="status" className={`mt-3 text-body ${progress?.isFault ? 'font-bold' : 'text-ink-2'}`}>
        {progress?.text}
      </p>
      {isUnderWay && (
        <progress
          style={PROGRESS}
          className="w-full max-w-[44em]"
          aria-label={progress.text}
          {...(progress.sent === null ? {} : { value: progress.sent })}
        />
      )}
    </form>
  )
}

function bytesOf(form: FormData): number {
  let bytes = 0
  for (const value of form.values()) if (value instanceof File) bytes += value.size
  return bytes
}
