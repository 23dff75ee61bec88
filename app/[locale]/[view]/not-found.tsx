import { EitherLanguage } from '@/components/state/either-language'
import { FallbackLinks, FallbackMasthead } from '@/components/state/fallback-links'
import { StateMessage } from '@/components/state/state-message'

export default function NotFoundPage() {
  return (
    <EitherLanguage>
      {(texts, locale) => (
        <>
          {locale === 'zh' && <title>{`${texts.notFoundTitle} – ${texts.brand} Factor Weekly`}</title>}
          <FallbackMasthead texts={texts} locale={locale} />
          <main className="page">
            <StateMessage title={texts.notFoundTitle}>
              <p>{texts.notFound}</p>
              <FallbackLinks texts={texts} locale={locale} />
            </StateMessage>
          </main>
        </>
      )}
    </EitherLanguage>
  )
}
