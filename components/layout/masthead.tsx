import type { ReactNode } from 'react'
import { hasAccounts } from '@/lib/access/has-accounts'
import { mayOpen } from '@/lib/access/may-open'
import type { View } from '@/lib/address/view'
import { LOCALE_NAMES, languageTag, otherLocale } from '@/lib/base/locale'
import { translatorFor } from '@/lib/messages/translate'
import { currentScope } from '@/lib/scope/current-scope'
import { SentOnce } from '../text/sent-once'
import { To } from '../text/to'
import { DemoMark } from './demo-mark'
import { FirstVisit } from './first-visit'
import { Settings } from './settings'

const NAV_PATHS = {
  week: '/',
  archive: '/weeks',
  factors: '/factors',
  portfolios: '/portfolios',
  compare: '/compare',
  data: '/data',
  methodology: '/methodology',
} as const
export type NavName = keyof typeof NAV_PATHS

interface MastheadProps {
  view: View
  /** Path of the page, which the language switch keeps. */
  path: string
  current: NavName | null
  isDemo: boolean
}

/** Shows the brand, the navigation and the settings. On a phone and a tablet the navigation is in a menu too. */
export function Masthead({ view, path, current, isDemo }: MastheadProps) {
  const t = translatorFor(view.locale)
  // By a share link there is one page, without account and search.
  const isShared = currentScope().share !== undefined
  const hasAccount = hasAccounts() && !isShared
  return (
    <SentOnce as="header" id="masthead" className="print:hidden border-line border-b">
      <a href="#main" className="link sr-only focus:not-sr-only focus:absolute focus:bg-bg focus:px-3 focus:py-2">
        {t('nav.skip')}
      </a>
      <div className="page flex h-12 items-center gap-3 mid:h-14 mid:gap-4 pair:gap-6 wide:gap-8">
        <To path="/" view={view} className="whitespace-nowrap py-2.5 font-bold text-brand tracking-[0.02em]">
          {t('brand.name')}
          <span className="ml-2 hidden font-normal text-ink-2 text-sheet tracking-normal wide:inline">
            {t('brand.other')}
          </span>
        </To>
        {!isShared && <Navigation view={view} current={current} className="hidden gap-6 pair:flex" />}
        <div className="ml-auto">{!isShared && <SearchButton view={view} />}</div>
        {isDemo && <DemoMark view={view} className="hidden wide:block" />}
        {hasAccount && <AccountLink view={view} className="hidden whitespace-nowrap mid:block" />}
        <Menu label={<SettingsLabel view={view} />}>
          <Settings view={view} path={path} />
        </Menu>
        {!isShared && (
          <Menu label={t('nav.menu')} className="pair:hidden">
            <Navigation view={view} current={current} className="flex flex-col" />
            {hasAccount && <AccountLink view={view} className="mid:hidden" />}
          </Menu>
        )}
      </div>
      {isDemo && (
        <p className="page pb-1.5 text-note wide:hidden">
          <DemoMark view={view} />
        </p>
      )}
      {!isShared && <FirstVisit view={view} isDemo={isDemo} />}
    </SentOnce>
  )
}

function Navigation({ view, current, className }: { view: View; current: NavName | null; className: string }) {
  const t = translatorFor(view.locale)
  const names = (Object.keys(NAV_PATHS) as NavName[]).filter((name) => mayOpen(NAV_PATHS[name]))
  return (
    <nav aria-label={t('nav.label')} className={className}>
      {names.map((name) => (
        <To
          key={name}
          path={NAV_PATHS[name]}
          view={view}
          aria-current={name === current ? 'page' : undefined}
          className="nav-link"
        >
          {t(`nav.${name}`)}
        </To>
      ))}
    </nav>
  )
}

function AccountLink({ view, className }: { view: View; className: string }) {
  return (
    <To path="/account" view={view} className={`py-2 text-ink-2 hover:text-accent ${className}`}>
      {translatorFor(view.locale)('access.account')}
    </To>
  )
}

function SearchButton({ view }: { view: View }) {
  const t = translatorFor(view.locale)
  return (
    <button
      type="button"
      data-shortcut="openSearch"
      aria-haspopup="dialog"
      aria-keyshortcuts="Control+K Meta+K"
      aria-label={t('search.openLabel')}
      title={t('search.openLabel')}
      className="noscript:hidden whitespace-nowrap py-3 text-ink-2 hover:text-accent mid:py-1"
    >
      {t('search.open')}
      <kbd className="ml-1.5 hidden font-sans text-ink-3 text-note full:inline">{t('search.shortcut')}</kbd>
    </button>
  )
}

/** Shows the name of the menu, and that of the other language for those who cannot read it. */
export function SettingsLabel({ view }: { view: View }) {
  const t = translatorFor(view.locale)
  const other = otherLocale(view.locale)
  return (
    <>
      {t('preferences.title')}{' '}
      <span lang={languageTag(other)} className="ml-1 text-ink-3 text-note">
        {LOCALE_NAMES[other]}
      </span>
    </>
  )
}

/** Shows a menu of the masthead; one is open at a time. */
export function Menu({
  label,
  className = '',
  children,
}: {
  label: ReactNode
  className?: string
  children: ReactNode
}) {
  return (
    <details name="masthead" className={`relative ${className}`}>
      <summary className="whitespace-nowrap py-3 text-ink-2 hover:text-accent mid:py-1">{label}</summary>
      <div className="absolute right-0 z-20 flex min-w-48 flex-col gap-1 border border-line bg-bg px-4 py-3">
        {children}
      </div>
    </details>
  )
}
