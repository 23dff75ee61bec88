import { z } from 'zod'
import { prisma } from '@/lib/db/client'
import { type EditionFigures, editionFigures, editionTexts, type TextsByLocale } from './contents'

const row = z.object({ id: z.int(), texts: editionTexts, figures: editionFigures })

export interface EditionContent {
  texts: TextsByLocale
  figures: EditionFigures
}

/** Returns texts and figures of editions, by their ids. */
export async function getEditionContents(ids: readonly number[]): Promise<Map<number, EditionContent>> {
  if (ids.length === 0) return new Map()
  const rows = await prisma.$queryRaw`select id, texts, figures from edition where id = any(${ids}::int[])`
  return new Map(
    z
      .array(row)
      .parse(rows)
      .map(({ id, ...content }) => [id, content]),
  )
}
