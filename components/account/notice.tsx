import type { FormNotice } from '@/lib/access/notices'
import { PASSWORD_MAX, PASSWORD_MIN } from '@/lib/access/passwords/password-fault'
import type { View } from '@/lib/address/view'
import { translatorFor } from '@/lib/messages/translate'

/** Says whether the form that was sent did what it should; nothing when none was sent. */
export function Notice({ notice: { fault, done, wait }, view }: { notice: FormNotice; view: View }) {
  const t = translatorFor(view.locale)
  if (fault !== null) {
    return (
      <p role="alert" className="mt-4 max-w-[44em] border-up border-l-4 py-1 pl-3 text-body">
        {t(`access.fault-${fault}`, { wait, min: PASSWORD_MIN, max: PASSWORD_MAX })}
      </p>
    )
  }
  if (done === null) return null
  return (
    <p role="status" className="mt-4 max-w-[44em] border-accent border-l-4 py-1 pl-3 text-body">
      {t(`access.done-${done}`)}
    </p>
  )
}
