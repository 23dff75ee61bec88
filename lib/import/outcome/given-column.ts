/** Meanings that a person gives to the columns of a file whose header says something else. */
import { z } from 'zod'

const TEXT_MAX = 200

/** The most columns of one file that can be given a meaning. */
const GIVEN_COLUMNS_MAX = 200

const givenColumn = z.object({
  column: z.string().min(1).max(TEXT_MAX).describe('Name of the column in the file.'),
  as: z.string().max(TEXT_MAX).describe('The name that it is read by, such as long; empty to leave the column out.'),
})

/** A column of a file, and the name that it is read by; an empty name leaves it out. */
export type GivenColumn = z.infer<typeof givenColumn>

export const givenColumns = z.array(givenColumn).max(GIVEN_COLUMNS_MAX)
