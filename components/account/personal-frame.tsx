import type { ReactNode } from 'react'
import { includesRole, type Role } from '@/lib/access/reader'
import type { View } from '@/lib/address/view'
import { translatorFor } from '@/lib/messages/translate'
import { Menu, SettingsLabel } from '../layout/masthead'
import { Settings } from '../layout/settings'
import { To } from '../text/to'
import { PostForm } from './form-parts'

const PATHS = { account: '/account', links: '/admin/links', admin: '/admin', audit: '/admin/audit' } as const
type PersonalPage = keyof typeof PATHS

/** The least role for each page. */
const LEAST: Record<PersonalPage, Role> = { account: 'client', links: 'publisher', admin: 'admin', audit: 'admin' }

interface PersonalFrameProps {
  view: View
  /** Path of the page with what the switch of language keeps. */
  path: string
  /** Role of the reader; null when nobody is signed in. */
  readerRole: Role | null
  current: PersonalPage | null
  children: ReactNode
}

/** Shows a page about accounts: it names no market, series or date, which the reader may not be allowed to see. */
export function PersonalFrame({ view, path, readerRole, current, children }: PersonalFrameProps) {
  const t = translatorFor(view.locale)
  const all = Object.keys(PATHS) as PersonalPage[]
  const names = all.filter((name) => readerRole !== null && includesRole(readerRole, LEAST[name]))
  return (
    <>
      <header className="print:hidden border-line border-b">
        <a href="#main" className="link sr-only focus:not-sr-only focus:absolute focus:bg-bg focus:px-3 focus:py-2">
          {t('nav.skip')}
        </a>
        <div className="page flex flex-wrap items-center gap-x-4 mid:h-14 mid:gap-x-8">
          <To path="/" view={view} className="mr-auto whitespace-nowrap py-3 font-bold text-brand tracking-[0.02em]">
            {t('brand.name')}
          </To>
          <Menu label={<SettingsLabel view={view} />}>
            <Settings view={view} path={path} hasReturns={false} />
          </Menu>
          {readerRole !== null && (
            <nav
              aria-label={t('access.personal')}
              className="flex items-center gap-x-5 max-mid:order-last max-mid:w-full mid:gap-x-8"
            >
              {names.map((name) => (
                <To
                  key={name}
                  path={PATHS[name]}
                  view={view}
                  aria-current={name === current ? 'page' : undefined}
                  className="nav-link max-mid:py-3"
                >
                  {t(`access.${name}`)}
                </To>
              ))}
              <PostForm action="/api/auth/sign-out" view={view} className="max-mid:ml-auto">
                <button type="submit" className="nav-link max-mid:py-3">
                  {t('access.signOut')}
                </button>
              </PostForm>
            </nav>
          )}
        </div>
      </header>
      <main id="main" tabIndex={-1} className="page pb-16 outline-none">
        {children}
      </main>
    </>
  )
}

/** Shows the head of a page about accounts. */
export function PersonalHead({ title, children }: { title: string; children?: ReactNode }) {
  return (
    <header className="pt-5 mid:pt-7">
      <h1 className="text-[23px]/8 mid:text-head">{title}</h1>
      {children !== undefined && <p className="mt-2 max-w-[44em] text-pretty text-body text-ink-2">{children}</p>}
    </header>
  )
}

/** Shows a part of such a page, with its heading. */
export function PersonalPart({
  id,
  title,
  text,
  children,
}: {
  id: string
  title: string
  text?: string
  children: ReactNode
}) {
  return (
    <section aria-labelledby={id} className="part">
      <h2 id={id} className="text-section">
        {title}
      </h2>
      {text !== undefined && <p className="prose-note">{text}</p>}
      {children}
    </section>
  )
}
