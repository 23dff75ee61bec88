import { z } from 'zod'
import { asOfParameter, conventionParameter, marketParameter } from '@/lib/api/question/parameters'
import { LOCALES } from '@/lib/base/locale'
import { inTurns } from '@/lib/base/steps'
import { commentaries } from '@/lib/report/bind/commentaries'
import { draftedText } from '@/lib/report/bind/drafted-text'
import { sectionId } from '@/lib/report/bind/section-id'
import { reportSteps } from '@/lib/report/build/build-report'
import type { Report } from '@/lib/report/model/report'
import { phraseText } from '@/lib/report/text/phrase'
import { richText } from '@/lib/report/text/rich-text'
import { count, isoDate, optionalText, text, truth } from '../columns'
import { defineEndpoint } from '../endpoint'
import { getWeekInputs } from './week-inputs'

export const textsEndpoint = defineEndpoint({
  path: '/texts',
  tag: 'statistics',
  summary: 'Texts of a week',
  description:
    'Headline, key points and commentaries of the week in both languages: drafted from the data, or as the desk wrote them. source has the figures as marks, {cell}, that are bound to the report; text has them as printed.',
  isUnversioned: true,
  parameters: z.object({ ...asOfParameter, ...marketParameter, ...conventionParameter }),
  row: z.object({
    asOf: isoDate('Last trading day of the week.'),
    language: text('zh or en.'),
    part: text('headline, keyPoint, commentary or sectionCommentary.'),
    position: count('Number of the text among those of its part, from 1.'),
    section: optionalText('Code of the factor of a section, portfolios or risk; null for texts of the week.'),
    label: optionalText('Label of a key point; null for other texts.'),
    text: text('Plain text.'),
    source: text('As it is written; the commentary in Markdown.'),
    isWritten: truth('Did the desk write it?'),
  }),
  read: async (request, { version }) => {
    const reports = await Promise.all(
      LOCALES.map(async (locale) => {
        const inputs = await getWeekInputs({ ...request, version, locale })
        return inputs && inTurns(reportSteps(inputs))
      }),
    )
    return reports.flatMap((report) => (report === null ? [] : textsOf(report)))
  },
})

function textsOf(report: Report) {
  const { locale, week, headline, keyPoints, written } = report
  const own = written?.source.languages[locale]
  const common = { asOf: week.asOf, language: locale, section: null, label: null }
  const shown = commentaries(report)
  const ofSections = shown.filter(({ section }) => section !== null)
  return [
    {
      ...{ ...common, part: 'headline', position: 1, text: headline.join('') },
      ...{ source: own?.headline ?? headline.join(''), isWritten: own?.headline != null },
    },
    ...keyPoints.map(({ label, text: phrase }, index) => ({
      ...{ ...common, part: 'keyPoint', position: index + 1, label, text: phraseText(phrase) },
      ...{ source: own?.keyPoints?.[index]?.text ?? draftedText(phrase), isWritten: own?.keyPoints != null },
    })),
    ...shown.map(({ section, blocks }) => {
      const id = section && sectionId(section)
      return {
        ...common,
        part: id === null ? 'commentary' : 'sectionCommentary',
        position: id === null ? 1 : ofSections.findIndex((other) => other.section === section) + 1,
        section: id === null ? null : id.replace(/^:/, ''),
        text: richText(blocks),
        source: (id === null ? own?.commentary : own?.sectionCommentary[id]) ?? richText(blocks),
        isWritten: true,
      }
    }),
  ]
}
