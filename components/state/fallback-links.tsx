import { USUAL_TABLE } from '@/lib/table-view'
import { addressOf, type Locale } from '@/lib/view'
import type { FallbackTexts } from './either-language'

const USUAL = { ...USUAL_TABLE, version: 0, isPinned: false, convention: 'arithmetic' } as const

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
        <a key={path} href={addressOf(path, { ...USUAL, locale })} className="prose-link">
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
        <a href={addressOf('/', { ...USUAL, locale })} className="font-bold text-brand">
          {texts.brand}
        </a>
      </div>
    </header>
  )
}
