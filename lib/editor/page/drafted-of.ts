import type { EditorModel } from '@/lib/editor/model/editor-model'
import { draftedText } from '@/lib/report/bind/drafted-text'
import { sectionId } from '@/lib/report/bind/section-id'
import type { Report } from '@/lib/report/model/report'
import type { DraftedReports } from './drafted-reports'

type Drafted = Pick<EditorModel, 'drafted' | 'sections'>

/** Returns the drafted texts in the form in which a desk writes them, and the sections of the report. */
export function draftedOf({ reports: { zh, en } }: DraftedReports): Drafted {
  return {
    drafted: { zh: textsOf(zh), en: textsOf(en) },
    sections: zh.sections.map((section, index) => ({
      id: sectionId(section),
      number: section.number,
      titles: { zh: section.title, en: en.sections[index]?.title ?? section.title },
    })),
  }
}

function textsOf({ issue, headline, keyPoints }: Report): Drafted['drafted']['zh'] {
  return {
    title: issue?.title ?? '',
    authors: issue?.authors ?? [],
    headline: headline.join(''),
    keyPoints: keyPoints.map(({ label, text }) => ({ label, text: draftedText(text) })),
    related: (issue?.related ?? []).map(({ title, date }) => ({ title, date, url: null })),
  }
}
