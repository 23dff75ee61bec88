import type { ReactNode } from 'react'
import type { View } from '@/lib/address/view'
import { translatorFor } from '@/lib/messages/translate'
import { SentOnce } from '../text/sent-once'
import { To } from '../text/to'
import { DemoMark } from './demo-mark'
import { LanguageSwitch, Preference } from './preferences'

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

/**
 * Shows the brand, the navigation and the settings. On a phone and a tablet everything except the brand is in a menu.
 */
export function Masthead({ view, path, current, isDemo }: MastheadProps) {
  const t = translatorFor(view.locale)
  return (
    <SentOnce as="header" id="masthead" className="print:hidden border-line border-b">
      <a href="#main" className="link sr-only focus:not-sr-only focus:absolute focus:bg-bg focus:px-3 focus:py-2">
        {t('nav.skip')}
      </a>
      <div className="page flex h-12 items-center gap-3 mid:h-14 mid:gap-4 pair:gap-6 wide:gap-8">
        <To path="/" view={view} className="whitespace-nowrap py-2 font-bold text-brand tracking-[0.02em]">
          {t('brand.name')}
          <span className="ml-2 font-normal text-ink-2 text-note tracking-normal mid:hidden wide:inline wide:text-sheet">
            {t('brand.other')}
          </span>
        </To>
        <Navigation view={view} current={current} className="hidden gap-6 pair:flex" />
        <div className="ml-auto">
          <SearchButton view={view} />
        </div>
        <div className="hidden items-center gap-5 pair:flex">
          {isDemo && <DemoMark view={view} className="hidden wide:block" />}
          <Controls view={view} path={path} />
        </div>
        <Menu label={t('nav.menu')} className="pair:hidden">
          <Navigation view={view} current={current} className="flex flex-col" />
          <div className="flex flex-col items-start gap-1 border-line border-t pt-2">
            <Controls view={view} path={path} />
          </div>
        </Menu>
      </div>
    </SentOnce>
  )
}

function Navigation({ view, current, className }: { view: View; current: NavName | null; className: string }) {
  const t = translatorFor(view.locale)
  return (
    <nav aria-label={t('nav.label')} className={className}>
      {(Object.keys(NAV_PATHS) as NavName[]).map((name) => (
        <To
          key={name}
          path={NAV_PATHS[name]}
          view={view}
          aria-current={name === current ? 'page' : undefined}
          className="whitespace-nowrap py-2 text-ink-2 hover:text-accent aria-[current]:font-bold aria-[current]:text-ink mid:py-1 mid:aria-[current]:current-line"
        >
          {t(`nav.${name}`)}
        </To>
      ))}
    </nav>
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

function Controls({ view, path }: { view: View; path: string }) {
  return (
    <>
      <LanguageSwitch view={view} path={path} />
      <Preference view={view} name="colours" />
      <Preference view={view} name="theme" />
    </>
  )
}

function Menu({ label, className, children }: { label: string; className: string; children: ReactNode }) {
  return (
    <details className={`relative ${className}`}>
      <summary className="px-1 py-3 text-accent">{label}</summary>
      <div className="absolute right-0 z-20 flex min-w-48 flex-col gap-2 border border-line bg-bg p-4">{children}</div>
    </details>
  )
}
