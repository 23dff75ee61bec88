import type { MouseEvent } from 'react'
import { LOCALE_NAMES, LOCALES, languageTag } from '@/lib/base/locale'
import { useEditor } from './editor-context'

/** Shows links to all forms of the week as its readers will see them. @param onOpen saves first; false when it cannot */
export function PreviewLinks({ onOpen }: { onOpen: () => Promise<boolean> }) {
  const { model, words } = useEditor()

  function open(event: MouseEvent<HTMLAnchorElement>) {
    const { href } = event.currentTarget
    event.preventDefault()
    // A tab that is opened after the answer would be blocked.
    const tab = window.open('', '_blank')
    void onOpen().then((isSaved) => {
      if (tab === null) return
      if (isSaved) tab.location.href = href
      else tab.close()
    })
  }

  return (
    <nav aria-label={words.preview} className="mt-3 flex flex-wrap items-baseline gap-x-8 gap-y-1">
      <span className="text-ink-2" title={words.previewNote}>
        {words.preview}
      </span>
      {LOCALES.map((locale) => (
        <span key={locale} className="flex flex-wrap items-baseline gap-x-4">
          <span className="text-ink-2" lang={languageTag(locale)}>
            {LOCALE_NAMES[locale]}
          </span>
          {model.previews.map(({ name, addresses }) => (
            <a
              key={name}
              href={addresses[locale]}
              target="_blank"
              rel="noreferrer"
              onClick={open}
              data-preview={`${locale}-${name}`}
              className="prose-link max-mid:inline-block max-mid:py-3"
            >
              {words[`preview-${name}`]}
            </a>
          ))}
        </span>
      ))}
      <span className="basis-full text-ink-2 text-note">{words.previewNote}</span>
    </nav>
  )
}
