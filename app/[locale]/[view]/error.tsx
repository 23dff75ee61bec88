'use client'

import { EitherLanguage } from '@/components/state/either-language'
import { FallbackLinks, FallbackMasthead } from '@/components/state/fallback-links'
import { StateMessage } from '@/components/state/state-message'

/** Shows the digest of an error, under which the server logs the cause, and a link to continue. */
export default function ErrorPage({ error, reset }: { error: Error & { digest?: string }; reset: () => void }) {
  return (
    <EitherLanguage>
      {(texts, locale) => (
        <>
          <FallbackMasthead texts={texts} locale={locale} />
          <main className="page">
            <StateMessage title={texts.errorTitle}>
              <p>
                {texts.error} {error.digest}
              </p>
              <p className="mt-3">
                <button type="button" onClick={reset} className="prose-link">
                  {texts.retry}
                </button>
              </p>
              <FallbackLinks texts={texts} locale={locale} />
            </StateMessage>
          </main>
        </>
      )}
    </EitherLanguage>
  )
}
