import { EitherLanguage } from '@/components/state/either-language'
import { FallbackMasthead } from '@/components/state/fallback-links'
import { HeldSpace } from '@/components/state/held-space'

export default function LoadingPage() {
  return (
    <EitherLanguage>
      {(texts, locale) => (
        <>
          <FallbackMasthead texts={texts} locale={locale} />
          <main className="page">
            <HeldSpace text={texts.loading} />
          </main>
        </>
      )}
    </EitherLanguage>
  )
}
