import { storeAsOf } from '@/lib/db/store-as-of'

interface Parameters {
  version: number
}

/** Returns whether any load up to this data version had synthetic demo data. */
export async function wasDemoLoaded({ version }: Parameters): Promise<boolean> {
  const demo = await storeAsOf(version).dataVersion.findFirst({
    where: { id: { lte: version }, isDemo: true },
    select: { id: true },
  })
  return demo !== null
}
