'use client'
import { useState } from 'react'
import type { Session } from '@/lib/editor/merge/session'
import { fieldsOf } from '@/lib/editor/merge/text-field'
import { useEditor } from './editor-context'
import { fieldText } from './field-text'
import { SmallButton } from './small-button'
import { useFieldName } from './use-field-name'

/** Shows, when the texts cannot be saved, how to sign in again, and all texts to copy. */
export function UnsavedTexts({ session }: { session: Session }) {
  const { model, words, texts } = useEditor()
  const nameOf = useFieldName()
  const [copied, setCopied] = useState<'copied' | 'notCopied' | null>(null)
  const { save } = session
  if (save.kind !== 'fault' || save.fault === 'refused') return null
  const written = fieldsOf(texts)
    .map((field) => ({ name: nameOf(field), text: fieldText(field, texts, model, words) }))
    .filter(({ text }) => text !== words.drafted && text !== words.empty)
  const whole = written.map(({ name, text }) => `${name}\n${text}\n`).join('\n')

  function copy() {
    navigator.clipboard.writeText(whole).then(
      () => setCopied('copied'),
      () => setCopied('notCopied'),
    )
  }

  return (
    <section aria-label={words.copyAll} data-fault={save.fault} className="mt-3 border-accent border-l-4 pl-3">
      <p className="flex flex-wrap items-center gap-x-5">
        {save.fault === 'signed-out' && model.signIn !== null && (
          <a
            href={model.signIn}
            target="_blank"
            rel="noreferrer"
            className="prose-link max-mid:inline-block max-mid:py-3"
          >
            {words.signIn}
          </a>
        )}
        <SmallButton onClick={copy}>{words.copyAll}</SmallButton>
        <span role="status">{copied !== null && words[copied]}</span>
      </p>
      {copied === 'notCopied' && (
        <textarea readOnly rows={8} value={whole} aria-label={words.copyAll} className="writing" />
      )}
    </section>
  )
}
