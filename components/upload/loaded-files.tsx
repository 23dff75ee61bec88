import type { View } from '@/lib/address/view'
import { translatorFor } from '@/lib/messages/translate'
import type { ShownUpload } from '@/lib/upload/get-load-page'
import { To } from '../text/to'
import { FileFacts } from './file-facts'

/** Says what was loaded, with links to the new versions and to the report of the week. */
export function LoadedFiles({ shown, view }: { shown: ShownUpload; view: View }) {
  const t = translatorFor(view.locale)
  const versions = shown.record.result.outcomes.flatMap(({ version }) => version ?? [])
  return (
    <section className="mt-6" data-load="loaded">
      <h2 className="text-section">{t(versions.length === 0 ? 'load.state-nothing' : 'load.state-loaded')}</h2>
      <p className="mt-2 flex flex-wrap gap-x-6 text-body max-mid:[&>*]:py-2.5">
        {versions.map((version) => (
          <To key={version} path={`/data/${version}`} view={view} className="prose-link" data-version={version}>
            {t('load.version', { version })}
          </To>
        ))}
        {shown.week !== null && (
          <To path={`/weeks/${shown.week}`} view={view} className="prose-link">
            {t('load.week', { date: shown.week })}
          </To>
        )}
        <To path="/data/load" view={view} className="prose-link">
          {t('load.others')}
        </To>
      </p>
      <FileFacts files={shown.files} view={view} />
    </section>
  )
}
