import type { View } from '@/lib/address/view'
import { languageTag } from '@/lib/base/locale'
import { type Translator, translatorFor } from '@/lib/messages/translate'
import type { FileOutcome } from '@/lib/upload/upload-record'
import { VersionTable } from '../data/version-table'

/** Faults that are listed; all of them are counted. */
const SHOWN_MAX = 50

/** The part of an outcome that has its faults. */
export type FaultyFile = Pick<FileOutcome, 'faults' | 'faultCount'>

/** Lists the faults of the files: what each rule asks for, and where each fault is, which value, and the exact remedy. */
export function FaultTable({ outcomes, view }: { outcomes: readonly FaultyFile[]; view: View }) {
  const t = translatorFor(view.locale)
  const count = outcomes.reduce((sum, { faultCount }) => sum + faultCount, 0)
  if (count === 0) return null
  const shown = outcomes.flatMap(({ faults }) => faults).slice(0, SHOWN_MAX)
  const rules = [...new Set(shown.map(({ rule }) => rule))]
  return (
    <section id="faults" aria-labelledby="faults-title" className="mt-8">
      <h2 id="faults-title" className="pb-1.5 text-sheet">
        {t('load.faults')}
        <span className="ml-2.5 font-normal text-ink-2 text-note">
          {t('load.faultsNote', { count, shown: shown.length, rest: count - shown.length })}
        </span>
      </h2>
      <dl className="mb-4 max-w-[52em] text-body">
        {rules.map((rule) => (
          <div key={rule} className="mt-1.5" data-remedy={rule}>
            <dt className="inline-block font-bold first-letter:uppercase">
              {t('load.faultOfRule', { fault: t(`load.fault-${rule}`) })}
            </dt>{' '}
            <dd className="inline text-ink-2">{t(`load.remedy-${rule}`)}</dd>
          </div>
        ))}
      </dl>
      <VersionTable
        heads={
          <>
            <th scope="col">{t('load.place')}</th>
            <th scope="col">{t('load.value')}</th>
            <th scope="col" className="pr-0">
              {t('load.rule')}
            </th>
          </>
        }
      >
        {shown.map((fault, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: two faults may be equal, and their order never changes.
          <tr key={index} data-rule={fault.rule}>
            <td className="wrap-normal">
              {outcomes.length > 1 && <bdi className="wrap-anywhere block">{fault.file}</bdi>}
              {placeOf(fault, t)}
              <bdi className="block font-bold">{fault.column}</bdi>
            </td>
            <td>
              <bdi>{fault.value}</bdi>
            </td>
            <td className="pr-0">
              {t(`load.fault-${fault.rule}`)}
              <span lang={languageTag('en')} className="block text-ink-2 text-note">
                {fault.remedy}
              </span>
            </td>
          </tr>
        ))}
      </VersionTable>
    </section>
  )
}

function placeOf({ sheet, row }: FileOutcome['faults'][number], t: Translator): string {
  return [...(sheet === null ? [] : [sheet]), ...(row === null ? [] : [t('load.row', { row })])].join(', ')
}
