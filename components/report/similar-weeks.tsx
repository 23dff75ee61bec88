import type { View } from '@/lib/address/view'
import { formatRatio } from '@/lib/base/format'
import { translatorFor } from '@/lib/messages/translate'
import type { Followed, SimilarWeeks as Similar, SimilarWeek } from '@/lib/report/model/similar-weeks'
import { RuledHead, RuledTable } from '../table/ruled-table'
import { FigureText } from '../text/figure-text'
import { SentOnce } from '../text/sent-once'
import { To } from '../text/to'

interface SimilarWeeksProps {
  similar: Similar
  view: View
}

/** Shows the earlier weeks that were most like this one, and what followed them. */
export function SimilarWeeks({ similar, view }: SimilarWeeksProps) {
  const t = translatorFor(view.locale, view.window)
  const { weeks, compared, factors } = similar
  return (
    <section
      id="similar-weeks"
      aria-labelledby="similar-weeks-title"
      className="mt-10 border-rule border-t-2 pt-2.5 mid:mt-14"
    >
      <SentOnce as="header" className="part-head">
        <h2 id="similar-weeks-title" className="text-section">
          {t('similar.title')}
        </h2>
        <To path="/methodology#similarWeeks" view={view} className="link tap part-link">
          {t('similar.definition')} →
        </To>
      </SentOnce>
      {weeks.length === 0 ? (
        <p className="mt-3 border-line border-y py-2 text-ink-2">{t('similar.none')}</p>
      ) : (
        <SentOnce as="div">
          <p className="mt-2 max-w-[54em] text-pretty text-body">{t('similar.intro', { compared, factors })}</p>
          <SimilarTable weeks={weeks} view={view} />
          <p className="pt-1.5 max-w-[72em] text-ink-2 text-note">{t('similar.note')}</p>
        </SentOnce>
      )}
    </section>
  )
}

const FOLLOWED = ['universe', 'longShort', 'excess'] as const

function SimilarTable({ weeks, view }: { weeks: SimilarWeek[]; view: View }) {
  const t = translatorFor(view.locale, view.window)
  const heads = FOLLOWED.map((name) => t(`similar.${name}`))
  return (
    <RuledTable className="mt-3 whitespace-nowrap max-w-[880px] max-mid:text-note max-mid:[--cell-before:4px]">
      <RuledHead>
        <tr>
          <th scope="col" rowSpan={2}>
            {t('similar.week')}
          </th>
          <th scope="col" rowSpan={2} className="max-mid:hidden">
            {t('similar.distance')}
          </th>
          <th scope="colgroup" colSpan={3}>
            {t('similar.nextWeek')}
          </th>
          <th scope="colgroup" colSpan={3}>
            {t('similar.nextMonth')}
          </th>
        </tr>
        <tr>
          {[...heads, ...heads].map((head, index) => (
            <th
              // biome-ignore lint/suspicious/noArrayIndexKey: the same three heads stand twice, in a fixed order
              key={`${head} ${index}`}
              scope="col"
              className="max-mid:whitespace-normal text-right"
            >
              {head}
            </th>
          ))}
        </tr>
      </RuledHead>
      <tbody>
        {weeks.map(({ asOf, distance, nextWeek, nextMonth }) => (
          <tr key={asOf} data-similar={asOf} className="hover:bg-wash">
            <th scope="row" className="font-normal">
              <To
                path={`/weeks/${asOf}`}
                view={view}
                className="link max-mid:-my-1 max-mid:inline-block max-mid:py-3.5"
              >
                {asOf}
              </To>
            </th>
            <td className="text-ink-2 max-mid:hidden">{formatRatio(distance)}</td>
            <FollowedCells followed={nextWeek} />
            <FollowedCells followed={nextMonth} />
          </tr>
        ))}
      </tbody>
    </RuledTable>
  )
}

function FollowedCells({ followed }: { followed: Followed }) {
  return FOLLOWED.map((name) => (
    <td key={name}>
      <FigureText value={followed[name]} />
    </td>
  ))
}
