import type { View } from '@/lib/address/view'
import { translatorFor } from '@/lib/messages/translate'
import { To } from '../text/to'
import { unbrokenDates } from '../text/unbroken'

interface NearestReportsProps {
  reports: { path: string; text: string }[]
  view: View
}

/** Links to the reports nearest to one that there is not, and to the archive. */
export function NearestReports({ reports, view }: NearestReportsProps) {
  const t = translatorFor(view.locale)
  return (
    <p className="mt-3 flex flex-wrap gap-x-6 max-mid:[&>*]:py-2.5">
      {reports.map(({ path, text }) => (
        <To key={path} path={path} view={view} className="prose-link">
          {unbrokenDates(text)}
        </To>
      ))}
      <To path="/weeks" view={view} className="prose-link">
        {t('states.seeArchive')}
      </To>
    </p>
  )
}
