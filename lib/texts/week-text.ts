import { z } from 'zod'
import { deskTexts } from './desk-texts'

/** A revision of the texts of a week, as the store keeps it. */
export const weekText = z.object({
  /** 1, 2, 3, … of its week. */
  revision: z.int(),
  savedBy: z.string(),
  /** UTC, with milliseconds. */
  savedAt: z.iso.datetime(),
  /** The newest data version when it was saved. */
  version: z.int(),
  content: deskTexts,
})

export type WeekText = z.output<typeof weekText>

/** The columns of a revision, from the table `week_text`. */
export const WEEK_TEXT_COLUMNS = `
  revision, saved_by as "savedBy", version, content,
  to_char(saved_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as "savedAt"`
