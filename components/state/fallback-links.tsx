import type { Locale } from '@/lib/base/locale'
import type { FallbackTexts } from './either-language'

/** Where something is, from a page that could not be shown. */
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

/** The masthead of a page that does not know its view. */
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

/** Without what else an address can say, which would cost every page a kilobyte of script. */
function plainAddress(path: string, locale: Locale): string {
  if (locale === 'zh') return path
  return path === '/' ? '/en' : `/en${path}`
}
