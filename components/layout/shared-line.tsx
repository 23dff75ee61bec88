import type { View } from '@/lib/address/view'
import { translatorFor } from '@/lib/messages/translate'
import type { SharedReading } from '@/lib/scope/read-scope'
import { unbrokenDates } from '../text/unbroken'

interface SharedProps {
  share: SharedReading
  view: View
}

/** Says for whom a shared page is, which edition it shows, until when, and whether a newer one exists. */
export function SharedLine({ share: { client, shown, expires }, view }: SharedProps) {
  const t = translatorFor(view.locale)
  const later = shown.kind === 'edition' ? shown.later : null
  return (
    <section aria-label={t('share.label')} className="page">
      <div
        data-shared={shown.kind}
        className="mt-4 flex flex-wrap items-baseline gap-x-4 border-accent border-l-2 pl-3 max-mid:gap-y-1"
      >
        <p>
          <b>{t('share.for', { client })}</b>
          <span className="ml-2">
            {unbrokenDates(
              shown.kind === 'edition'
                ? t('share.shownEdition', { number: shown.number, published: shown.published, expires })
                : t('share.shownSeries', { expires }),
            )}
          </span>
        </p>
        <form method="post" action="/api/auth/s/close" className="print:hidden">
          <input type="hidden" name="lang" value={view.locale} />
          <button type="submit" className="link max-mid:min-h-11">
            {t('share.close')}
          </button>
        </form>
        {later !== null && (
          <p role="status" className="w-full font-medium">
            {t(`share.later-${later}`)}
          </p>
        )}
      </div>
    </section>
  )
}

/** Shows the client's name at the foot of a shared page, and in print faintly behind each sheet. */
export function SharedFoot({ share: { client }, view }: SharedProps) {
  const t = translatorFor(view.locale)
  return (
    <>
      <aside aria-label={t('share.reader')} className="page pb-8 text-ink-3 text-note">
        {t('share.foot', { client })}
      </aside>
      <div
        aria-hidden="true"
        className="pointer-events-none fixed inset-0 hidden print:block"
        style={{ backgroundImage: `url("${tileOf(client)}")`, printColorAdjust: 'exact' }}
      />
    </>
  )
}

/** Returns a tile of the background as a data address: the name, slanted and faint. */
function tileOf(client: string): string {
  const name = client.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
  const text = `<text x="20" y="170" font-family="sans-serif" font-size="13" fill="#000" fill-opacity=".07" transform="rotate(-24 20 170)">${name}</text>`
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="300" height="200">${text}</svg>`
  return `data:image/svg+xml,${encodeURIComponent(svg).replaceAll("'", '%27')}`
}
