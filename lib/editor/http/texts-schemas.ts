/** What programs send and receive at `/api/v1/weeks/DATE/texts`. */
import { z } from 'zod'
import { LOCALES } from '@/lib/base/locale'
import { deskTexts } from '@/lib/texts/desk-texts'

export const putTexts = z.strictObject({
  base: z.int().min(0).meta({ description: 'The revision from which the writer began; 0 before the first.' }),
  /** Checked when it is saved, where each fault has its place and line. */
  content: z.unknown().meta({ description: 'The texts, in the form in which GET answers them.' }),
})

export const textsAnswer = z.object({
  market: z.string(),
  week: z.iso.date().meta({ description: 'Last trading day of the week.' }),
  version: z.int().meta({ description: 'The newest data version.' }),
  revision: z.int().meta({ description: 'The newest revision; 0 before the first.' }),
  savedBy: z.string().nullable(),
  savedAt: z.iso.datetime().nullable(),
  content: deskTexts.meta({
    description:
      'null: as drafted. A figure is written as the id of its cell in braces, {skewness.longShort.week}, or {…|size} without its sign.',
  }),
  figures: z
    .array(
      z.object({
        locale: z.enum(LOCALES),
        field: z.enum(['headline', 'keyPoint', 'commentary', 'section']),
        index: z.int().nullable(),
        section: z.string().nullable(),
        offset: z.int(),
        written: z.string(),
        reason: z.enum(['typed', 'unbound']),
      }),
    )
    .meta({
      description: 'Figures of the texts that are not those of the report: the week cannot be published with them.',
    }),
})

export type TextsAnswer = z.output<typeof textsAnswer>
