import { prisma } from '@/lib/db/client'

interface Parameters {
  version: number
}

/** Returns whether any load up to this data version had synthetic demo data. */
export async function wasDemoLoaded({ version }: Parameters): Promise<boolean> {
  const demo = await prisma.dataVersion.findFirst({
    where: { id: { lte: version }, isDemo: true },
    select: { id: true },
  })
  return demo !== null
}
