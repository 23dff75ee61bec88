'use client'
import { browserSupportsWebAuthn, startAuthentication, startRegistration } from '@simplewebauthn/browser'
import { type FormEvent, type ReactNode, useEffect, useId, useState } from 'react'
import { BUTTON, Field } from './form-parts'

interface PasskeyTexts {
  button: string
  /** That nothing was changed, since the browser was stopped or has no passkey. */
  failed: string
}

interface SignInByPasskeyProps {
  /** Path to which it leads. */
  to: string
  locale: string
  texts: PasskeyTexts
}

/** Shows the button that signs in by a passkey, once the script runs, in a browser that has them. */
export function SignInByPasskey({ to, locale, texts }: SignInByPasskeyProps) {
  const { isPossible, fault, run } = usePasskey(texts)
  if (!isPossible) return null
  const signIn = () =>
    run('/api/auth/passkey/sign-in', { lang: locale, to }, (options) =>
      startAuthentication({ optionsJSON: options as Parameters<typeof startAuthentication>[0]['optionsJSON'] }),
    )
  return (
    <div className="mt-5">
      <button type="button" onClick={signIn} className={BUTTON}>
        {texts.button}
      </button>
      {fault}
    </div>
  )
}

interface AddPasskeyProps {
  locale: string
  texts: PasskeyTexts & {
    name: string
    hint: string
    /** That this browser has no passkeys, or no script runs. */
    impossible: string
  }
}

/** Shows the form that adds a passkey. It needs a script: only a browser can ask for a passkey. */
export function AddPasskey({ locale, texts }: AddPasskeyProps) {
  const { isPossible, fault, run } = usePasskey(texts)
  const id = useId()
  if (!isPossible) return <p className="mt-4 text-ink-2">{texts.impossible}</p>
  const add = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const name = new FormData(event.currentTarget).get('name')
    void run('/api/auth/passkey', { lang: locale, name }, (options) =>
      startRegistration({ optionsJSON: options as Parameters<typeof startRegistration>[0]['optionsJSON'] }),
    )
  }
  return (
    <form onSubmit={add}>
      <Field id={id} name="name" label={texts.name} hint={texts.hint} autoComplete="off" required maxLength={60} />
      <p className="mt-5">
        <button type="submit" className={BUTTON}>
          {texts.button}
        </button>
      </p>
      {fault}
    </form>
  )
}

interface Passkey {
  isPossible: boolean
  /** What went wrong; null as long as nothing did. */
  fault: ReactNode
  /** Asks the server for a question and the browser for its answer, and goes to the page that the server names. */
  run: (address: string, content: object, answer: (options: unknown) => Promise<object>) => Promise<void>
}

function usePasskey({ failed }: PasskeyTexts): Passkey {
  const [isPossible, setIsPossible] = useState(false)
  const [hasFailed, setHasFailed] = useState(false)
  useEffect(() => setIsPossible(browserSupportsWebAuthn()), [])
  const run: Passkey['run'] = async (address, content, answer) => {
    setHasFailed(false)
    try {
      const { options, to } = await send(address, content)
      const next = to ?? (await send(address, { ...content, response: await answer(options) })).to
      if (next === undefined) throw new Error('the server named no page')
      window.location.assign(next)
    } catch {
      // The browser does not say whether the reader stopped it or there is no passkey: the same sentence for both.
      setHasFailed(true)
    }
  }
  const fault = hasFailed && (
    <p role="alert" className="mt-3 max-w-[32em] text-body">
      {failed}
    </p>
  )
  return { isPossible, fault, run }
}

async function send(address: string, content: object): Promise<{ options?: unknown; to?: string }> {
  const answer = await fetch(address, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(content),
  })
  if (!answer.ok) throw new Error(`the server answered ${answer.status}`)
  return answer.json()
}
