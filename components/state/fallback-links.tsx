import { type Locale, localePrefix } from '@/lib/base/locale'
import type { FallbackTexts } from './either-language'

/** Shows links for a page that could not be shown. */
export function FallbackLinks({ texts, locale }: { texts: FallbackTexts; locale: Locale }) {
  const links = [
    ['/', texts.home],
    ['/factors', texts.factors],
    ['/weeks', texts.archive],
  ] as const
  return (
    <p className="mt-3 flex flex-wrap gap-x-6">
      {links.map(([path, text]) => (
        <a key={path} href={plainAddress(path, locale)} className="prose-link">
          {text}
        </a>
      ))}
    </p>
  )
}

/** Shows the masthead of a page whose view is unknown. */
export function FallbackMasthead({ texts, locale }: { texts: FallbackTexts; locale: Locale }) {
  return (
    <header className="border-line border-b">
      <div className="page flex h-12 items-center mid:h-14">
        <a href={plainAddress('/', locale)} className="font-bold text-brand">
          {texts.brand}
        </a>
      </div>
    </header>
  )
}

/** Returns an address without other parameters, which would add a kilobyte of script to every page. */
function plainAddress(path: string, locale: Locale): string {
  const prefix = localePrefix(locale)
  return path === '/' && prefix !== '' ? prefix : `${prefix}${path}`
}
