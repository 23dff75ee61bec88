import { addressOf, type View } from '@/lib/address/view'
import { translatorFor } from '@/lib/messages/translate'
import type { SendingWords } from './sending-form'
import { MAIN_BUTTON, TARGET } from './styles'

const MEGABYTE = 1_048_576

/** Returns the address that takes a form, with how its page is shown: a body may be too large to be read. */
export function formAddress(path: string, { locale, convention }: View): string {
  return `/api/uploads${path}?locale=${locale}&convention=${convention}`
}

/** Returns what a form says while it is sent. */
export function sendingWords(
  work: 'checking' | 'loading' | 'withdrawing' | 'publishing',
  bytesMax: number,
  view: View,
): SendingWords {
  const t = translatorFor(view.locale)
  return {
    sending: t('load.sending'),
    working: t(`load.${work}`),
    lost: t('load.now-lost'),
    busy: t('load.now-busy'),
    tooLarge: t('load.now-large', { megabytes: megabytes(bytesMax) }),
    failed: t('load.now-failed'),
  }
}

/** Formats a number of bytes in MB. */
export function megabytes(bytes: number): string {
  return String(Math.floor(bytes / MEGABYTE))
}

interface ButtonProps {
  /** What the form does; absent in a form with one purpose. */
  what?: 'load' | 'check' | 'forget' | 'publish' | 'review' | 'withdraw'
  /** Is it the one to choose? */
  isMain?: boolean
  children: string
}

/** Shows a button that sends a form. */
export function SubmitButton({ what, isMain = false, children }: ButtonProps) {
  const look = isMain ? 'bg-accent px-4 font-bold' : 'link'
  return (
    <button
      type="submit"
      {...(what === undefined ? {} : { name: 'do', value: what })}
      {...(what === 'forget' ? { formNoValidate: true } : {})}
      style={isMain ? MAIN_BUTTON : TARGET}
      className={`py-2 text-body ${look}`}
    >
      {children}
    </button>
  )
}

/** Shows a line that says how to load without a browser. */
export function OtherWays({ view }: { view: View }) {
  const t = translatorFor(view.locale)
  return (
    <>
      <p className="mt-2">{t('load.nobodyWhy')}</p>
      <pre className="my-3 overflow-x-auto bg-wash px-3 py-2 text-note">
        <code>
          npm run import -- returns.xlsx --dry-run{'\n'}curl -F file=@returns.xlsx -H &quot;Authorization: Bearer
          $IMPORT_TOKEN&quot; &apos;…/api/v1/imports?dryRun=true&apos;
        </code>
      </pre>
      <a href={addressOf('/data', view)} className="prose-link">
        {t('data.title')}
      </a>
    </>
  )
}
