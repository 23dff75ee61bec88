import { prisma } from '@/lib/db/client'

/** Returns the bytes of a document by its SHA-256. Throws when the store has lost it, which `npm run verify` says too. */
export async function getEditionDocument(sha256: string): Promise<Uint8Array<ArrayBuffer>> {
  const { content } = await prisma.editionDocument.findUniqueOrThrow({ where: { sha256 } })
  return new Uint8Array(content)
}
