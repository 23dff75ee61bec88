import type { View } from '@/lib/address/view'
import { translatorFor } from '@/lib/messages/translate'
import type { UploadRecord } from '@/lib/upload/upload-record'
import { TARGET } from './styles'

const KINDS = [
  'returns',
  'catalogue',
  'markets',
  'families',
  'factors',
  'portfolios',
  'indices',
  'reportIssues',
  'closures',
  'aliases',
  'components',
] as const

interface FileSettingsProps {
  /** Start of the ids of the fields. */
  id: string
  settings: UploadRecord['settings']
  view: View
}

/** Shows the fields that say what files hold and in which unit, where the files do not. */
export function FileSettings({ id, settings, view }: FileSettingsProps) {
  const t = translatorFor(view.locale)
  return (
    <div className="mt-2 flex flex-wrap gap-x-8 gap-y-3 text-body">
      <span className="flex flex-wrap items-baseline gap-x-3">
        <label htmlFor={`${id}-as`}>{t('load.as')}</label>
        <select id={`${id}-as`} name="as" defaultValue={settings.as ?? ''} style={TARGET} className="field">
          <option value="">{t('load.as-auto')}</option>
          {KINDS.map((kind) => (
            <option key={kind} value={kind}>
              {t(`load.as-${kind}`)}
            </option>
          ))}
        </select>
      </span>
      <span className="flex flex-wrap items-baseline gap-x-3">
        <label htmlFor={`${id}-unit`}>{t('load.unit')}</label>
        <select id={`${id}-unit`} name="unit" defaultValue={settings.unit ?? ''} style={TARGET} className="field">
          <option value="">{t('load.unit-auto')}</option>
          {(['percent', 'decimal'] as const).map((unit) => (
            <option key={unit} value={unit}>
              {t(`load.unit-${unit}`)}
            </option>
          ))}
        </select>
      </span>
    </div>
  )
}
