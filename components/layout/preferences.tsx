import { addressOf, type View } from '@/lib/address/view'
import { COLOURS, THEMES } from '@/lib/base/appearance'
import { languageTag } from '@/lib/base/locale'
import { translatorFor } from '@/lib/messages/translate'

const CHOICES = { theme: THEMES, colours: COLOURS } as const

/**
 * Shows a choice that is stored in a cookie: a form that works without script. The button shows the current value and
 * changes to the next.
 */
export function Preference({ view, name }: { view: View; name: keyof typeof CHOICES }) {
  const t = translatorFor(view.locale)
  const choices: readonly string[] = CHOICES[name]
  const next = choices[(choices.indexOf(view[name]) + 1) % choices.length] ?? view[name]
  const textOf = (choice: string) => {
    return t(`preferences.${name}`, { choice: t(`preferences.${name}-${choice}` as 'preferences.theme-auto') })
  }
  return (
    <form method="post" action="/preferences">
      <input type="hidden" name="name" value={name} />
      <button
        type="submit"
        data-preference={name}
        name="choice"
        value={next}
        title={t('preferences.choose', { choice: textOf(next) })}
        className="whitespace-nowrap py-2 text-ink-2 hover:text-accent mid:py-1"
      >
        {textOf(view[name])}
      </button>
    </form>
  )
}

/** Links to the same page in the other language. */
export function LanguageSwitch({ view, path }: { view: View; path: string }) {
  const t = translatorFor(view.locale)
  const other = view.locale === 'zh' ? 'en' : 'zh'
  const target = addressOf(path, { ...view, locale: other })
  const [first, second] = [
    <LanguageName key="zh" isCurrent={view.locale === 'zh'} text="中" />,
    <LanguageName key="en" isCurrent={view.locale === 'en'} text="EN" />,
  ]
  return (
    <a
      href={target}
      hrefLang={languageTag(other)}
      lang={languageTag(other)}
      aria-label={t('preferences.switchLanguage')}
      className="whitespace-nowrap py-2 text-ink-2 hover:text-accent mid:py-1"
    >
      {first} / {second}
    </a>
  )
}

function LanguageName({ isCurrent, text }: { isCurrent: boolean; text: string }) {
  return <span className={isCurrent ? 'font-bold text-ink' : ''}>{text}</span>
}
