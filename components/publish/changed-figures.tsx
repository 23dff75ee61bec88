import type { View } from '@/lib/address/view'
import { DASH } from '@/lib/base/format'
import { translatorFor } from '@/lib/messages/translate'
import { figureName } from '@/lib/publish/week/cell-names'
import type { ChangedFigure, ChangedText } from '@/lib/publish/week/compare-editions'
import type { Catalogue } from '@/lib/report/model/inputs'
import { ChangesTable } from '../data/changes-table'
import { seriesName } from './series-name'

/** Figures listed on a page; an edition of thousands of factors has tens of thousands. */
const LISTED_MAX = 200

interface ChangedFiguresProps {
  /** Unique on the page. */
  id: string
  title: string
  figures: ChangedFigure[]
  catalogue: Catalogue
  view: View
}

/** Lists figures whose print changed, before and after; nothing when none did. */
export function ChangedFigures({ id, title, figures, catalogue, view }: ChangedFiguresProps) {
  if (figures.length === 0) return null
  const t = translatorFor(view.locale, view.window)
  const shown = figures.slice(0, LISTED_MAX)
  const rest = figures.length - shown.length
  return (
    <ChangesTable
      id={id}
      title={title}
      note={t('publish.figuresNote', { count: figures.length, rest })}
      words={[t('data.name'), t('data.cell')]}
      beforeAndAfter={[t('data.before'), t('data.after')]}
      areFigures
    >
      {shown.map(({ code, measure, column, before, after }) => (
        <tr key={`${code}.${measure}.${column}`} data-cell={`${code}.${measure}.${column}`}>
          <th scope="row">{seriesName(code, catalogue, t)}</th>
          <td>{figureName({ measure, column }, t)}</td>
          <td className="digits text-ink-2">{before ?? DASH}</td>
          <td className="digits pr-0 font-bold">{after ?? DASH}</td>
        </tr>
      ))}
    </ChangesTable>
  )
}

interface ChangedTextsProps {
  id: string
  texts: ChangedText[]
  view: View
}

/** Lists texts that changed, before and after; nothing when none did. */
export function ChangedTexts({ id, texts, view }: ChangedTextsProps) {
  if (texts.length === 0) return null
  const t = translatorFor(view.locale, view.window)
  return (
    <ChangesTable
      id={id}
      title={t('publish.texts')}
      note={t('publish.textsNote', { count: texts.length })}
      words={[t('publish.text')]}
      beforeAndAfter={[t('data.before'), t('data.after')]}
      areFigures={false}
    >
      {texts.map(({ part, section, before, after }) => (
        <tr key={`${part} ${section} ${before} ${after}`}>
          <th scope="row" className="whitespace-nowrap">
            {t(`publish.part-${part}`)}
            {section !== null && (
              <span className="block font-normal text-ink-2 text-note">{section.replace(/^:/, '')}</span>
            )}
          </th>
          <td className="whitespace-pre-line text-ink-2">{before ?? DASH}</td>
          <td className="whitespace-pre-line pr-0">{after ?? DASH}</td>
        </tr>
      ))}
    </ChangesTable>
  )
}
