/** What an edition freezes besides its documents: texts and figures. */
import { z } from 'zod'
import type { Phrase } from '@/lib/report/model/report'
import { deskTexts } from '@/lib/texts/desk-texts'

const phrase: z.ZodType<Phrase> = z.array(
  z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('text'), text: z.string() }),
    z.object({ kind: z.literal('name'), code: z.string(), text: z.string() }),
    z.object({
      kind: z.literal('figure'),
      cell: z.string(),
      value: z.number().nullable(),
      form: z.enum(['signed', 'size']),
    }),
    z.object({ kind: z.literal('fact'), text: z.string(), of: z.string(), cell: z.string().nullable() }),
  ]),
)

const textsSchema = z.object({
  /** Title and authors of the issue; null and none when the store has no issue for the week. */
  title: z.string().nullable(),
  authors: z.array(z.string()),
  /** Clauses of the headline. */
  headline: z.array(z.string()),
  keyPoints: z.array(z.object({ label: z.string(), text: phrase })),
  /** What the desk says of the week, as plain text; null when it says nothing. */
  commentary: z.string().nullable(),
  /** The same by the id of a section. This and what follows is absent where the desk wrote none. */
  sectionCommentary: z.record(z.string(), z.string()).exactOptional(),
  related: z.array(z.string()).exactOptional(),
  disclosures: z.string().exactOptional(),
  sectionOrder: z.array(z.string()).exactOptional(),
  hiddenSections: z.array(z.string()).exactOptional(),
})

export const editionTexts = z.object({
  zh: textsSchema,
  en: textsSchema,
  /** What the desk wrote, with marks for figures, from which pages are made; absent when it wrote nothing. */
  desk: deskTexts.exactOptional(),
})

export const editionFigures = z.object({
  /** Figures by the ids of their cells, decimal fractions; null where a cell has none. */
  cells: z.record(z.string(), z.number().nullable()),
  /** Winning periods and all periods, by series and measure: "intraday-skewness.longShort". */
  winRates: z.record(z.string(), z.object({ wins: z.int(), periods: z.int() })),
})

/** The texts of a week in one language. */
export type EditionTexts = z.infer<typeof textsSchema>
export type TextsByLocale = z.infer<typeof editionTexts>
export type EditionFigures = z.infer<typeof editionFigures>
