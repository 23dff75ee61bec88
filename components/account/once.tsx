import type { ShownOnce } from '@/lib/access/forms/once-cookie'
import type { View } from '@/lib/address/view'
import { translatorFor } from '@/lib/messages/translate'

interface OnceProps {
  shown: ShownOnce | null
  /** Scheme and host under which readers reach this server. */
  origin: string
  view: View
}

/** Shows a new token, link or backup codes, to be copied; nothing when none was made just now. */
export function Once({ shown, origin, view }: OnceProps) {
  if (shown === null) return null
  const t = translatorFor(view.locale)
  const { kind, text, label, embed } = shown
  if (kind === 'backup-codes') return <BackupCodes codes={text} view={view} />
  return (
    <div className="mt-4 max-w-[60em] border border-accent p-4">
      <label htmlFor="once" className="block text-ink-2 text-note">
        {t(`access.once-${kind}`, { label })}
      </label>
      <input
        id="once"
        readOnly
        value={kind === 'token' ? text : `${origin}${text}`}
        className="field w-full max-w-none py-1.5 font-mono text-sheet"
      />
      {embed !== undefined && (
        <>
          <label htmlFor="once-embed" className="mt-3 block text-ink-2 text-note">
            {t('share.snippet')}
          </label>
          <textarea
            id="once-embed"
            readOnly
            rows={3}
            value={`<iframe src="${origin}${embed}" title="${t('brand.name')}" width="100%" height="480" style="border:0" loading="lazy"></iframe>`}
            className="field w-full max-w-none py-1.5 font-mono text-sheet"
          />
        </>
      )}
    </div>
  )
}

function BackupCodes({ codes, view }: { codes: string; view: View }) {
  const t = translatorFor(view.locale)
  return (
    <div className="mt-4 max-w-[60em] border border-accent p-4">
      <h2 id="backup-codes" className="text-ink-2 text-note">
        {t('access.backupCodes')}
      </h2>
      <ul aria-labelledby="backup-codes" className="mt-2 grid w-fit grid-cols-2 gap-x-8 font-mono text-sheet">
        {codes.split('\n').map((code) => (
          <li key={code}>{code}</li>
        ))}
      </ul>
    </div>
  )
}
