import type { Convention } from '@/lib/base/convention'
import { LOCALES } from '@/lib/base/locale'
import { sha256Of } from '@/lib/editions/edition-hash'
import type { EditionDocument } from '@/lib/editions/edition-record'
import { DOCUMENT_FORMS } from '@/lib/editions/states'
import { getReportOrder } from '@/lib/pdf/get-report-order'
import type { Order } from '@/lib/pdf/order'
import { thePublisher } from '@/lib/publisher/the-publisher'
import type { PublishedWeek } from './find-published-week'

/** Makes a document from an order: in this process, or in another one. */
export type MakeDocument = (order: Order) => Promise<Uint8Array<ArrayBuffer>>

export interface FrozenDocument extends EditionDocument {
  content: Uint8Array<ArrayBuffer>
}

/** Makes each document of a week, a month or a quarter in each language, one after the other. */
export async function freezeDocuments(
  { version, days, window, asOf }: PublishedWeek,
  convention: Convention,
  make: MakeDocument,
): Promise<FrozenDocument[]> {
  const frozen: FrozenDocument[] = []
  for (const form of DOCUMENT_FORMS) {
    for (const locale of LOCALES) {
      const shown = { version, days, window, asOf, locale, convention, publisher: thePublisher() }
      const content = await make(await getReportOrder(form, { ...shown, colours: 'red', paper: 'a4' }))
      frozen.push({ form, locale, sha256: sha256Of(content), bytes: content.length, content })
    }
  }
  return frozen
}
