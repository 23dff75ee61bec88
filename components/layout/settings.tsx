import type { ReactNode } from 'react'
import { hasReferrer } from '@/lib/access/shares/has-referrer'
import type { Preference } from '@/lib/address/preferences'
import { addressOf, type View } from '@/lib/address/view'
import { COLOURS, THEMES } from '@/lib/base/appearance'
import { LOCALE_NAMES, LOCALES, languageTag } from '@/lib/base/locale'
import { PAPERS } from '@/lib/base/paper'
import { translatorFor } from '@/lib/messages/translate'
import { currentScope } from '@/lib/scope/current-scope'
import { ConventionSwitch } from './convention-switch'

interface SettingsProps {
  view: View
  path: string
  /** Whether the page shows returns, which the convention changes. */
  hasReturns?: boolean
}

/** Shows every setting with all its choices; the current one is highlighted. It works without script. */
export function Settings({ view, path, hasReturns = true }: SettingsProps) {
  const t = translatorFor(view.locale)
  const isFixed = currentScope().share?.shown.kind === 'edition'
  const to = hasReferrer(path) ? undefined : addressOf(path, view)
  return (
    <>
      <Setting label={t('preferences.language')}>
        {LOCALES.map((locale) => (
          <a
            key={locale}
            href={addressOf(path, { ...view, locale })}
            hrefLang={languageTag(locale)}
            lang={languageTag(locale)}
            aria-current={locale === view.locale ? 'true' : undefined}
            className="choice"
          >
            {LOCALE_NAMES[locale]}
          </a>
        ))}
      </Setting>
      {hasReturns && (
        <>
          {!isFixed && (
            <Setting label={t('week.convention')}>
              <ConventionSwitch view={view} path={path} className="mr-1.5" />
            </Setting>
          )}
          <CookieSetting name="colours" to={to} label={t('preferences.colours')} current={view.colours}>
            {COLOURS.map((choice) => [choice, t(`preferences.colours-${choice}`)])}
          </CookieSetting>
          <CookieSetting name="paper" to={to} label={t('preferences.paper')} current={view.paper}>
            {PAPERS.map((choice) => [choice, t(`preferences.paper-${choice}`)])}
          </CookieSetting>
        </>
      )}
      <CookieSetting name="theme" to={to} label={t('preferences.theme')} current={view.theme}>
        {THEMES.map((choice) => [choice, t(`preferences.theme-${choice}`)])}
      </CookieSetting>
    </>
  )
}

function Setting({ label, children }: { label: string; children: ReactNode }) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset would put its legend above the choices.
    <div role="group" aria-label={label} className="grid grid-cols-[72px_auto] items-baseline gap-x-3">
      <span aria-hidden="true" className="text-ink-3 text-note">
        {label}
      </span>
      <span className="flex gap-x-4 whitespace-nowrap">{children}</span>
    </div>
  )
}

interface CookieSettingProps {
  name: Preference
  label: string
  current: string
  /** Address of the page, where a browser does not name it. */
  to: string | undefined
  /** Each choice with its text. */
  children: (readonly [choice: string, text: string])[]
}

/** Shows a setting that is stored in a cookie: a form with a button for each choice. */
function CookieSetting({ name, label, current, to, children }: CookieSettingProps) {
  return (
    <form method="post" action="/preferences">
      <input type="hidden" name="name" value={name} />
      {to !== undefined && <input type="hidden" name="to" value={to} />}
      <Setting label={label}>
        {children.map(([choice, text]) => (
          <button
            key={choice}
            type="submit"
            data-preference={name}
            name="choice"
            value={choice}
            aria-pressed={choice === current}
            className="choice pressed"
          >
            {text}
          </button>
        ))}
      </Setting>
    </form>
  )
}
