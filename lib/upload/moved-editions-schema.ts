/** What a load or a withdrawal would move in editions, as it is kept and shown. */
import { z } from 'zod'
import { WINDOW_KINDS } from '@/lib/base/window-kind'

/** The newest editions that are compared. */
export const COMPARED_MAX = 12

export const movedEditions = z.object({
  /** Figures whose print would differ from that of the edition, and from that of the data before; newest edition first. */
  figures: z.array(
    z.object({
      market: z.string(),
      window: z.enum(WINDOW_KINDS),
      /** Last trading day of the window. */
      asOf: z.iso.date(),
      /** Number of the edition. */
      number: z.int(),
      code: z.string(),
      measure: z.string(),
      column: z.string(),
      /** As the edition prints it. */
      before: z.string(),
      /** As it would be printed; null when there would be no such figure. */
      after: z.string().nullable(),
    }),
  ),
  /** All such figures of the editions that were compared. */
  count: z.int(),
  /** Editions that were compared, and further ones that the days concern. */
  compared: z.int(),
  left: z.int(),
})

export type MovedEditions = z.infer<typeof movedEditions>
